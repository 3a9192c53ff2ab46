package dev.rote.papers.manifoldmixup;

import static dev.rote.papers.manifoldmixup.Experiments.INPUT;
import static dev.rote.papers.manifoldmixup.Experiments.MANIFOLD;
import static dev.rote.papers.manifoldmixup.Experiments.NONE;

import dev.rote.claims.Arms;
import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Evidence;
import dev.rote.claims.Means;
import dev.rote.claims.Observation;
import dev.rote.papers.images.Readings;
import dev.rote.runs.RunResult;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Claims C6.1, C6.2, C6.4, C6.5: errors, likelihood, attacks, and the two cases in which the method must be another one. */
final class AccuracyClaims {

    static final String NLL = "nll.test";
    static final String FGSM = "fgsm.test.0.1";

    private AccuracyClaims() {}

    static List<Claim> claims() {
        return List.of(
                new Claim(
                        "C6.1",
                        "Manifold mixup errs less than input mixup, and that less than plain training",
                        "table 1",
                        "mean test error of the last 5 epochs strictly in this order",
                        "CIFAR-10, PreAct-ResNet-18: 2.95, 3.82, 4.83 %",
                        Checks.onMeans(means -> falls(means, "error %", run -> 100 - Readings.lastTest(run)))),
                new Claim(
                        "C6.2",
                        "Manifold mixup has a lower negative log likelihood on test data than plain training",
                        "table 1",
                        "at most 0.8 times that of plain training",
                        "0.137 against 0.190",
                        Checks.onMeans(means -> likelihood(means, 0.8))),
                new Claim(
                        "C6.2b",
                        "The same at a small size, with no loss of accuracy",
                        "ours: what a small net should show",
                        "at most 0.75 times that of plain training; mean test accuracy of the last 5 epochs at least that"
                                + " of plain training",
                        "",
                        Checks.onMeans(AccuracyClaims::small)),
                new Claim(
                        "C6.4",
                        "Against the fast gradient sign method manifold mixup stands better than input mixup, and that"
                                + " better than plain training",
                        "section 5",
                        "accuracy at epsilon 0.1 strictly in this order",
                        "CIFAR-10: 77.50, 71.51, 36.32 %",
                        Checks.onMeans(means -> falls(means, "error under attack %", run -> 100 - attacked(run)))),
                new Claim(
                        "C6.4b",
                        "Against projected gradient descent none of them stands",
                        "section 5",
                        "accuracy under the attack near none for all arms",
                        "in words only",
                        results -> Evidence.notRun("there is no measure of accuracy under projected gradient descent"
                                + " yet, so the paper scale cannot decide it either")),
                new Claim(
                        "C6.5",
                        "With no layer to mix at it is plain training, with the input alone it is input mixup",
                        "section 2",
                        "every reading of every epoch equal, number for number, in both pairs",
                        "",
                        Checks.everySeed(AccuracyClaims::identities)));
    }

    /** Whether a figure falls strictly from none over input to manifold mixup. */
    private static Observation falls(Means means, String name, ToDoubleFunction<RunResult> figure) {
        return order(means.of(NONE, figure), means.of(INPUT, figure), means.of(MANIFOLD, figure), name);
    }

    /** Whether the three fall strictly. */
    static Observation order(double none, double input, double manifold, String name) {
        return Observation.start()
                .see("none, " + name, none)
                .see("input mixup, " + name, input)
                .see("manifold mixup, " + name, manifold)
                .and(manifold < input && input < none);
    }

    private static double attacked(RunResult run) {
        return Readings.percent(run, FGSM);
    }

    private static Observation likelihood(Means means, double most) {
        return ratio(means.of(NONE, run -> run.last(NLL)), means.of(MANIFOLD, run -> run.last(NLL)), most);
    }

    /** Whether the second is at most so much of the first. */
    static Observation ratio(double none, double manifold, double most) {
        return Observation.start()
                .see("none", none)
                .see("manifold mixup", manifold)
                .atMost("ratio", manifold / none, most);
    }

    private static Observation small(Means means) {
        double gain = means.of(MANIFOLD, Readings::lastTest) - means.of(NONE, Readings::lastTest);
        return likelihood(means, 0.75).atLeast("gain in accuracy, points", gain, 0);
    }

    private static Observation identities(Arms arms) {
        RunResult none = arms.get(NONE);
        RunResult input = arms.get(INPUT);
        return Observation.start()
                .atLeast(
                        "curves compared",
                        none.readings().size() + input.readings().size(),
                        2)
                .atMost(
                        "curves that differ without a layer",
                        Readings.different(none, arms.get(Experiments.NOWHERE)),
                        0)
                .atMost(
                        "curves that differ at the input",
                        Readings.different(input, arms.get(Experiments.AT_INPUT)),
                        0);
    }
}
