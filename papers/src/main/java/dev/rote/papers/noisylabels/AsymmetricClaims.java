package dev.rote.papers.noisylabels;

import static dev.rote.papers.Protocol.onMeans;
import static dev.rote.papers.noisylabels.Spoiling.ASYMMETRIC_40;

import dev.rote.claims.Claim;
import dev.rote.claims.Means;
import dev.rote.claims.Observation;
import dev.rote.papers.images.Readings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Digits mistaken for those that look like them. */
final class AsymmetricClaims {

    private static final String TABLE = "Table II";

    private static final List<String> THREE =
            List.of("sce", "gce", "forward-anchors", "elr", "jocor-0.9", "co-teaching", "sam-0.2");

    private static final Map<String, String> ELSEWHERE = Map.of(
            "co-teaching", "Wei et al. 2020: 90.28, against 79.00",
            "jocor-0.9", "Wei et al. 2020: 95.24, against 79.00");

    private AsymmetricClaims() {}

    static List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        claims.add(onMeans(
                "A40-FORWARD-TRUE",
                "A net that is told how labels were spoiled learns best of all",
                TABLE + ": loss adjustment",
                "last five epochs of Forward with the true T above those of cross-entropy, MAE and every other method"
                        + " with an A40 claim",
                "",
                AsymmetricClaims::forwardIsBest));
        claims.add(onMeans(
                "A40-MAE",
                "Mean absolute error underfits: it ends worse than cross-entropy",
                TABLE + ": robust loss function",
                "mean of the last five epochs below cross-entropy's",
                "",
                means -> Look.gained(means, ASYMMETRIC_40, "mae").and(Look.gain(means, ASYMMETRIC_40, "mae") < 0)));
        THREE.forEach(remedy -> claims.add(Look.gains(
                "A40-" + remedy.toUpperCase(Locale.ROOT),
                ASYMMETRIC_40,
                remedy,
                3,
                TABLE,
                ELSEWHERE.getOrDefault(remedy, ""))));
        return claims;
    }

    private static Observation forwardIsBest(Means means) {
        double forward = last5(means, "forward-true");
        List<String> others = new ArrayList<>(THREE);
        others.addAll(List.of(Remedies.PLAIN, "mae"));
        double best = others.stream()
                .mapToDouble(remedy -> last5(means, remedy))
                .max()
                .orElseThrow();
        return Observation.start()
                .see("Forward, last 5 epochs %", forward)
                .see("the best other %", best)
                .and(forward > best);
    }

    private static double last5(Means means, String remedy) {
        return means.of(Remedy.arm(ASYMMETRIC_40, remedy), Readings::lastTest);
    }
}
