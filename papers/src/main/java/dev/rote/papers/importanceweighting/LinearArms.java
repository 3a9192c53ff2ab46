package dev.rote.papers.importanceweighting;

import dev.rote.data.GaussianClouds;
import dev.rote.losses.CrossEntropy;
import dev.rote.measures.Accuracy;
import dev.rote.measures.Weight;
import dev.rote.methods.ImportanceWeights;
import dev.rote.nets.Activation;
import dev.rote.nets.Mlp;
import dev.rote.runs.Probe;
import dev.rote.runs.Recipe;
import dev.rote.runs.RunResult;
import dev.rote.train.Sgd;
import java.util.ArrayList;
import java.util.List;

/** Logistic regression on two clouds of 200 points, by gradient descent on all of them: a line whose every move can be followed. */
final class LinearArms {

    /** Clouds that a line separates. */
    static final String SEPARABLE = "line-separable";

    /** Clouds that no line separates. */
    static final String OVERLAPPING = "line-overlapping";

    /** When the line is first and last compared. */
    static final int EARLY = 100;

    static final int MIDDLE = 1000;
    static final int LATE = 100_000;

    private LinearArms() {}

    static List<Recipe> recipes() {
        return List.of(arm(SEPARABLE, 8, 1), arm(SEPARABLE, 8, 8), arm(OVERLAPPING, 2, 1), arm(OVERLAPPING, 2, 8));
    }

    /** The arm whose second class has so much weight. */
    static String named(String clouds, int weight) {
        return clouds + "-1-" + weight;
    }

    private static Recipe arm(String clouds, double distance, int weight) {
        List<Probe> probes = new ArrayList<>(List.of(new Probe(new Accuracy("train"))));
        String[] moments = {"start", Integer.toString(EARLY), Integer.toString(MIDDLE), "3000", "10000", "30000", "end"
        };
        for (int i = 0; i < 4; i++) {
            probes.add(Probe.at(new Weight("output.weight", i), moments));
        }
        for (int i = 0; i < 2; i++) {
            probes.add(Probe.at(new Weight("output.bias", i), moments));
        }
        return new Recipe()
                .but()
                .name(named(clouds, weight))
                .data(new GaussianClouds(200, distance))
                .net(new Mlp(List.of(), Activation.RELU, true, 0, false))
                .loss(new CrossEntropy())
                .methods(new ImportanceWeights(List.of(1.0, (double) weight)))
                .optimizer(new Sgd(0.1, 0, false, 0))
                .steps(LATE)
                .batchSize(0)
                .logEvery(LATE / 10)
                .probes(probes)
                .recipe();
    }

    /** The angle in degrees between the lines of two runs after so many steps; slope and offset together, as (w, b) in space. */
    static double angle(RunResult one, RunResult other, long step) {
        double[] a = line(one, step);
        double[] b = line(other, step);
        double dot = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < 3; i++) {
            dot += a[i] * b[i];
            first += a[i] * a[i];
            second += b[i] * b[i];
        }
        return Math.toDegrees(Math.acos(Math.min(1, dot / Math.sqrt(first * second))));
    }

    /** What the second class's logit has over the first's: two slopes and the offset. */
    private static double[] line(RunResult run, long step) {
        return new double[] {
            at(run, "weight.2", step) - at(run, "weight.0", step),
            at(run, "weight.3", step) - at(run, "weight.1", step),
            at(run, "bias.1", step) - at(run, "bias.0", step)
        };
    }

    private static double at(RunResult run, String number, long step) {
        return run.readings("weight.output." + number).at(step);
    }
}
