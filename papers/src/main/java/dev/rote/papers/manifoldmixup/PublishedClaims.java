package dev.rote.papers.manifoldmixup;

import static dev.rote.papers.manifoldmixup.Experiments.INPUT;
import static dev.rote.papers.manifoldmixup.Experiments.MANIFOLD;
import static dev.rote.papers.manifoldmixup.Experiments.NONE;
import static dev.rote.papers.manifoldmixup.Experiments.cifar;

import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Means;
import dev.rote.claims.Observation;
import dev.rote.papers.Protocol;
import dev.rote.papers.images.Readings;
import dev.rote.runs.RunResult;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The claims again on CIFAR-10, which only the paper scale can decide. */
final class PublishedClaims {

    static final String FGSM = "fgsm.test.0.03";

    private static final String REASON =
            "CIFAR-10 with PreAct-ResNet-18 for 2000 epochs is part of the paper scale: days on a GPU";

    private PublishedClaims() {}

    static List<Claim> claims() {
        return Stream.of(
                        new Claim(
                                "P6.1",
                                "On CIFAR-10 manifold mixup errs less than input mixup, and that less than plain training",
                                "table 1",
                                "mean test error of the last 5 epochs strictly in this order",
                                "2.95, 3.82, 4.83 %",
                                Checks.onMeans(means -> falls(means, "error %", run -> 100 - Readings.lastTest(run)))),
                        new Claim(
                                "P6.2",
                                "On CIFAR-10 manifold mixup has a lower negative log likelihood than plain training",
                                "table 1",
                                "at most 0.8 times that of plain training",
                                "0.137 against 0.190",
                                Checks.onMeans(PublishedClaims::likelihood)),
                        new Claim(
                                "P6.4",
                                "On CIFAR-10 manifold mixup withstands the fast gradient sign method better than input"
                                        + " mixup, and that better than plain training",
                                "section 5",
                                "accuracy at epsilon 0.03 of standardised inputs strictly in this order",
                                "77.50, 71.51, 36.32 %; the paper's epsilon was not found",
                                Checks.onMeans(means -> falls(
                                        means, "error under attack %", run -> 100 - Readings.percent(run, FGSM)))))
                .map(claim -> Protocol.unless(claim, REASON))
                .toList();
    }

    private static Observation falls(Means means, String name, ToDoubleFunction<RunResult> figure) {
        return AccuracyClaims.order(
                means.of(cifar(NONE), figure), means.of(cifar(INPUT), figure), means.of(cifar(MANIFOLD), figure), name);
    }

    private static Observation likelihood(Means means) {
        return AccuracyClaims.ratio(
                means.of(cifar(NONE), run -> run.last(AccuracyClaims.NLL)),
                means.of(cifar(MANIFOLD), run -> run.last(AccuracyClaims.NLL)),
                0.8);
    }
}
