package dev.rote.claims;

import dev.rote.runs.RunResult;
import dev.rote.runs.Series;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What arms are compared by: one number of a run, in [0, 1]. The net as drawn, before its first step, does not count. */
public enum ArmMeasure {
    BEST(
            "accuracy.test.best",
            "best %s, %%",
            "highest test accuracy of the run; chosen on clean test data, so it flatters",
            Comparison.Better.HIGHER),
    LAST(
            "accuracy.test.last-10",
            "last 10 %ss, %%",
            "mean test accuracy of the last ten, or of all where there are fewer",
            Comparison.Better.HIGHER),
    MEMORISED(
            "noisy.memorised",
            "memorised, %%",
            "training examples with a wrong label for which the net gives that label, at the end",
            Comparison.Better.LOWER),
    TRUTH(
            "noisy.truth",
            "true, %%",
            "of the same examples, those for which it gives the true class",
            Comparison.Better.HIGHER),
    OTHER(
            "noisy.other",
            "other, %%",
            "of the same examples, those for which it gives another class",
            Comparison.Better.LOWER),
    LABEL_PRECISION(
            "label-precision",
            "label precision, %%",
            "right labels among those that the method selected, at the end",
            Comparison.Better.HIGHER),
    LABEL_RECALL(
            "label-recall",
            "label recall, %%",
            "selected ones among the right labels, at the end",
            Comparison.Better.HIGHER),
    CORRECTION_ERROR(
            "correction-error",
            "correction error, %%",
            "wrong ones among the labels that the method replaced, at the end",
            Comparison.Better.LOWER),
    NOISE(
            "noise.wrong",
            "wrong labels, %%",
            "the noise that was drawn: training examples whose label is not the true one",
            Comparison.Better.NONE);

    static final String TEST = "accuracy.test";

    private final String key;
    private final String title;
    private final String note;
    private final Comparison.Better better;

    ArmMeasure(String key, String title, String note, Comparison.Better better) {
        this.key = key;
        this.title = title;
        this.note = note;
        this.better = better;
    }

    /** Its name in answers for programs. */
    public String key() {
        return key;
    }

    /** What the seeds of an arm say of it. */
    public OverSeeds over(List<RunResult> seeds) {
        return OverSeeds.of(seeds.stream().mapToDouble(this::of).toArray());
    }

    /** The number of a run; not-a-number where it was not measured. */
    private double of(RunResult run) {
        return switch (this) {
            case BEST -> trained(run.readings().get(TEST)).max();
            case LAST -> trained(run.readings().get(TEST)).lastMean(10);
            default ->
                run.readings().entrySet().stream()
                        .filter(reading ->
                                reading.getKey().equals(key) || reading.getKey().endsWith("." + key))
                        .min(Map.Entry.comparingByKey())
                        .map(reading -> reading.getValue().last())
                        .orElse(Double.NaN);
        };
    }

    private static Series trained(@Nullable Series series) {
        return series == null ? new Series(List.of(0L), List.of(Double.NaN)) : series.from(1);
    }

    /** The column of the arms, in percent. */
    Comparison.Column column(Map<String, List<RunResult>> arms, Rhythm rhythm) {
        List<OverSeeds> percents = arms.values().stream()
                .map(this::over)
                .map(part -> new OverSeeds(100 * part.mean(), 100 * part.deviation(), part.count()))
                .toList();
        return Comparison.Column.of(String.format(title, rhythm.unit()), note, 1, better, percents);
    }
}
