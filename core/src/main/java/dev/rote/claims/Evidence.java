package dev.rote.claims;

import java.util.List;
import java.util.Map;

/**
 * What was seen when a claim was checked.
 *
 * @param verdict what became of it
 * @param observed the figures, mean and spread over seeds, in words
 * @param perSeed one map per seed, with {@code seed} and the observed figures by name
 * @param note what a reader must know besides; why it did not run; may be empty
 */
public record Evidence(Verdict verdict, String observed, List<Map<String, Double>> perSeed, String note) {

    /** Copies the lists. */
    public Evidence {
        perSeed = List.copyOf(perSeed);
    }

    /** Nothing was checked. */
    public static Evidence notRun(String reason) {
        return new Evidence(Verdict.NOT_RUN, "", List.of(), reason);
    }
}
