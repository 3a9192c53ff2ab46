package dev.rote.papers.sam;

import static dev.rote.papers.sam.Experiments.cifar;

import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Means;
import dev.rote.claims.Observation;
import dev.rote.papers.Protocol;
import dev.rote.papers.images.Readings;
import java.util.List;
import java.util.stream.Stream;

/** The claims again on CIFAR-10, which only the paper scale can decide. */
final class PublishedClaims {

    private static final String REASON =
            "CIFAR-10 with ResNet-18 for 200 epochs is part of the paper scale: hours on a GPU";

    private PublishedClaims() {}

    static List<Claim> claims() {
        return Stream.of(
                        new Claim(
                                "P5.3",
                                "On CIFAR-10 with 40 and 60 % wrong labels SAM ends better than SGD",
                                "section 3.3, table 4",
                                "test accuracy at the end higher by 5 points or more at 40 and at 60 %",
                                "40 %: 93.4 against 68.8; 60 %: 90.5 against 48.2 (ResNet-32)",
                                Checks.onMeans(PublishedClaims::wrongLabels)),
                        new Claim(
                                "P5.5",
                                "On CIFAR-10 bootstrapping inside SAM is at least as good as SAM alone",
                                "section 3.3, table 4",
                                "test accuracy at the end at least that of SAM at 20, 40, 60 and 80 %",
                                "95.4, 94.2, 91.8, 79.9 against 95.1, 93.4, 90.5, 77.9",
                                Checks.onMeans(PublishedClaims::bootstrapping)),
                        new Claim(
                                "P5.8",
                                "On clean CIFAR-10 SAM errs no more than SGD at equal cost",
                                "section 3.1, table 1",
                                "test error after 200 epochs of SAM at most that after 400 epochs of SGD",
                                "WRN-28-10: 2.7 against 3.5 % (from memory)",
                                Checks.onMeans(means -> FlatnessClaims.error(means, cifar(0, "sgd"), cifar(0, "sam")))))
                .map(claim -> Protocol.unless(claim, REASON))
                .toList();
    }

    private static double end(Means means, int percent, String arm) {
        return means.of(cifar(percent, arm), run -> Readings.percent(run, Readings.TEST));
    }

    private static Observation wrongLabels(Means means) {
        Observation seen = Observation.start();
        for (int percent : List.of(40, 60)) {
            double gain = end(means, percent, "sam") - end(means, percent, "sgd");
            seen = seen.atLeast("gain at " + percent + " percent wrong, points", gain, 5);
        }
        return seen;
    }

    private static Observation bootstrapping(Means means) {
        Observation seen = Observation.start();
        for (int percent : Experiments.PUBLISHED) {
            double gain = end(means, percent, "bootstrap-sam") - end(means, percent, "sam");
            seen = seen.atLeast("gain at " + percent + " percent wrong, points", gain, 0);
        }
        return seen;
    }
}
