package dev.rote.papers.noisylabels;

import static dev.rote.papers.Protocol.onMeans;
import static dev.rote.papers.noisylabels.Look.gain;
import static dev.rote.papers.noisylabels.Spoiling.SYMMETRIC_50;

import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Means;
import dev.rote.claims.Observation;
import dev.rote.papers.images.Readings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Half of the labels wrong: what wrong labels do, and what each method saves. */
final class SymmetricClaims {

    private static final String TABLE = "Table II";

    /** What is to gain at least eight points. */
    private static final List<String> EIGHT = List.of(
            "sce",
            "sce-9.21",
            "mae",
            "gce",
            "nce-rce",
            "nce-mae",
            "sat",
            "elr",
            "decoupling",
            "co-teaching",
            "co-teaching-plus",
            "jocor-0.9");

    /** What is to gain at least four. */
    private static final List<String> FOUR = List.of(
            "forward-true", "forward-anchors", "backward-true", "mixup", "manifold-mixup", "bootstrap-hard", "sam-0.2");

    /** What is to stay within two points of cross-entropy. */
    private static final List<String> NONE = List.of("label-smoothing", "bootstrap-soft", "sam-0.05", "cdr");

    /** What the methods' papers report on the whole of MNIST, against cross-entropy. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "decoupling",
            "Han et al. 2018: 81.15, against 66.05",
            "co-teaching",
            "Han et al. 2018: 91.32, against 66.05; Wei et al. 2020: 89.82, against 52.66",
            "co-teaching-plus",
            "Wei et al. 2020: 95.80, against 52.66",
            "jocor-0.9",
            "Wei et al. 2020: 96.64, against 52.66");

    private SymmetricClaims() {}

    static List<Claim> claims() {
        List<Claim> claims = new ArrayList<>(harm());
        claims.addAll(methods());
        return claims;
    }

    /** What the methods do against it. */
    static List<Claim> methods() {
        List<Claim> claims = new ArrayList<>();
        EIGHT.forEach(remedy ->
                claims.add(Look.gains(id(remedy), SYMMETRIC_50, remedy, 8, TABLE, ELSEWHERE.getOrDefault(remedy, ""))));
        FOUR.forEach(remedy -> claims.add(Look.gains(id(remedy), SYMMETRIC_50, remedy, 4, TABLE, "")));
        NONE.forEach(remedy -> claims.add(hardly(remedy)));
        claims.add(best());
        claims.add(order());
        claims.addAll(precisions());
        return claims;
    }

    /** {@code S50-MIXUP} for mixup. */
    private static String id(String remedy) {
        return "S50-" + remedy.toUpperCase(Locale.ROOT);
    }

    private static String arm(String remedy) {
        return Remedy.arm(SYMMETRIC_50, remedy);
    }

    private static List<Claim> harm() {
        String plain = arm(Remedies.PLAIN);
        return List.of(
                onMeans(
                        "S50-HARM",
                        "Wrong labels make a net generalise much worse",
                        "abstract",
                        "ours: cross-entropy's last five epochs >= 8 points below those on clean labels",
                        "",
                        means -> {
                            double clean = means.of(Experiments.CLEAN, Readings::lastTest);
                            double noisy = means.of(plain, Readings::lastTest);
                            return Observation.start()
                                    .see("clean labels %", clean)
                                    .see("50 % wrong %", noisy)
                                    .and(clean - noisy >= 8);
                        }),
                new Claim(
                        "S50-LATE",
                        "The harm comes late: before the net fits wrong labels it is much better",
                        "background: the memorisation effect",
                        "ours: cross-entropy's best epoch (chosen on clean test data) >= 8 points above its last five",
                        "",
                        Checks.everySeed(arms -> {
                            double best = Readings.bestTest(arms.get(plain));
                            double last = Readings.lastTest(arms.get(plain));
                            return Observation.start()
                                    .see("best epoch %", best)
                                    .see("last 5 epochs %", last)
                                    .and(best - last >= 8);
                        })),
                new Claim(
                        "S50-EARLY",
                        "Right labels are fitted before wrong ones",
                        "background: the memorisation effect",
                        "ours: at cross-entropy's best epoch the memorised share is at most half of that in the last five",
                        "",
                        Checks.everySeed(arms -> {
                            double early = Look.memorisedAtBest(arms.get(plain));
                            double late = Look.memorised(arms.get(plain));
                            return Observation.start()
                                    .see("memorised at the best epoch %", early)
                                    .see("in the last 5 %", late)
                                    .and(early <= late / 2);
                        })));
    }

