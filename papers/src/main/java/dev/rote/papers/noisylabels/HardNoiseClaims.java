package dev.rote.papers.noisylabels;

import static dev.rote.papers.Protocol.onMeans;

import dev.rote.claims.Claim;
import dev.rote.claims.Means;
import dev.rote.claims.Observation;
import dev.rote.papers.images.Readings;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What Table II marks: who deals with heavy noise (P5), and who, at least partly, with complex noise (P6). The survey gives no numbers;
 * the tolerances are ours.
 */
final class HardNoiseClaims {

    private static final List<String> HEAVY = List.of("nce-rce", "sat", "co-teaching", "divide-mix");
    private static final List<String> NOT_HEAVY = List.of("s-model", "mixup", "gce", "forward-anchors");
    private static final List<String> PARTLY_COMPLEX = List.of("mixup", "nce-rce", "sat", "co-teaching", "divide-mix");
    private static final List<String> NOT_COMPLEX = List.of("s-model", "gce", "forward-anchors");

    private static final String HEAVY_COLUMN = "Table II, column P5 (heavy noise)";
    private static final String COMPLEX_COLUMN = "Table II, column P6 (complex noise)";

    private HardNoiseClaims() {}

    static List<Claim> claims() {
        Stream<Claim> heavy = HEAVY.stream()
                .map(remedy -> Look.gains(
                        id("S80-", remedy),
                        Spoiling.SYMMETRIC_80,
                        remedy,
                        4,
                        HEAVY_COLUMN,
                        remedy.equals("co-teaching") ? "Wei et al. 2020: 79.73, against 23.43" : ""));
        Stream<Claim> complex = PARTLY_COMPLEX.stream()
                .map(remedy -> Look.gains(id("PDN-", remedy), Spoiling.INSTANCE_40, remedy, 0, COMPLEX_COLUMN, ""));
        Stream<Claim> marks = Stream.of(
                marked(
                        "S80-MARKS",
                        "Methods marked to deal with heavy noise end better under it than those marked not to",
                        HEAVY_COLUMN,
                        Spoiling.SYMMETRIC_80,
                        HEAVY,
                        NOT_HEAVY),
                marked(
                        "PDN-MARKS",
                        "Methods marked to deal partly with complex noise end better under it than those marked not to",
                        COMPLEX_COLUMN,
                        Spoiling.INSTANCE_40,
                        PARTLY_COMPLEX,
                        NOT_COMPLEX));
        return Stream.of(heavy, complex, marks).flatMap(some -> some).toList();
    }

    private static String id(String prefix, String remedy) {
        return prefix + remedy.toUpperCase(Locale.ROOT);
    }

    private static Claim marked(
            String id, String says, String where, Spoiling spoiling, List<String> able, List<String> unable) {
        return onMeans(
                id,
                says,
                where,
                "ours: mean over the one of the last five epochs above that over the other",
                "",
                means -> {
                    double with = mean(means, spoiling, able);
                    double without = mean(means, spoiling, unable);
                    return Observation.start()
                            .see("marked able %", with)
                            .see("marked unable %", without)
                            .and(with > without);
                });
    }

    private static double mean(Means means, Spoiling spoiling, List<String> remedies) {
        return remedies.stream()
                .mapToDouble(remedy -> means.of(Remedy.arm(spoiling, remedy), Readings::lastTest))
                .average()
                .orElseThrow();
    }
}
