package dev.rote.audit;

import dev.rote.audit.Findings.Cut;
import dev.rote.audit.Findings.Extras;
import dev.rote.audit.features.Exhibit;
import java.util.List;
import java.util.Optional;

/** Small findings, made up. */
public final class MadeFindings {

    private MadeFindings() {}

    /** Six examples of three classes; two of them, in rows 1 and 4, are flagged. */
    public static Findings of(List<String> classes, List<String> ids) {
        return new Findings(
                "people.csv",
                Level.DEFAULT,
                classes,
                new int[] {0, 1, 2, 3, 4, 6},
                ids,
                new int[] {0, 0, 1, 1, 2, 2},
                new int[] {0, 1, 1, 1, 0, 2},
                new double[] {0.9, 0.1, 0.8, 0.7, 1.0 / 3, 0.95},
                new boolean[] {false, true, false, false, true, false},
                new Interval(0.25, 0.125, 0.5),
                new double[][] {{0.75, 0, 0.25}, {0.5, 0.5, 0}, {0, 0, 1}},
                List.of(new Cut(1, 0.1, 0.9), new Cut(2, 0.4, 0.75)),
                List.of(new ScoreColumn(
                        "margin",
                        "Mean lead of the given class, from -1 to 1; low is suspicious.",
                        Suspicious.LOW,
                        new double[] {0.5, -0.25, 1e-10, 0.1, Double.NaN, 0.3})),
                i -> new Exhibit.Nothing(),
                List.of("Made up."),
                Optional.empty(),
                Extras.NONE);
    }
}
