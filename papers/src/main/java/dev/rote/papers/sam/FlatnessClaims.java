package dev.rote.papers.sam;

import static dev.rote.papers.images.Readings.TEST;
import static dev.rote.papers.images.Readings.TRAIN;

import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Means;
import dev.rote.claims.Observation;
import dev.rote.papers.images.Readings;
import java.util.List;

/** Claims C5.4 and C5.8: clean labels. */
final class FlatnessClaims {

    static final String SHARPNESS = "sharpness.train.0.05";
    static final String HESSIAN = "hessian.train";

    private FlatnessClaims() {}

    static List<Claim> claims() {
        return List.of(
                new Claim(
                        "C5.4",
                        "SAM ends where the loss is less sharp, at the same training accuracy",
                        "section 4.2, figure 3",
                        "training accuracies at most 0.5 points apart; rise of the loss within radius 0.05 lower",
                        "in words only",
                        Checks.onMeans(means -> compare(means, SHARPNESS, "sharpness"))),
                new Claim(
                        "C5.4b",
                        "SAM ends where the loss is less curved, at the same training accuracy",
                        "section 4.2, figure 3",
                        "training accuracies at most 0.5 points apart; top eigenvalue of the Hessian lower",
                        "24.2 against 62.9 (from memory)",
                        Checks.onMeans(means -> compare(means, HESSIAN, "top eigenvalue"))),
                new Claim(
                        "C5.8",
                        "On clean labels SAM errs no more than SGD at equal cost",
                        "section 3.1, table 1",
                        "mean test error at the end of 50 epochs of SAM at most that of 100 epochs of SGD; 2000 pictures of"
                                + " clothes, small CNN",
                        "WRN-28-10, CIFAR-10: 2.7 against 3.5 % (from memory)",
                        Checks.onMeans(means -> error(means, Experiments.FASHION_SGD, Experiments.FASHION_SAM))));
    }

    private static Observation compare(Means means, String reading, String name) {
        double plain = means.of(Experiments.CLEAN_SGD, run -> run.last(reading));
        double flat = means.of(Experiments.CLEAN_SAM, run -> run.last(reading));
        double plainTrain = means.of(Experiments.CLEAN_SGD, run -> Readings.percent(run, TRAIN));
        double flatTrain = means.of(Experiments.CLEAN_SAM, run -> Readings.percent(run, TRAIN));
        return Observation.start()
                .see("SGD train %", plainTrain)
                .see("SAM train %", flatTrain)
                .and(Math.abs(plainTrain - flatTrain) <= 0.5)
                .see("SGD " + name, plain)
                .see("SAM " + name, flat)
                .and(flat < plain);
    }

    /** Whether the second arm errs no more than the first. */
    static Observation error(Means means, String plain, String flat) {
        double first = 100 - means.of(plain, run -> Readings.percent(run, TEST));
        double second = 100 - means.of(flat, run -> Readings.percent(run, TEST));
        return Observation.start()
                .see("SGD error %", first)
                .see("SAM error %", second)
                .and(second <= first);
    }
}
