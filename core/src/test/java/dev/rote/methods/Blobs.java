package dev.rote.methods;

import dev.rote.data.Batch;
import dev.rote.data.Dataset;
import dev.rote.data.KnowsTruth;
import dev.rote.data.ModularArithmetic;
import dev.rote.data.Npy;
import dev.rote.data.Parts;
import dev.rote.data.Target;
import dev.rote.losses.CrossEntropy;
import dev.rote.nets.Activation;
import dev.rote.nets.Mlp;
import dev.rote.nets.Model;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Workers;
import dev.rote.train.Adam;
import dev.rote.train.Clock;
import dev.rote.train.Constant;
import dev.rote.train.Loop;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Outputs;
import dev.rote.train.Pass;
import dev.rote.train.Recorder;
import dev.rote.train.Settings;
import dev.rote.train.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Three round heaps of points in the plane, whose labels are flipped to the next class with some probability; ids are ten times the
 * position, to tell them from positions.
 *
 * @param size how many
 * @param flip probability of a wrong label
 */
record Blobs(int size, double flip) implements Dataset, KnowsTruth {

    static final int CLASSES = 3;

    @Override
    public long[] ids() {
        return LongStream.range(0, size).map(i -> 10 * i).toArray();
    }

    @Override
    public InputShape inputs() {
        return new InputShape.Features(List.of(2L));
    }

    @Override
    public Target target() {
        return new Target.Classes(CLASSES);
    }

    private static int truth(long id) {
        return (int) (id / 10 % CLASSES);
    }

    private int label(long id) {
        return isWrong(id) ? (truth(id) + 1) % CLASSES : truth(id);
    }

    @Override
    public boolean isWrong(long id) {
        return new Seeds(11).of(id).uniform(0) < flip;
    }

    @Override
    public long[] truth(long[] ids) {
        return Arrays.stream(ids).map(Blobs::truth).toArray();
    }

    @Override
    public double[][] transition() {
        double[][] counts = new double[CLASSES][CLASSES];
        Arrays.stream(ids()).forEach(id -> counts[truth(id)][label(id)]++);
        return Arrays.stream(counts)
                .map(row -> Arrays.stream(row)
                        .map(c -> c / Arrays.stream(row).sum())
                        .toArray())
                .toArray(double[][]::new);
    }

    @Override
    public Batch batch(long[] ids) {
        double[] points = Arrays.stream(ids)
                .boxed()
                .flatMapToDouble(id -> IntStream.range(0, 2).mapToDouble(d -> {
                    double angle = 2 * Math.PI * truth(id) / CLASSES;
                    double centre = 2 * (d == 0 ? Math.cos(angle) : Math.sin(angle));
                    return centre + 0.5 * new Seeds(12).of(id).gaussian(d);
                }))
                .toArray();
        long[] labels = Arrays.stream(ids).map(this::label).toArray();
        return new Batch(ids, Place.FLOAT32.of(points, ids.length, 2), Place.FLOAT32.indices(labels, labels.length));
    }

    /** Trains a small net on these points with cross-entropy. */
    Training with(Method... methods) {
        return new Training(this, new CrossEntropy(), List.of(methods), 10, Place.FLOAT32, 32);
    }

    /**
     * A training on the points.
     *
     * @param data the train part; the test part and the clean part are points without wrong labels
     * @param epochs of batches of {@code batch} rows
     */
    record Training(Blobs data, Loss loss, List<Method> methods, int epochs, Place place, int batch) {

        Training loss(Loss other) {
            return new Training(data, other, methods, epochs, place, batch);
        }

        Training epochs(int other) {
            return new Training(data, loss, methods, other, place, batch);
        }

        Training exact() {
            return new Training(data, loss, methods, epochs, Place.FLOAT64, batch);
        }

        Training batch(int other) {
            return new Training(data, loss, methods, epochs, place, other);
        }

        /** Runs to the end and shows the model and the state of the loop; the readings are by name. */
        Map<String, List<Double>> run(BiConsumer<Model, Loop> look) {
            Map<String, List<Double>> readings = new LinkedHashMap<>();
            try (Scope scope = Scope.open();
                    Workers workers = new Workers(1)) {
                Model model = new Mlp(List.of(16, 16), Activation.RELU, true, 0, false)
                        .build(data.inputs(), CLASSES, place, new Seeds(1));
                Dataset right = new Blobs(90, 0);
                Parts parts = new Parts(new ModularArithmetic(), Map.of("train", data, "test", right, "clean", right));
                Settings settings = new Settings(
                        loss,
                        methods,
                        List.of(),
                        new Adam(),
                        new Constant(),
                        (long) epochs * (batch == 0 ? 1 : data.size() / batch),
                        batch,
                        1,
                        false);
                try (Loop loop = new Loop(model, parts, settings, new Seeds(2), workers, into(readings))) {
                    loop.start();
                    while (loop.step()) {}
                    look.accept(model, loop);
                }
            }
            return readings;
        }

        /** Hands a test the wrapped loss and the pass of the first step, in double precision over all the points. */
        void look(BiConsumer<Pass, Loss> look) {
            List<Method> all = new ArrayList<>(methods);
            all.add(new Method() {
                @Override
                public Loss loss(Loss wrapped, dev.rote.train.Training training) {
                    return pass -> {
                        look.accept(pass, wrapped);
                        return wrapped.perExample(pass);
                    };
                }
            });
            new Training(data, loss, all, 1, Place.FLOAT64, 0).run((model, loop) -> {});
        }

        /** Share of the points without wrong labels that a model gets right. */
        static double accuracy(Model model) {
            Dataset right = new Blobs(300, 0);
            try (Scope scope = Scope.open()) {
                long[] said = Outputs.of(model, right).argmax(1).toLongs();
                return IntStream.range(0, said.length)
                                .filter(i -> said[i] == i % CLASSES)
                                .count()
                        / 300.0;
            }
        }

        private static Recorder into(Map<String, List<Double>> readings) {
            return new Recorder() {
                @Override
                public void log(Clock clock, String name, double value) {
                    readings.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
                }

                @Override
                public Table table(String name, String... columns) {
                    return values -> {};
                }

                @Override
                public void arrays(String name, Map<String, Npy> arrays) {}
            };
        }
    }
}
