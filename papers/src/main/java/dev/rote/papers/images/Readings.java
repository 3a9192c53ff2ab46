package dev.rote.papers.images;

import dev.rote.runs.RunResult;
import dev.rote.runs.Series;
import java.util.List;

/** What claims about accuracies over epochs read from a run; shares of examples in percent, as in the papers. */
public final class Readings {

    public static final String TRAIN = "accuracy.train";
    public static final String TEST = "accuracy.test";
    public static final String MEMORISED = "noisy.memorised";

    /** How many epochs "the last epochs" are. */
    private static final int LAST = 5;

    private Readings() {}

    /** The last reading, in percent. */
    public static double percent(RunResult run, String reading) {
        return 100 * run.last(reading);
    }

    /** A share in percent, the mean of the last five readings; where a run is measured once per epoch, of the last epochs. */
    public static double late(RunResult run, String reading) {
        return 100 * run.readings(reading).lastMean(LAST);
    }

    /** Test accuracy in percent, the mean of the last five epochs. */
    public static double lastTest(RunResult run) {
        return late(run, TEST);
    }

    /** The best test accuracy of all epochs, in percent: chosen on the test part, which no user could do. */
    public static double bestTest(RunResult run) {
        return 100 * run.readings(TEST).max();
    }

    /** Percent of the wrongly labelled training examples that are predicted as their wrong label at the end. */
    public static double memorised(RunResult run) {
        return percent(run, MEMORISED);
    }

    /** A reading after so many epochs, of one reading per epoch and one before the first; the last one when there are fewer. */
    public static double atEpoch(RunResult run, String reading, int epoch) {
        List<Double> values = run.readings(reading).values();
        return values.get(Math.min(epoch, values.size() - 1));
    }

    /** How many readings of one run are missing in another or not the same there, number for number. */
    public static long different(RunResult run, RunResult other) {
        return run.readings().entrySet().stream()
                .mapToLong(reading -> {
                    Series twin = other.readings().get(reading.getKey());
                    return twin == null || !twin.equals(reading.getValue()) ? 1 : 0;
                })
                .sum();
    }
}
