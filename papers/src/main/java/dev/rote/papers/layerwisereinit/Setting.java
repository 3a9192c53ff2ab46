package dev.rote.papers.layerwisereinit;

import dev.rote.data.Preparation;
import dev.rote.data.Source;
import dev.rote.data.files.Cifar10;
import dev.rote.data.files.FashionMnist;
import dev.rote.data.files.Mnist;
import dev.rote.data.prepare.AveragePool;
import dev.rote.data.prepare.Grey;
import dev.rote.data.prepare.Pad;
import dev.rote.data.prepare.Standardize;
import dev.rote.data.prepare.Take;
import dev.rote.losses.CrossEntropy;
import dev.rote.measures.Accuracy;
import dev.rote.measures.Flatness;
import dev.rote.measures.Margin;
import dev.rote.measures.MeanLoss;
import dev.rote.measures.NoisyPart;
import dev.rote.measures.WeightNorm;
import dev.rote.nets.Net;
import dev.rote.nets.Resnet18;
import dev.rote.nets.SmallCnn;
import dev.rote.runs.Probe;
import dev.rote.runs.Recipe;
import dev.rote.train.Cosine;
import dev.rote.train.Rounds;
import dev.rote.train.Sgd;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of which data is trained on, with which net, for how long; five rounds with the whole course of a cosine each.
 *
 * <p>At the desk: 1000 grey pictures of 16 x 16 pixels, 5000 where sizes are compared; four blocks of 16, 32, 64 and 128 channels, half
 * of the width that the published nets begin with. As published, as far as is known: a ResNet-18 on 2000 pictures of 32 x 32, 20000 where
 * sizes are compared, 200 epochs in each round.
 */
enum Setting {
    SMALL(1000, 5000, 2000, 12, 4, 50, 0.05) {
        @Override
        Net net() {
            return new SmallCnn(List.of(16, 32, 64, 128), 3, true, 0, List.of(), true);
        }

        @Override
        List<Preparation> shrink(String set) {
            return set.equals("cifar10")
                    ? List.of(new Grey(), new AveragePool(2))
                    : List.of(new Pad(2), new AveragePool(2));
        }
    },
    PUBLISHED(2000, 20_000, 10_000, 200, 200, 128, 0.1) {
        @Override
        Net net() {
            return new Resnet18(64, List.of(2, 2, 2, 2), true);
        }

        @Override
        List<Preparation> shrink(String set) {
            return set.equals("cifar10") ? List.of(new Standardize()) : List.of(new Pad(2), new Standardize());
        }
    };

    /** Standard deviations of the noise on weights that flatness is told by. */
    static final List<Double> SIGMAS = List.of(0.005, 0.01, 0.02, 0.03, 0.05);

    private static final int ROUNDS = 5;

    private final int few;
    private final int many;
    private final int test;
    private final int epochs;
    private final int epochsOfMany;
    private final int batch;
    private final double rate;

    Setting(int few, int many, int test, int epochs, int epochsOfMany, int batch, double rate) {
        this.few = few;
        this.many = many;
        this.test = test;
        this.epochs = epochs;
        this.epochsOfMany = epochsOfMany;
        this.batch = batch;
        this.rate = rate;
    }

    abstract Net net();

    /** What makes the pictures of a set fit the net. */
    abstract List<Preparation> shrink(String set);

    /** Training on few examples of a data set, without a method. */
    Recipe small(String name, String set) {
        return recipe(name, set, few, epochs);
    }

    /** Training on many. */
    Recipe large(String name, String set) {
        return recipe(name, set, many, epochsOfMany);
    }

    private Recipe recipe(String name, String set, int examples, int epochsPerRound) {
        List<Preparation> prepare = new ArrayList<>();
        prepare.add(new Take("train", examples, Take.Order.RANDOM));
        prepare.add(new Take("test", test, Take.Order.RANDOM));
        prepare.addAll(shrink(set));
        long steps = (long) (examples / batch) * epochsPerRound;
        return new Recipe()
                .but()
                .name(name)
                .data(source(set))
                .prepare(prepare.toArray(Preparation[]::new))
                .net(net())
                .loss(new CrossEntropy())
                .optimizer(new Sgd(rate, 0.9, false, 1e-4))
                .schedule(new Rounds(ROUNDS, new Cosine()))
                .epochs((long) ROUNDS * epochsPerRound)
                .batchSize(batch)
                .probes(probes())
                .logEvery(steps / 4)
                .recipe();
    }

    private static Source source(String set) {
        return switch (set) {
            case "mnist" -> new Mnist();
            case "fashion-mnist" -> new FashionMnist();
            default -> new Cifar10();
        };
    }

    private static List<Probe> probes() {
        List<Probe> probes = new ArrayList<>();
        probes.add(new Probe(new Accuracy("test")));
        probes.add(new Probe(new Accuracy("train")));
        probes.add(Probe.at(new MeanLoss("train"), "end"));
        probes.add(Probe.at(new NoisyPart(NoisyPart.As.MEMORISED), "end"));
        probes.add(Probe.at(new WeightNorm(), "end"));
        for (Margin.Statistic statistic : Margin.Statistic.values()) {
            probes.add(Probe.at(new Margin("train", statistic, Margin.Normalised.WEIGHT_NORM), "end"));
        }
        SIGMAS.forEach(sigma -> probes.add(Probe.at(new Flatness("train", sigma, 5), "end")));
        return probes;
    }
}
