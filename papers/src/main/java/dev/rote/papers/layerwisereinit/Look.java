package dev.rote.papers.layerwisereinit;

import dev.rote.claims.Arms;
import dev.rote.claims.Means;
import dev.rote.measures.Flatness;
import dev.rote.measures.Margin;
import dev.rote.measures.WeightNorm;
import dev.rote.papers.images.Readings;
import dev.rote.runs.RunResult;
import java.util.ArrayList;
import java.util.List;

/** What claims read off runs. */
final class Look {

    static final String NORM = new WeightNorm().name();
    static final String MARGIN = new Margin("train", Margin.Statistic.MEAN, Margin.Normalised.WEIGHT_NORM).name();

    private Look() {}

    /** Test accuracy at the end, percent. */
    static double test(RunResult run) {
        return Readings.percent(run, Readings.TEST);
    }

    static String flatness(double sigma) {
        return new Flatness("train", sigma, 5).name();
    }

    /** Mean test accuracy over seeds and data sets, percent. */
    static double overSets(Means means, String way) {
        return Experiments.SETS.stream()
                .mapToDouble(set -> means.of(Experiments.arm(way, set), Look::test))
                .average()
                .orElse(Double.NaN);
    }

    /** Test accuracy of one way minus that of another, for each seed and data set that has both; percentage points. */
    static List<Double> differences(Means means, String way, String other) {
        List<Double> differences = new ArrayList<>();
        for (String set : Experiments.SETS) {
            String arm = Experiments.arm(way, set);
            String rival = Experiments.arm(other, set);
            means.of(arm, Look::test);
            means.of(rival, Look::test);
            for (Arms arms : means.seeds()) {
                if (arms.byName().containsKey(arm) && arms.byName().containsKey(rival)) {
                    differences.add(test(arms.get(arm)) - test(arms.get(rival)));
                }
            }
        }
        return differences;
    }
}