    private static Claim hardly(String remedy) {
        Remedy found = Remedies.of(remedy);
        return onMeans(
                id(remedy),
                "Under symmetric 50 % noise, " + found.title() + " ends hardly better than cross-entropy",
                TABLE + ": " + found.group().title(),
                "mean of the last five epochs within 2 points of cross-entropy's",
                "",
                means ->
                        Look.gained(means, SYMMETRIC_50, remedy).and(Math.abs(gain(means, SYMMETRIC_50, remedy)) <= 2));
    }

    private static Claim best() {
        return onMeans(
                "S50-BEST",
                "What methods gain is mainly protection against fitting wrong labels late: their best epochs are close"
                        + " together",
                "background: the memorisation effect",
                "best epoch (chosen on clean test data) of every method with a claim here within 5 points of"
                        + " cross-entropy's",
                "",
                SymmetricClaims::bestEpochs);
    }

    private static Observation bestEpochs(Means means) {
        double plain = means.of(arm(Remedies.PLAIN), Readings::bestTest);
        Observation seen = Observation.start().see("cross-entropy's best epoch %", plain);
        double lowest = plain;
        double highest = plain;
        for (List<String> some : List.of(EIGHT, FOUR, NONE)) {
            for (String remedy : some) {
                double best = means.of(arm(remedy), Readings::bestTest);
                lowest = Math.min(lowest, best);
                highest = Math.max(highest, best);
            }
        }
        return seen.atLeast("lowest %", lowest, plain - 5).atMost("highest %", highest, plain + 5);
    }

    private static Claim order() {
        return onMeans(
                "S50-ORDER",
                "ELR ends at least as well as JoCoR, JoCoR better than Co-teaching",
                "our ordering, beyond the survey",
                "last five epochs: ELR >= JoCoR 0.9 > Co-teaching",
                "JoCoR over Co-teaching, Wei et al. 2020: 96.64 over 89.82",
                means -> {
                    double elr = means.of(arm("elr"), Readings::lastTest);
                    double jocor = means.of(arm("jocor-0.9"), Readings::lastTest);
                    double coTeaching = means.of(arm("co-teaching"), Readings::lastTest);
                    return Observation.start()
                            .see("ELR %", elr)
                            .see("JoCoR %", jocor)
                            .see("Co-teaching %", coTeaching)
                            .and(elr >= jocor && jocor > coTeaching);
                });
    }

    private static List<Claim> precisions() {
        return List.of(
                precise("S50-CO-TEACHING-PRECISION", "co-teaching", 90, "label precision >= 0.90"),
                precise("S50-JOCOR-PRECISION", "jocor-0.9", 90, "label precision >= 0.90"),
                precise(
                        "S50-INCV-PRECISION",
                        "incv",
                        85,
                        "ours: label precision >= 0.85, 0.05 below (1 - e)^2 / ((1 - e)^2 + e^2 / 9) at e = 0.5"),
                new Claim(
                        "S50-DECOUPLING-PRECISION",
                        "What two nets disagree on is mostly wrong",
                        "the argument against disagreement",
                        "Decoupling: label precision < 0.5 in the last five epochs",
                        "",
                        Checks.everySeed(arms -> {
                            double precision = Look.precision(arms.get(arm("decoupling")));
                            return Observation.start()
                                    .see("label precision %", precision)
                                    .and(precision < 50);
                        })));
    }

    private static Claim precise(String id, String remedy, double least, String expected) {
        return new Claim(
                id,
                "What " + Remedies.of(remedy).title() + " selects is mostly right",
                "Table II: sample selection",
                expected + ", in the last five readings",
                "",
                Checks.everySeed(arms -> Observation.start()
                        .atLeast("label precision %", Look.precision(arms.get(arm(remedy))), least)));
    }
}
