package dev.rote.papers.manifoldmixup;

import static dev.rote.papers.manifoldmixup.Experiments.DECAY;
import static dev.rote.papers.manifoldmixup.Experiments.DROPOUT;
import static dev.rote.papers.manifoldmixup.Experiments.INPUT;
import static dev.rote.papers.manifoldmixup.Experiments.MANIFOLD;
import static dev.rote.papers.manifoldmixup.Experiments.NONE;

import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Means;
import dev.rote.claims.Observation;
import java.util.List;

/** Claims C6.3: the singular values of each class at the first hidden layer, where manifold mixup mixes. */
final class FlatteningClaims {

    static final String LARGEST = "flattening.hidden.0.test.largest";
    static final String REST = "flattening.hidden.0.test.rest";

    private static final String WHERE = "section 3, MNIST";

    private FlatteningClaims() {}

    static List<Claim> claims() {
        return List.of(
                new Claim(
                        "C6.3",
                        "Manifold mixup flattens: the states of a class at the mixed layer keep few directions",
                        WHERE,
                        "sum of all singular values but the largest, mean over classes, at most 0.7 times that of plain"
                                + " training",
                        "40.98 against 78.67",
                        Checks.onMeans(means -> AccuracyClaims.ratio(rest(means, NONE), rest(means, MANIFOLD), 0.7))),
                new Claim(
                        "C6.3b",
                        "Weight decay, dropout and input mixup do not flatten",
                        WHERE,
                        "the same sum at least 0.8 times that of plain training, for each of the three",
                        "73.36, 77.47, 66.89 against 78.67",
                        Checks.onMeans(FlatteningClaims::others)),
                new Claim(
                        "C6.3c",
                        "Manifold mixup flattens more than input mixup, and shrinks the largest direction most of all",
                        "ours: what a small net should show",
                        "the same sum at most 0.75 times that of plain training and 0.65 times that of input mixup; its"
                                + " largest singular value the lowest of all arms",
                        "largest: 31.65 against 51.73 (none), 28.83 (dropout), 33.46 (input mixup)",
                        Checks.onMeans(FlatteningClaims::most)));
    }

    private static double rest(Means means, String arm) {
        return means.of(arm, run -> run.last(REST));
    }

    private static Observation others(Means means) {
        Observation seen = Observation.start().see("none", rest(means, NONE));
        for (String arm : List.of(DECAY, DROPOUT, INPUT)) {
            seen = seen.atLeast(arm + ", ratio", rest(means, arm) / rest(means, NONE), 0.8);
        }
        return seen;
    }

    private static Observation most(Means means) {
        Observation seen = Observation.start()
                .atMost("ratio to none", rest(means, MANIFOLD) / rest(means, NONE), 0.75)
                .atMost("ratio to input mixup", rest(means, MANIFOLD) / rest(means, INPUT), 0.65);
        double lowest = means.of(MANIFOLD, run -> run.last(LARGEST));
        for (String arm : Experiments.ARMS.keySet()) {
            double largest = means.of(arm, run -> run.last(LARGEST));
            seen = seen.see(arm + ", largest", largest).and(arm.equals(MANIFOLD) || lowest < largest);
        }
        return seen;
    }
}
