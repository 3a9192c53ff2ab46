package dev.rote.methods;

import dev.rote.data.Batch;
import dev.rote.data.Dataset;
import dev.rote.data.KnowsTruth;
import dev.rote.data.Parts;
import dev.rote.data.Source;
import dev.rote.data.Target;
import dev.rote.nets.Model;
import dev.rote.nets.Net;
import dev.rote.nets.Twins;
import dev.rote.nets.TwinsModel;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import dev.rote.train.Clock;
import dev.rote.train.Loop;
import dev.rote.train.Models;
import dev.rote.train.Outputs;
import dev.rote.train.Recorder;
import dev.rote.train.Settings;
import dev.rote.train.Table;
import dev.rote.train.TinyTraining;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Points with labels some of which are wrong, and which knows them.
 *
 * @param points [n, D]
 * @param labels what training sees, [n]
 * @param truth the true classes, [n]
 * @param classes how many
 */
record Spoiled(double[][] points, int[] labels, int[] truth, int classes) implements Dataset, KnowsTruth {

    /** Round clusters in ten dimensions, 4 classes; a share of the labels replaced by others. */
    static Spoiled clusters(int examples, double wrong) {
        Seeds seeds = new Seeds(11);
        double[][] centres = IntStream.range(0, 4)
                .mapToObj(c -> seeds.of("centre").of(c).gaussians(10, 1))
                .toArray(double[][]::new);
        int[] truth = IntStream.range(0, examples).map(i -> i % 4).toArray();
        int[] labels = truth.clone();
        int[] order = seeds.of("which").permutation(examples);
        for (int i = 0; i < Math.round(wrong * examples); i++) {
            labels[order[i]] = (truth[order[i]] + 1 + seeds.of("label").below(3, i)) % 4;
        }
        double[][] points = IntStream.range(0, examples)
                .mapToObj(i -> {
                    double[] point = seeds.of("point").of(i).gaussians(10, 0.6);
                    IntStream.range(0, 10).forEach(j -> point[j] += centres[truth[i]][j]);
                    return point;
                })
                .toArray(double[][]::new);
        return new Spoiled(points, labels, truth, 4);
    }

    /**
     * What a training told.
     *
     * @param readings by name, in order
     * @param model parameters by name at the end
     * @param stopReason why it ended early, if it did
     */
    record Told(Map<String, List<Double>> readings, Map<String, List<Double>> model, Optional<String> stopReason) {

        double last(String name) {
            List<Double> all = readings.get(name);
            return all.get(all.size() - 1);
        }
    }

    /** Trains on these data, cut in two after some steps as if it had been interrupted; 0 for not at all. */
    Told train(Net net, Settings settings, long interruption) {
        Map<String, List<Double>> readings = new LinkedHashMap<>();
        try (Scope scope = Scope.open();
                Workers workers = new Workers(1)) {
            Model model = net.build(inputs(), classes, Place.FLOAT32, new Seeds(1));
            Loop.State saved = null;
            if (interruption > 0) {
                try (Loop loop = loop(model, net, settings, readings, workers)) {
                    loop.start();
                    while (loop.clock().step() < interruption) {
                        loop.step();
                    }
                    Map<String, Tensor> copies = new LinkedHashMap<>();
                    loop.state()
                            .tensors()
                            .forEach((name, tensor) ->
                                    copies.put(name, tensor.detach().copy()));
                    saved = new Loop.State(
                            copies, loop.clock().step(), loop.state().moves(), loop.stopReason());
                }
                model = net.build(inputs(), classes, Place.FLOAT32, new Seeds(2));
            }
            try (Loop loop = loop(model, net, settings, readings, workers)) {
                if (saved != null) {
                    loop.restore(saved);
                }
                loop.start();
                while (loop.step()) {}
                return new Told(readings, TinyTraining.weights(model), loop.stopReason());
            }
        }
    }

    /** The mean over these data of {@code KL(p1 || p2) + KL(p2 || p1)} between trained twins. */
    double divergence(Net net, Map<String, List<Double>> trained) {
        try (Scope scope = Scope.open()) {
            Model twins = new Twins(net).build(inputs(), classes, Place.FLOAT32, new Seeds(1));
            twins.parameters()
                    .forEach((name, tensor) -> tensor.requiresGrad(false)
                            .copy_(Place.FLOAT32.of(
                                    trained.get(name).stream()
                                            .mapToDouble(x -> x)
                                            .toArray(),
                                    tensor.shape())));
            double[][] p = new double[2][];
            p[0] = Outputs.of(TwinsModel.of(twins).first(), this).softmax(1).toDoubles();
            p[1] = Outputs.of(TwinsModel.of(twins).second(), this).softmax(1).toDoubles();
            return IntStream.range(0, p[0].length)
                            .mapToDouble(i -> (p[0][i] - p[1][i]) * Math.log((p[0][i] + 1e-9) / (p[1][i] + 1e-9)))
                            .sum()
                    / labels.length;
        }
    }

    private Loop loop(Model model, Net net, Settings settings, Map<String, List<Double>> readings, Workers workers) {
        Source none = seeds -> {
            throw new UnsupportedOperationException();
        };
        Recorder recorder = new Recorder() {
            @Override
            public void log(Clock clock, String name, double value) {
                readings.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
            }

            @Override
            public Table table(String name, String... columns) {
                return values -> {};
            }

            @Override
            public void arrays(String name, Map<String, dev.rote.data.Npy> arrays) {}
        };
        Models models = new Models() {
            @Override
            public Model another(Seeds seeds) {
                return net.build(inputs(), classes, Place.FLOAT32, seeds);
            }

            @Override
            public Model finished(String name) {
                return NONE.finished(name);
            }
        };
        return new Loop(
                model, new Parts(none, Map.of("train", this)), settings, new Seeds(5), workers, recorder, models);
    }

    @Override
    public long[] ids() {
        return LongStream.range(0, labels.length).map(i -> 3 * i + 7).toArray();
    }

    private static int position(long id) {
        return (int) ((id - 7) / 3);
    }

    @Override
    public InputShape inputs() {
        return new InputShape.Features(List.of((long) points[0].length));
    }

    @Override
    public Target target() {
        return new Target.Classes(classes);
    }

    @Override
    public Batch batch(long[] ids) {
        double[] flat = LongStream.of(ids)
                .mapToObj(id -> points[position(id)])
                .flatMapToDouble(Arrays::stream)
                .toArray();
        long[] wanted = LongStream.of(ids).map(id -> labels[position(id)]).toArray();
        return new Batch(
                ids, Place.FLOAT32.of(flat, ids.length, points[0].length), Place.FLOAT32.indices(wanted, ids.length));
    }

    @Override
    public long[] truth(long[] ids) {
        return LongStream.of(ids).map(id -> truth[position(id)]).toArray();
    }

    @Override
    public boolean isWrong(long id) {
        return labels[position(id)] != truth[position(id)];
    }

    @Override
    public double[][] transition() {
        throw new UnsupportedOperationException("no method may ask for it");
    }
}
