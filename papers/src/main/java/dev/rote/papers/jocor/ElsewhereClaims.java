package dev.rote.papers.jocor;

import dev.rote.claims.Claim;
import dev.rote.claims.Evidence;
import java.util.List;

/** The claims that no scale decides, and why. */
final class ElsewhereClaims {

    private static final String GPU = "needs a GPU and is in no scale, not even the paper scale; the recipes are"
            + " examples/paper-scale/jocor-cifar10.yaml";

    private ElsewhereClaims() {}

    static List<Claim> claims() {
        return List.of(
                claim(
                        "C3.2-cifar10",
                        "On CIFAR-10, too, JoCoR ends above Co-teaching and Co-teaching above standard training",
                        "table 2 (CIFAR-10)",
                        "test accuracy of the last 10 epochs: JoCoR > Co-teaching > Standard under each noise",
                        "symmetric 20, 50, 80 %: 85.73 > 78.23 > 69.18, 79.41 > 71.30 > 42.71, 27.78 > 26.58 > 16.24 %;"
                                + " asymmetric 40 %: 76.36 > 73.78 > 69.43 %",
                        GPU),
                claim(
                        "C3.3-cifar10",
                        "On CIFAR-10 Co-teaching+ falls below Co-teaching where half or more of the labels are wrong",
                        "table 2 (CIFAR-10, symmetric 50 and 80 %)",
                        "test accuracy of the last 10 epochs: Co-teaching > Co-teaching+ under both",
                        "71.30 > 57.05 and 26.58 > 24.19 %",
                        GPU),
                claim(
                        "C3.5",
                        "The one exception: on CIFAR-100 with asymmetric 40 % noise Co-teaching+ is ahead of JoCoR",
                        "table 3 (CIFAR-100, asymmetric 40 %)",
                        "test accuracy of the last 10 epochs: Co-teaching+ > JoCoR",
                        "33.62 > 32.70 %",
                        "is in no scale, not even the paper scale: Rote does not read CIFAR-100 and its super-classes"),
                claim(
                        "C3.11",
                        "On Clothing1M, whose labels are wrong by nature, JoCoR is ahead of the others",
                        "table 4",
                        "test accuracy at the best and the last epoch: JoCoR above Standard, Co-teaching and Co-teaching+",
                        "best 70.30, 67.22, 69.21, 59.32 %; last 69.79, 64.68, 68.51, 58.79 %",
                        "is in no scale, not even the paper scale: a million pictures that one must ask for, and a pre-trained"
                                + " net that Rote does not have"));
    }

    private static Claim claim(String id, String says, String where, String expected, String paper, String reason) {
        return new Claim(id, says, where, expected, paper, results -> Evidence.notRun(reason));
    }
}
