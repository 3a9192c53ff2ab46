package dev.rote.papers.vog;

import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Observation;
import dev.rote.runs.RunResult;
import java.util.List;

/** Claims VoG-n and VoG-o: wrong labels, and inputs of another kind. */
final class OddClaims {

    private OddClaims() {}

    static List<Claim> claims() {
        return List.of(
                new Claim(
                        "VoG-n",
                        "Examples with wrong labels, once memorised, have higher VoG than others",
                        "section 5.1, shuffled labels, two-sample t-test",
                        "train accuracy on the noisy labels >= 95 %; Welch's t >= 1.96",
                        "significant; the share of wrong labels could not be verified",
                        Checks.everySeed(arms -> {
                            RunResult run = arms.get(Experiments.NOISY);
                            return Observation.start()
                                    .atLeast("train accuracy", Seen.train(run), 0.95)
                                    .atLeast("t", Seen.t(run), 1.96)
                                    .see("AUC", Seen.aucOfNoise(run, "vog"))
                                    .see("AUC of the loss", Seen.aucOfNoise(run, "example-loss"));
                        })),
                new Claim(
                        "VoG-o",
                        "VoG ranks inputs of another kind high",
                        "section 5.2",
                        "area under the ROC curve for inputs of the other set against test inputs >= 0.7, for a net of digits"
                                + " shown clothes and the reverse; late, by prediction, not normalised",
                        "a table that could not be verified",
                        Checks.everySeed(arms -> Observation.start()
                                .atLeast(
                                        "digits shown clothes",
                                        Seen.aucOfStrangers(arms.get(Experiments.TO_FASHION)),
                                        0.7)
                                .atLeast(
                                        "clothes shown digits",
                                        Seen.aucOfStrangers(arms.get(Experiments.TO_MNIST)),
                                        0.7))));
    }
}
