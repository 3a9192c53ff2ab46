package dev.rote.papers.arnoldiinfluence;

import static dev.rote.papers.arnoldiinfluence.Experiments.CLOTHES;
import static dev.rote.papers.arnoldiinfluence.Experiments.DIGITS;

import dev.rote.claims.Arms;
import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Observation;
import dev.rote.runs.RunResult;
import java.util.List;

/** Claims A4, A5: the iteration finds what it is meant to find. */
final class CurvatureClaims {

    private CurvatureClaims() {}

    static List<Claim> claims() {
        return List.of(
                new Claim(
                        "A4",
                        "The top direction is an eigenvector of the Hessian",
                        "section 3.2, algorithm 1",
                        "||He - le|| / l < 0.01, for both nets",
                        "",
                        Checks.everySeed(CurvatureClaims::residuals)),
                new Claim(
                        "A5",
                        "Its curvature is the largest there is",
                        "section 3.2",
                        "within 1 % of what a hundred steps of power iteration find, for both nets",
                        "",
                        Checks.everySeed(CurvatureClaims::tops)));
    }

    private static Observation residuals(Arms arms) {
        double clothes = Look.residual(arms.get(CLOTHES));
        double digits = Look.residual(arms.get(DIGITS));
        return Observation.start()
                .see("clothes", clothes)
                .and(clothes < 0.01)
                .see("digits", digits)
                .and(digits < 0.01);
    }

    private static Observation tops(Arms arms) {
        return ratio(ratio(Observation.start(), "clothes", arms.get(CLOTHES)), "digits", arms.get(DIGITS));
    }

    private static Observation ratio(Observation so, String name, RunResult run) {
        return so.see(name + " Arnoldi", Look.top(run))
                .see(name + " power iteration", run.last(Look.HESSIAN))
                .within(name + " ratio", Look.top(run) / run.last(Look.HESSIAN), 0.99, 1.01);
    }
}
