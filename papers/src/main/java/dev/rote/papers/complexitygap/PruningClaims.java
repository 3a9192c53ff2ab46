package dev.rote.papers.complexitygap;

import static dev.rote.papers.complexitygap.Experiments.FULL;
import static dev.rote.papers.complexitygap.Experiments.pruned;

import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Means;
import dev.rote.claims.Observation;
import dev.rote.papers.Protocol;
import dev.rote.papers.images.Readings;
import dev.rote.scores.ComplexityPrune.First;
import java.util.List;

/** Claims CG-p: examples of low score can be left out. */
final class PruningClaims {

    private static final String WHERE = "section 5, pruning curves";

    private PruningClaims() {}

    static List<Claim> claims() {
        return List.of(
                order(30),
                order(50),
                new Claim(
                        "CG-p",
                        "Half of the examples can go, the lowest-scored first, at little loss",
                        WHERE,
                        "test accuracy at the end within 1.5 points of that on all examples",
                        "figures without numbers",
                        Checks.onMeans(means -> {
                            double full = test(means, FULL);
                            double half = test(means, pruned(50, First.LOW));
                            return Observation.start()
                                    .see("all %", full)
                                    .see("half %", half)
                                    .atMost("lost, points", full - half, 1.5);
                        })),
                Protocol.unless(
                        new Claim(
                                "CG-pub",
                                "On CIFAR-10 about 40 % of the examples can go, the lowest-scored first, at a loss of 2 % or less",
                                WHERE,
                                "test accuracy at the end within 2 points of that on all examples, equal steps",
                                "2 % or less (from memory)",
                                Checks.onMeans(means -> {
                                    double full = end(means, Experiments.CIFAR);
                                    double kept = end(means, Experiments.CIFAR_PRUNED);
                                    return Observation.start()
                                            .see("all %", full)
                                            .see("60 % of them, %", kept)
                                            .atMost("lost, points", full - kept, 2);
                                })),
                        "CIFAR-10 with ResNet-18 for 200 epochs is part of the paper scale: hours on a GPU"));
    }

    private static Claim order(int percent) {
        return new Claim(
                "CG-p" + percent,
                "Without the " + percent + " % of lowest score a net does no worse than without any " + percent
                        + " %, and that no worse than without those of highest score",
                WHERE,
                "test accuracy at the end, mean of the last five epochs: lowest gone >= any gone >= highest gone",
                "figures without numbers",
                Checks.onMeans(means -> {
                    double low = test(means, pruned(percent, First.LOW));
                    double random = test(means, pruned(percent, First.RANDOM));
                    double high = test(means, pruned(percent, First.HIGH));
                    return Observation.start()
                            .see("lowest gone %", low)
                            .see("any gone %", random)
                            .see("highest gone %", high)
                            .and(low >= random && random >= high);
                }));
    }

    private static double test(Means means, String arm) {
        return means.of(arm, Readings::lastTest);
    }

    private static double end(Means means, String arm) {
        return means.of(arm, run -> Readings.percent(run, Readings.TEST));
    }
}
