package dev.rote.methods;

import dev.rote.data.Batch;
import dev.rote.data.Dataset;
import dev.rote.data.Parts;
import dev.rote.data.Target;
import dev.rote.losses.CrossEntropy;
import dev.rote.nets.Forward;
import dev.rote.nets.Model;
import dev.rote.nets.Net;
import dev.rote.nets.Twins;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import dev.rote.train.Adam;
import dev.rote.train.Constant;
import dev.rote.train.Loop;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Recorder;
import dev.rote.train.Settings;
import dev.rote.train.Training;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;

/**
 * One step of a pair method on cross-entropy, with two nets whose outputs are chosen: tables with a row for each example.
 *
 * @param losses that reach the loop; empty when there are none
 * @param first gradient by the first net's outputs [N][K]; null when the step was skipped
 * @param second gradient by the second net's outputs [N][K]; null when the step was skipped
 */
record TwoTables(double[] losses, double[][] first, double[][] second) {

    static TwoTables step(double[][] first, double[][] second, int[] labels, Method method) {
        AtomicReference<double[]> seen = new AtomicReference<>();
        Method watch = new Method() {
            @Override
            public Loss loss(Loss inner, Training training) {
                return pass -> {
                    Tensor losses = inner.perExample(pass);
                    seen.set(losses.toDoubles());
                    return losses;
                };
            }
        };
        int rows = labels.length;
        int classes = first[0].length;
        Examples examples = new Examples(labels, classes);
        Settings settings = new Settings(
                new CrossEntropy(), List.of(method, watch), List.of(), new Adam(), new Constant(), 1, 0, 1, false);
        try (Scope scope = Scope.open();
                Workers workers = new Workers(1)) {
            Model model = new Twins(new TableNet()).build(examples.inputs(), classes, Place.FLOAT64, new Seeds(0));
            model.parameters().get("first.table").copy_(Place.FLOAT64.of(flat(first), rows, classes));
            model.parameters().get("second.table").copy_(Place.FLOAT64.of(flat(second), rows, classes));
            model.parameters().values().forEach(table -> table.requiresGrad(true));
            Parts parts = new Parts(
                    seeds -> {
                        throw new UnsupportedOperationException();
                    },
                    Map.of("train", examples));
            try (Loop loop = new Loop(model, parts, settings, new Seeds(5), workers, Recorder.NONE)) {
                loop.start();
                loop.step();
                boolean skipped = Double.isNaN(loop.lastLoss());
                return new TwoTables(
                        seen.get(),
                        skipped
                                ? null
                                : table(model.parameters().get("first.table").grad()),
                        skipped
                                ? null
                                : table(model.parameters().get("second.table").grad()));
            }
        }
    }

    /** Rows in which a gradient is not zero. */
    static List<Integer> moved(double[][] gradient) {
        return java.util.stream.IntStream.range(0, gradient.length)
                .filter(i -> Arrays.stream(gradient[i]).anyMatch(g -> g != 0))
                .boxed()
                .toList();
    }

    private static double[] flat(double[][] table) {
        return Arrays.stream(table).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[][] table(Tensor tensor) {
        double[] flat = tensor.toDoubles();
        int classes = (int) tensor.size(1);
        double[][] rows = new double[flat.length / classes][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(flat, i * classes, (i + 1) * classes);
        }
        return rows;
    }

    private record Examples(int[] labels, int classes) implements Dataset {
        @Override
        public long[] ids() {
            return LongStream.range(0, labels.length).toArray();
        }

        @Override
        public InputShape inputs() {
            return new InputShape.Tokens(1, labels.length);
        }

        @Override
        public Target target() {
            return new Target.Classes(classes);
        }

        @Override
        public Batch batch(long[] ids) {
            long[] wanted = LongStream.of(ids).map(id -> labels[(int) id]).toArray();
            return new Batch(ids, Place.FLOAT32.indices(ids, ids.length, 1), Place.FLOAT32.indices(wanted, ids.length));
        }
    }

    private record TableNet() implements Net {
        @Override
        public Model build(InputShape inputs, int outputs, Place place, Seeds seeds) {
            return new TableModel(place.zeros(inputs.size(), outputs));
        }
    }

    private record TableModel(Tensor table) implements Model {
        @Override
        public Map<String, Tensor> parameters() {
            return Map.of("table", table);
        }

        @Override
        public List<String> layers() {
            return List.of();
        }

        @Override
        public Tensor forward(Tensor inputs, Forward how) {
            return table.indexSelect(0, inputs.reshape(-1));
        }
    }
}
