package dev.rote.claims;

import dev.rote.runs.RunResult;
import dev.rote.runs.Series;
import java.util.Collection;
import java.util.List;

/**
 * When test accuracy was measured, and so what may be said of its readings.
 *
 * @param epochs whether every run read it once per epoch
 */
record Rhythm(boolean epochs) {

    static Rhythm of(Collection<List<RunResult>> arms) {
        return new Rhythm(arms.stream().flatMap(List::stream).allMatch(Rhythm::oncePerEpoch));
    }

    private static boolean oncePerEpoch(RunResult run) {
        return run.recipe().logEvery() == 0
                && run.recipe().probes().stream().anyMatch(probe -> probe.inRhythm(ArmMeasure.TEST));
    }

    /** What one reading stands for. */
    String unit() {
        return epochs ? "epoch" : "reading";
    }

    /** The label of the axis that curves run along. */
    String axis() {
        return epochs ? "epochs" : "steps";
    }

    /** Where the readings stand on that axis: the first is taken before the first step, the second after the first epoch. */
    double[] places(Series series) {
        long epoch = epochs && series.steps().size() > 1
                ? series.steps().get(1) - series.steps().get(0)
                : 1;
        return series.steps().stream()
                .mapToDouble(step -> (double) step / epoch)
                .toArray();
    }
}
