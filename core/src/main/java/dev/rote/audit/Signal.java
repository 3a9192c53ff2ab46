package dev.rote.audit;

import dev.rote.audit.learners.Task;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Whether what is known of the examples says enough about their labels. */
final class Signal {

    private Signal() {}

    /**
     * Why nothing can be said: labels are predicted no better, by two standard deviations, than the most frequent class alone would.
     *
     * @param rows the examples that count
     * @param opinion out-of-sample probabilities, [N][K]
     */
    static Optional<String> missing(Task task, int[] rows, double[][] opinion) {
        return missing(task.labels(), task.classes(), rows, row -> Likeliest.of(opinion[row]) == task.labels()[row]);
    }

    /**
     * Why nothing can be said: more than half of the labels could be wrong. Whether they are, or whether what is known of the examples says
     * too little about them, looks the same from here.
     *
     * @param noise share of wrong labels
     */
    static Optional<String> drowned(Interval noise) {
        return noise.high() <= 0.5
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "Between %.0f and %.0f %% of the labels contradict what is known of their examples: either most of them are wrong, or"
                                + " what is known says too little about them.",
                        100 * noise.low(),
                        100 * noise.high()));
    }

    /** The same, where it is known which rows were predicted as labelled. */
    static Optional<String> missing(int[] labels, int classes, int[] rows, IntPredicate right) {
        int[] counts = new int[classes];
        Arrays.stream(rows).forEach(row -> counts[labels[row]]++);
        double share = (double) Arrays.stream(rows).filter(right).count() / rows.length;
        double usual = (double) Arrays.stream(counts).max().orElse(0) / rows.length;
        double chance = 2 * Math.sqrt(usual * (1 - usual) / rows.length);
        return share > usual + chance
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "What is known of the examples does not predict their labels: out of sample %.1f %% are predicted"
                                + " as labelled, and the most frequent class alone is %.1f %%.",
                        100 * share,
                        100 * usual));
    }
}
