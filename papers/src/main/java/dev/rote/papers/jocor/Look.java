package dev.rote.papers.jocor;

import static dev.rote.papers.jocor.Experiments.arm;

import dev.rote.claims.Means;
import dev.rote.claims.ReadingCharts;
import dev.rote.runs.RunResult;
import dev.rote.runs.Series;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the claims and charts read from a run; accuracies and label precision in percent. */
final class Look {

    /** How many epochs at the end are averaged, as in the paper. */
    static final int LAST = 10;

    static final String PRECISION = "label-precision";
    static final String DIVERGENCE = "twins.divergence.test";

    /** What the ways of training are called, in the order of the legends. */
    static final Map<String, String> WAYS = new LinkedHashMap<>();

    static {
        WAYS.put(Experiments.STANDARD, "Standard");
        WAYS.put(Experiments.DECOUPLING, "Decoupling");
        WAYS.put(Experiments.CO_TEACHING, "Co-teaching");
        WAYS.put(Experiments.CO_TEACHING_PLUS, "Co-teaching+");
        WAYS.put(Experiments.JOINT, "JoCoR with lambda 0");
        WAYS.put(Experiments.LESS, "JoCoR with lambda 0.65");
        WAYS.put(Experiments.JOCOR, "JoCoR");
    }

    private Look() {}

    /** The accuracy of a net on the test part, for two nets the mean of their accuracies; from 0 to 1. */
    static Optional<Series> accuracy(RunResult run) {
        Series twins = run.readings().get("twins.accuracy.test");
        return Optional.ofNullable(twins == null ? run.readings().get("accuracy.test") : twins);
    }

    /** Test accuracy of the last epochs, percent. */
    static double lastAccuracy(RunResult run) {
        return 100 * accuracy(run).map(series -> series.lastMean(LAST)).orElse(Double.NaN);
    }

    /** Test accuracy of the last epochs, mean over seeds, percent. */
    static double accuracy(Means means, String noise, String way) {
        return means.of(arm(noise, way), Look::lastAccuracy);
    }

    /** Label precision by epoch; an epoch in which nothing was selected has none. */
    static Optional<Series> precision(RunResult run) {
        return ReadingCharts.times(PRECISION, 100).apply(run);
    }

    /** Label precision of the last epochs, mean over seeds, percent; not-a-number where nothing was ever selected. */
    static double precision(Means means, String noise, String way) {
        return means.of(
                arm(noise, way),
                run -> precision(run).map(series -> series.lastMean(LAST)).orElse(Double.NaN));
    }
}
