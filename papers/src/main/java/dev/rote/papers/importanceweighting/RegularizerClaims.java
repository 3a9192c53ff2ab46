package dev.rote.papers.importanceweighting;

import static dev.rote.papers.importanceweighting.Experiments.DECAY;
import static dev.rote.papers.importanceweighting.Experiments.DROPOUT;
import static dev.rote.papers.importanceweighting.Experiments.NONE;
import static dev.rote.papers.importanceweighting.Experiments.NORM;
import static dev.rote.papers.importanceweighting.Spreads.OTHERS;
import static dev.rote.papers.importanceweighting.Spreads.TEST;
import static dev.rote.papers.importanceweighting.Spreads.end;

import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Means;
import dev.rote.claims.Observation;
import dev.rote.papers.images.Readings;
import java.util.List;
import java.util.function.Function;

/** Claims C7.2 to C7.4: what brings the effect of weights back. */
final class RegularizerClaims {

    private static final String OURS = "ours: what a small net should show";
    private static final String WORDS = "in curves only";

    private RegularizerClaims() {}

    static List<Claim> claims() {
        return List.of(
                claim(
                        "C7.2",
                        "An L2 penalty keeps an effect of weights to the end",
                        "section 4, figure 4",
                        "spread on test images at the end at least 3 times that without penalty; training accuracy with equal"
                                + " weights >= 95 %; penalty 0.005",
                        means -> threefold(means, NONE, DECAY, Experiments.RATIO)),
                claim(
                        "C7.2b",
                        "The stronger the penalty, the larger the effect",
                        "section 4, figure 4",
                        "spread on test images at the end does not fall over penalties 0, 0.001, 0.005, 0.01",
                        RegularizerClaims::penalties),
                claim(
                        "C7.2c",
                        "With an L2 penalty the effect is plain to see at a small size",
                        OURS,
                        "spread on test images at the end >= 0.15; penalty 0.005",
                        means -> Observation.start().atLeast("spread", end(means, DECAY, TEST), 0.15)),
                claim(
                        "C7.3",
                        "Dropout does not bring the effect back",
                        "section 4, dropout",
                        "spread on test images at the end at most 0.05 from that without it, either way",
                        means -> dropout(means, NONE, DROPOUT, Experiments.RATIO)),
                claim(
                        "C7.3b",
                        "With dropout the effect is gone at a small size",
                        OURS,
                        "spread on test images at the end <= 0.1",
                        means -> Observation.start().atMost("spread", end(means, DROPOUT, TEST), 0.1)),
                claim(
                        "C7.4",
                        "Batch norm brings some of the effect back",
                        "section 4, batch normalisation",
                        "spread on test images at the end larger than without it",
                        means -> larger(means, NONE, NORM, Experiments.RATIO)),
                claim(
                        "C7.4b",
                        "On images of other classes an L2 penalty brings most of it back, batch norm some",
                        OURS,
                        "spread on images of the other eight digits at the end: L2 > batch norm > none",
                        means -> {
                            double penalty = end(means, DECAY, OTHERS);
                            double norm = end(means, NORM, OTHERS);
                            double none = end(means, NONE, OTHERS);
                            return Observation.start()
                                    .see("L2", penalty)
                                    .see("batch norm", norm)
                                    .see("none", none)
                                    .see("dropout", end(means, DROPOUT, OTHERS))
                                    .and(penalty > norm && norm > none);
                        }));
    }

    private static Claim claim(
            String id, String says, String where, String expected, Function<Means, Observation> look) {
        return new Claim(id, says, where, expected, where.equals(OURS) ? "" : WORDS, Checks.onMeans(look));
    }

    /** Whether the penalised arm has three times the spread of the plain one. */
    static Observation threefold(Means means, String plain, String penalised, int ratio) {
        double none = end(means, plain, ratio, TEST);
        double penalty = end(means, penalised, ratio, TEST);
        double train = means.of(Experiments.arm(penalised, 1, 1), run -> Readings.percent(run, Readings.TRAIN));
        return Observation.start()
                .see("without penalty", none)
                .see("with it", penalty)
                .and(penalty >= 3 * none)
                .atLeast("training accuracy with it, equal weights, %", train, 95);
    }

    private static Observation penalties(Means means) {
        double before = end(means, NONE, TEST);
        Observation seen = Observation.start().see("0", before);
        for (double penalty : Experiments.PENALTIES) {
            double spread = end(means, Experiments.decay(penalty), TEST);
            seen = seen.see(Double.toString(penalty), spread).and(spread >= before);
            before = spread;
        }
        return seen;
    }

    /** Whether the spreads of the two are near each other. */
    static Observation dropout(Means means, String plain, String dropped, int ratio) {
        double none = end(means, plain, ratio, TEST);
        double drop = end(means, dropped, ratio, TEST);
        return Observation.start()
                .see("without dropout", none)
                .see("with it", drop)
                .and(Math.abs(drop - none) <= 0.05);
    }

    /** Whether the spread of the normed arm is larger. */
    static Observation larger(Means means, String plain, String normed, int ratio) {
        double none = end(means, plain, ratio, TEST);
        double norm = end(means, normed, ratio, TEST);
        return Observation.start()
                .see("without batch norm", none)
                .see("with it", norm)
                .and(norm > none);
    }
}
