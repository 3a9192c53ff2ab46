package dev.rote.methods;

import dev.rote.data.Batch;
import dev.rote.data.Dataset;
import dev.rote.data.Parts;
import dev.rote.data.Target;
import dev.rote.data.files.Digits;
import dev.rote.data.prepare.Take;
import dev.rote.losses.CrossEntropy;
import dev.rote.nets.Model;
import dev.rote.nets.Net;
import dev.rote.nets.images.SmallCnn;
import dev.rote.noise.SymmetricNoise;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import dev.rote.train.Clock;
import dev.rote.train.Constant;
import dev.rote.train.Loop;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Models;
import dev.rote.train.Recorder;
import dev.rote.train.Settings;
import dev.rote.train.Sgd;
import dev.rote.train.Table;
import dev.rote.train.TinyTraining;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A training on pictures that takes a fraction of a second, for tests of methods that need blocks, another draw of the net or a needed
 * model: 60 digits, a third of them mislabelled, three epochs of four batches of 15, stochastic gradient descent with momentum.
 *
 * <p>Besides train and test there is a part {@code opposite}: the training pictures under the labels of the next class, on which the loss
 * rises while that on the train part falls. The needed model is a net with other fresh weights, whatever its name.
 *
 * @param net the architecture
 * @param loss what is minimised
 * @param methods what changes training
 * @param place element type and device
 * @param workers how many
 * @param scores what every score of every needed run says
 */
record PictureTraining(Net net, Loss loss, List<Method> methods, Place place, int workers, Map<Long, Double> scores) {

    static final long STEPS = 12;
    private static final int BATCH = 15;
    private static final InputShape SHAPE = new InputShape.Features(List.of(1L, 8L, 8L));
    private static final Parts PARTS = parts();

    /** Three blocks with batch norm and frozen norms, float32, one worker, no methods. */
    static PictureTraining plain() {
        return of(new SmallCnn(List.of(8, 12, 16), 3, true, 0, List.of(), true));
    }

    /** The same with another net. */
    static PictureTraining of(Net net) {
        return new PictureTraining(net, new CrossEntropy(), List.of(), Place.FLOAT32, 1, Map.of());
    }

    /** Nets with batch norm, with dropout instead, and in double precision. */
    static List<PictureTraining> kinds(Method... methods) {
        return List.of(
                plain().with(methods),
                of(new SmallCnn(List.of(12, 16), 3, false, 0.1, List.of(24), true))
                        .with(methods),
                plain().exact().with(methods));
    }

    PictureTraining with(Method... others) {
        return new PictureTraining(net, loss, List.of(others), place, workers, scores);
    }

    PictureTraining loss(Loss other) {
        return new PictureTraining(net, other, methods, place, workers, scores);
    }

    PictureTraining exact() {
        return new PictureTraining(net, loss, methods, Place.FLOAT64, workers, scores);
    }

    PictureTraining workers(int count) {
        return new PictureTraining(net, loss, methods, place, count, scores);
    }

    PictureTraining scores(Map<Long, Double> others) {
        return new PictureTraining(net, loss, methods, place, workers, others);
    }

    private static Parts parts() {
        Parts read = new Digits().open(new Seeds(1));
        Parts few = new Take("train", 60, Take.Order.RANDOM).apply(read, new Seeds(2));
        Dataset train = new SymmetricNoise(0.33, false).corrupt(few.get("train"), new Seeds(3));
        long[] ids = train.ids();
        return few.with("train", train)
                .with("opposite", new Opposite(train))
                .with("early", train.only(java.util.Arrays.copyOfRange(ids, 0, 30)))
                .with("late", train.only(java.util.Arrays.copyOfRange(ids, 30, 60)));
    }

    /** The data. */
    static Parts data() {
        return PARTS;
    }

    /** Trains to the end. */
    TinyTraining.Result run() {
        return run(loop -> {});
    }

