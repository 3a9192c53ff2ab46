package dev.rote.claims;

import dev.rote.runs.RunResult;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The runs of several seeds, for claims that compare arms: a figure of an arm is its mean over the seeds.
 *
 * @param seeds the arms of each seed
 */
public record Means(List<Arms> seeds) {

    public Means {
        seeds = List.copyOf(seeds);
    }

    /**
     * The mean of a figure over the seeds at which the arm was carried out.
     *
     * @throws Arms.MissingArm when it was carried out at none
     */
    public double of(String arm, ToDoubleFunction<RunResult> figure) {
        return seeds.stream()
                .filter(arms -> arms.byName().containsKey(arm))
                .mapToDouble(arms -> figure.applyAsDouble(arms.get(arm)))
                .average()
                .orElseThrow(() -> new Arms.MissingArm(arm));
    }
}
