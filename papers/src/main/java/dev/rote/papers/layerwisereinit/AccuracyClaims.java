package dev.rote.papers.layerwisereinit;

import static dev.rote.papers.layerwisereinit.Experiments.ANEW;
import static dev.rote.papers.layerwisereinit.Experiments.BARE;
import static dev.rote.papers.layerwisereinit.Experiments.FIXED;
import static dev.rote.papers.layerwisereinit.Experiments.HEAD;
import static dev.rote.papers.layerwisereinit.Experiments.LAYERWISE;
import static dev.rote.papers.layerwisereinit.Experiments.PLAIN;
import static dev.rote.papers.layerwisereinit.Experiments.SETS;
import static dev.rote.papers.layerwisereinit.Experiments.SIZED;
import static dev.rote.papers.layerwisereinit.Experiments.SPARSE;
import static dev.rote.papers.layerwisereinit.Experiments.arm;
import static dev.rote.papers.layerwisereinit.Experiments.large;

import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Means;
import dev.rote.claims.Observation;
import java.util.List;

/** Claims about test accuracy at equal budgets. */
final class AccuracyClaims {

    private static final double LEVEL = 0.05;

    private AccuracyClaims() {}

    static List<Claim> claims() {
        return List.of(
                new Claim(
                        "L1",
                        "Layerwise reinitialisation beats plain training of the same budget on small data",
                        "abstract, table 1",
                        "mean over seeds at least 1 point higher on at least 2 of 3 data sets",
                        "better in most pairs of 12 data sets and several nets",
                        Checks.onMeans(AccuracyClaims::beatsPlain)),
                new Claim(
                        "L1b",
                        "It beats plain training and each other way of reinitialising significantly",
                        "section 4, exact binomial test with Holm's correction",
                        "one-sided exact binomial test over pairs of data set and seed, p below 0.05 after Holm's correction"
                                + " for five comparisons, each",
                        "",
                        Checks.onMeans(AccuracyClaims::significant)),
                new Claim(
                        "L2",
                        "The gain is one of small data sets",
                        "section 4, decision tree that splits near 35000 examples",
                        "gain in points on 1000 examples above that on 5000 (2000 and 20000 at the paper scale)",
                        "none with a ResNet-50 and large sets",
                        Checks.onMeans(AccuracyClaims::smallData)),
                new Claim(
                        "L5",
                        "Reinitialising only the head helps, and bottom-up with all blocks helps most",
                        "section 3",
                        "means over seeds and data sets: plain <= head only <= layerwise, to within half a point",
                        "",
                        Checks.onMeans(AccuracyClaims::ordered)),
                new Claim(
                        "L5b",
                        "Rescaling and normalising are part of what helps",
                        "section 3, ablation",
                        "without both, mean over seeds and data sets below that of layerwise reinitialisation",
                        "",
                        Checks.onMeans(means -> Observation.start()
                                .see("with %", Look.overSets(means, LAYERWISE))
                                .see("without %", Look.overSets(means, BARE))
                                .and(Look.overSets(means, BARE) < Look.overSets(means, LAYERWISE)))));
    }

    private static double gain(Means means, String set) {
        return means.of(arm(LAYERWISE, set), Look::test) - means.of(arm(PLAIN, set), Look::test);
    }

    private static Observation beatsPlain(Means means) {
        Observation seen = Observation.start();
        for (String set : SETS) {
            seen = seen.see("plain on " + set + ", %", means.of(arm(PLAIN, set), Look::test))
                    .see("gain on " + set + ", points", gain(means, set));
        }
        return seen.and(SETS.stream().filter(set -> gain(means, set) >= 1).count() >= 2);
    }

    private static Observation significant(Means means) {
        List<String> rivals = List.of(PLAIN, HEAD, FIXED, ANEW, SPARSE);
        double[] adjusted = SignTest.holm(rivals.stream()
                .mapToDouble(rival -> SignTest.p(Look.differences(means, LAYERWISE, rival)))
                .toArray());
        Observation seen = Observation.start();
        for (int i = 0; i < adjusted.length; i++) {
            List<Double> differences = Look.differences(means, LAYERWISE, rivals.get(i));
            seen = seen.see(
                            "wins of " + differences.size() + " against " + rivals.get(i),
                            differences.stream().filter(d -> d > 0).count())
                    .see("p against " + rivals.get(i), adjusted[i])
                    .and(adjusted[i] < LEVEL);
        }
        return seen;
    }

    private static Observation smallData(Means means) {
        double few = gain(means, SIZED);
        double many = means.of(large(LAYERWISE), Look::test) - means.of(large(PLAIN), Look::test);
        return Observation.start()
                .see("gain on few, points", few)
                .see("gain on many, points", many)
                .and(few > many);
    }

    private static Observation ordered(Means means) {
        double plain = Look.overSets(means, PLAIN);
        double head = Look.overSets(means, HEAD);
        double layerwise = Look.overSets(means, LAYERWISE);
        return Observation.start()
                .see("plain %", plain)
                .atLeast("head only %", head, plain - 0.5)
                .atLeast("layerwise %", layerwise, head - 0.5);
    }
}
