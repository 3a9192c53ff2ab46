package dev.rote.papers.symmetricce;

import dev.rote.claims.Arms;
import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Observation;
import dev.rote.data.prepare.AveragePool;
import dev.rote.data.prepare.Standardize;
import dev.rote.data.prepare.Take;
import dev.rote.measures.MeanLoss;
import dev.rote.noise.Draw;
import dev.rote.noise.TransitionNoise;
import dev.rote.papers.images.SmallImages;
import dev.rote.runs.Probe;
import dev.rote.runs.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Claim C2.7: what makes reverse cross-entropy tolerant to noise, its sum over all K labels is {@code -A (K - 1)} whatever the net says.
 *
 * <p>One untrained net is shown the same pictures ten times, each time with every label moved on by one more class, and its mean
 * losses are added up. Its inputs are standardised, so that what it says is far from equal probabilities.
 */
final class Identity {

    private static final int CLASSES = 10;
    private static final int TRAIN = 500;

    private Identity() {}

    private static String arm(int shift, String way) {
        return "labels-" + shift + "-" + way;
    }

    static List<Recipe> recipes() {
        List<Recipe> recipes = new ArrayList<>();
        for (String way : List.of(Ways.RCE, Ways.CE)) {
            for (int shift = 0; shift < CLASSES; shift++) {
                Recipe plain = SmallImages.mnist14(arm(shift, way), TRAIN, TRAIN)
                        .prepare(new Take("train", TRAIN, Take.Order.RANDOM), new AveragePool(2), new Standardize())
                        .noise(moved(shift))
                        .epochs(0)
                        .steps(0)
                        .probes(List.of(new Probe(new MeanLoss("train"))))
                        .recipe();
                recipes.add(Ways.train(plain, way));
            }
        }
        return recipes;
    }

    /** Each label i becomes i + shift. */
    private static TransitionNoise moved(int shift) {
        return new TransitionNoise(
                IntStream.range(0, CLASSES)
                        .mapToObj(i -> IntStream.range(0, CLASSES)
                                .mapToObj(j -> j == (i + shift) % CLASSES ? 1.0 : 0.0)
                                .toList())
                        .toList(),
                Draw.IID);
    }

    static Claim claim() {
        double flat = CLASSES * Math.log(CLASSES);
        return new Claim(
                "C2.7",
                "The sum of reverse cross-entropy over all labels is the same whatever the net says; that of cross-entropy is not",
                "section 3.3, theorem 1 and its proof; the control with cross-entropy is ours",
                "sum over ten labelings within 0.001 of -A (K - 1) = 36; with cross-entropy at least 5 % above the 23.03 of equal"
                        + " probabilities",
                "-A (K - 1)",
                Checks.everySeed(arms -> Observation.start()
                        .within("sum of RCE", sum(arms, Ways.RCE), 36 - 1e-3, 36 + 1e-3)
                        .atLeast("sum of CE", sum(arms, Ways.CE), 1.05 * flat)));
    }

    private static double sum(Arms arms, String way) {
        return IntStream.range(0, CLASSES)
                .mapToDouble(shift -> arms.get(arm(shift, way)).last("loss.train"))
                .sum();
    }
}
