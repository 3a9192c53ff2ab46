package dev.rote.claims;

import dev.rote.runs.RunResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Which arm is ahead, by how much, and whether the seeds show it. */
public final class Lead {

    private final String unit;
    private final Map<String, OverSeeds> arms = new LinkedHashMap<>();
    private final String first;

    /**
     * Compares arms by the mean test accuracy of their last ten readings.
     *
     * @param arms by name, the first one being what the others are compared with
     */
    public Lead(Map<String, List<RunResult>> arms) {
        unit = Rhythm.of(arms.values()).unit();
        first = arms.keySet().iterator().next();
        arms.forEach((name, runs) -> {
            OverSeeds last = ArmMeasure.LAST.over(runs);
            if (last.known()) {
                this.arms.put(name, last);
            }
        });
    }

    /** The arm with the highest mean, the first of several; empty when no arm measured test accuracy. */
    public Optional<String> leader() {
        return arms.keySet().stream().reduce((a, b) -> value(b).mean() > value(a).mean() ? b : a);
    }

    private OverSeeds value(String arm) {
        return Objects.requireNonNull(arms.get(arm));
    }

    /** The lead in words, claiming no more than the seeds show. */
    public String sentence() {
        return leader().map(this::sentence).orElse("No arm measured test accuracy.");
    }

    private String sentence(String best) {
        String text = best + " has the highest mean of the last 10 " + unit + "s, " + percent(value(best));
        text += best.equals(first) ? ", so no arm is above this first one." : lead(best);
        List<String> close = new ArrayList<>(arms.keySet());
        close.removeIf(arm -> arm.equals(best)
                || arm.equals(first) && !best.equals(first)
                || value(best).apart(value(arm)));
        boolean single = arms.values().stream().anyMatch(arm -> arm.count() < 2);
        if (single) {
            return text + " Some arms have one seed only, so what is chance is not known.";
        }
        return close.isEmpty()
                ? text
                : text + " Within one standard deviation of it, and so not told apart by these seeds: "
                        + String.join(", ", close) + ".";
    }

    private String lead(String best) {
        OverSeeds base = arms.get(first);
        if (base == null) {
            return "; " + first + ", the first arm, measured none.";
        }
        String lead = String.format(
                Locale.ROOT,
                ", %.1f percentage points above %s, the first arm (%s)",
                100 * (value(best).mean() - base.mean()),
                first,
                percent(base));
        boolean seeds = value(best).count() > 1 && base.count() > 1;
        return seeds && !value(best).apart(base)
                ? lead + "; that lead is within one standard deviation over seeds and may be chance."
                : lead + ".";
    }

    private static String percent(OverSeeds value) {
        return value.count() < 2
                ? String.format(Locale.ROOT, "%.1f %%", 100 * value.mean())
                : String.format(Locale.ROOT, "%.1f ± %.1f %%", 100 * value.mean(), 100 * value.deviation());
    }
}
