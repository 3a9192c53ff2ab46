package dev.rote.papers.symmetricce;

import static dev.rote.papers.Protocol.onMeans;
import static dev.rote.papers.symmetricce.Published.arm;
import static dev.rote.papers.symmetricce.SmallClaims.late;

import dev.rote.claims.Claim;
import dev.rote.claims.Means;
import dev.rote.claims.Observation;
import dev.rote.papers.Protocol;
import java.util.List;
import java.util.stream.Stream;

/** The claims on CIFAR-10, which the paper scale decides. */
final class PublishedClaims {

    private static final String REASON = "CIFAR-10 with a convolutional net belongs to the paper scale";

    private PublishedClaims() {}

    static List<Claim> claims() {
        return Stream.of(
                        onMeans(
                                "C2.1",
                                "On CIFAR-10 with symmetric 40 % noise, SL ends above CE",
                                "table 2",
                                "test accuracy of the last 5 epochs: SL - CE >= 5 points",
                                "85.34 and 78.70 % (an independent re-run: 84.65 and 72.77 % at the best epoch)",
                                PublishedClaims::ahead),
                        onMeans(
                                "C2.2",
                                "On clean CIFAR-10 SL costs nothing",
                                "table 2",
                                "test accuracy of the last 5 epochs: SL and CE within 1 point",
                                "89.28 and 89.26 %",
                                means -> SmallClaims.alike(means, arm(Ways.CLEAN, Ways.CE), arm(Ways.CLEAN, Ways.SL))),
                        onMeans(
                                "C2.3",
                                "On CIFAR-10 with symmetric 80 % noise, SL is ahead of GCE and GCE of CE",
                                "table 2",
                                "test accuracy of the last 5 epochs: SL > GCE > CE",
                                "53.81, 40.81, 34.80 %",
                                means -> SmallClaims.order(
                                        means,
                                        arm("sym-80", Ways.SL),
                                        arm("sym-80", Ways.GCE),
                                        arm("sym-80", Ways.CE))),
                        onMeans(
                                "C2.4",
                                "On CIFAR-10 with symmetric 40 % noise, classes are nearer to each other with SL",
                                "section 1, figure 1",
                                "best less worst test accuracy of a class, last 5 epochs: SL below CE",
                                "",
                                means -> SmallClaims.evener(means, arm("sym-40", Ways.CE), arm("sym-40", Ways.SL))),
                        onMeans(
                                "C2.5",
                                "On CIFAR-10 with asymmetric 40 % noise, SL gains a little",
                                "table 2",
                                "test accuracy of the last 5 epochs: SL - CE from 1 to 3 points",
                                "80.64 and 78.51 %",
                                PublishedClaims::aLittleAhead))
                .map(claim -> Protocol.unless(claim, REASON))
                .toList();
    }

    private static Observation ahead(Means means) {
        double ce = late(means, arm("sym-40", Ways.CE));
        double sl = late(means, arm("sym-40", Ways.SL));
        return Observation.start().see("CE, %", ce).see("SL, %", sl).atLeast("gain, points", sl - ce, 5);
    }

    private static Observation aLittleAhead(Means means) {
        double ce = late(means, arm("asym-40", Ways.CE));
        double sl = late(means, arm("asym-40", Ways.SL));
        return Observation.start().see("CE, %", ce).see("SL, %", sl).within("gain, points", sl - ce, 1, 3);
    }
}
