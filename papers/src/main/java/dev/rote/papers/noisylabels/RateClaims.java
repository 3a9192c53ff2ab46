package dev.rote.papers.noisylabels;

import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Observation;
import dev.rote.measures.NoiseRate;
import dev.rote.runs.RunResult;
import java.util.ArrayList;
import java.util.List;

/** How well the noise rate is estimated without being told, by the three families that the survey names. */
final class RateClaims {

    static final String INCV = "incv.noise_rate";
    /** The share of labels that are wrong, as the noise came out. */
    static final String WRONG = "noise.wrong";

    private static final double TOLERANCE = 0.05;
    private static final String EXPECTED =
            "within 0.05 of the share of labels that are wrong, 50 % symmetric noise; after five epochs of cross-entropy";

    private RateClaims() {}

    static List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        String early = Experiments.early(Spoiling.SYMMETRIC_50);
        claims.add(claim(
                "RATE-ANCHORS",
                "A transition matrix read off anchor points",
                early,
                reading(NoiseRate.Estimator.ANCHORS),
                EXPECTED));
        claims.add(claim(
                "RATE-GAUSSIAN",
                "A mixture of two normal distributions of losses",
                early,
                reading(NoiseRate.Estimator.GAUSSIAN_MIXTURE),
                EXPECTED));
        claims.add(claim(
                "RATE-BETA",
                "A mixture of two beta distributions of losses",
                early,
                reading(NoiseRate.Estimator.BETA_MIXTURE),
                EXPECTED));
        claims.add(
                claim(
                        "RATE-INCV",
                        "Agreement of labels with a net that was trained on other examples",
                        Remedy.arm(Spoiling.SYMMETRIC_50, "incv"),
                        INCV,
                        "within 0.05 of the share of labels that are wrong, 50 % symmetric noise; after 40 epochs on one half"));
        return claims;
    }

    /** What an estimator's readings are called. */
    static String reading(NoiseRate.Estimator estimator) {
        return new NoiseRate(estimator, 2).name();
    }

    private static Claim claim(String id, String how, String arm, String reading, String expected) {
        return new Claim(
                id, how + " tells the noise rate", "noise rate estimation", expected, "", Checks.everySeed(arms -> {
                    RunResult run = arms.get(arm);
                    double told = run.last(reading);
                    double wrong = run.last(WRONG);
                    return Observation.start()
                            .see("estimate", told)
                            .see("wrong", wrong)
                            .and(Math.abs(told - wrong) <= TOLERANCE);
                }));
    }
}