    /** Trains to the end and shows the loop after each step. */
    TinyTraining.Result run(Consumer<Loop> look) {
        return run(Recorder.NONE, look);
    }

    /** The readings of a training. */
    Map<String, List<Double>> readings() {
        Map<String, List<Double>> readings = new TreeMap<>();
        run(
                new Recorder() {
                    @Override
                    public void log(Clock clock, String name, double value) {
                        readings.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
                    }

                    @Override
                    public Table table(String name, String... columns) {
                        return NONE.table(name, columns);
                    }

                    @Override
                    public void arrays(String name, Map<String, dev.rote.data.Npy> arrays) {}
                },
                loop -> {});
        return readings;
    }

    private TinyTraining.Result run(Recorder recorder, Consumer<Loop> look) {
        try (Scope scope = Scope.open();
                Workers threads = new Workers(workers)) {
            Model model = model(7);
            List<Double> losses = new ArrayList<>();
            try (Loop loop = loop(model, threads, recorder)) {
                loop.start();
                while (!loop.finished()) {
                    loop.step();
                    losses.add(loop.lastLoss());
                    look.accept(loop);
                }
            }
            return new TinyTraining.Result(TinyTraining.weights(model), losses);
        }
    }

    /** Trains for some steps, carries the state over to a new training of a model with other weights, and goes on. */
    TinyTraining.Result interruptedAfter(long steps) {
        try (Scope scope = Scope.open();
                Workers threads = new Workers(workers)) {
            List<Double> losses = new ArrayList<>();
            Loop.State saved;
            try (Loop loop = loop(model(7), threads, Recorder.NONE)) {
                loop.start();
                advance(loop, steps, losses);
                Map<String, Tensor> copies = new LinkedHashMap<>();
                loop.state()
                        .tensors()
                        .forEach((name, tensor) ->
                                copies.put(name, tensor.detach().copy()));
                saved = new Loop.State(copies, loop.state().step(), loop.state().moves(), loop.stopReason());
            }
            Model another = model(8);
            try (Loop loop = loop(another, threads, Recorder.NONE)) {
                loop.restore(saved);
                // A method that asks for the first weights only now would find these.
                loop.start();
                advance(loop, STEPS, losses);
            }
            return new TinyTraining.Result(TinyTraining.weights(another), losses);
        }
    }

    private static void advance(Loop loop, long until, List<Double> losses) {
        while (!loop.finished() && loop.clock().step() < until) {
            loop.step();
            losses.add(loop.lastLoss());
        }
    }

    /** A model with weights of its own, in the scope of the caller. */
    Model model(long seed) {
        return net.build(SHAPE, 10, place, new Seeds(seed).of("net"));
    }

    private Loop loop(Model model, Workers threads, Recorder recorder) {
        Settings settings = new Settings(
                loss, methods, List.of(), new Sgd(0.04, 0.7, false, 0), new Constant(), STEPS, BATCH, 8, true);
        return new Loop(model, PARTS, settings, new Seeds(5), threads, recorder, new Models() {
            @Override
            public Model another(Seeds seeds) {
                return net.build(SHAPE, 10, place, seeds);
            }

            @Override
            public Model finished(String name) {
                return net.build(SHAPE, 10, place, new Seeds(9).of(name));
            }

            @Override
            public Map<Long, Double> scores(String run, String score) {
                return scores;
            }
        });
    }

    /** The same pictures, each under the label of the next class. */
    private record Opposite(Dataset inner) implements Dataset {

        @Override
        public long[] ids() {
            return inner.ids();
        }

        @Override
        public InputShape inputs() {
            return inner.inputs();
        }

        @Override
        public Target target() {
            return inner.target();
        }

        @Override
        public Batch batch(long[] ids) {
            Batch batch = inner.batch(ids);
            long[] next = java.util.Arrays.stream(batch.targets().toLongs())
                    .map(label -> (label + 1) % 10)
                    .toArray();
            return batch.withTargets(batch.targets().place().indices(next, next.length));
        }
    }
}
