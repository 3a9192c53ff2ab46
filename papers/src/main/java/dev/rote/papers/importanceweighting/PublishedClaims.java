package dev.rote.papers.importanceweighting;

import static dev.rote.papers.importanceweighting.Experiments.FAR;
import static dev.rote.papers.importanceweighting.Experiments.pictures;

import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Means;
import dev.rote.claims.Observation;
import dev.rote.papers.Protocol;
import dev.rote.papers.images.Readings;
import java.util.List;
import java.util.stream.Stream;

/** The claims again on the cats and dogs of CIFAR-10, which only the paper scale can decide. */
final class PublishedClaims {

    private static final String REASON =
            "the cats and dogs of CIFAR-10 for 1000 epochs are part of the paper scale: days on a GPU";

    private static final String NONE = pictures(Experiments.NONE);

    private PublishedClaims() {}

    static List<Claim> claims() {
        return Stream.of(
                        new Claim(
                                "P7.1",
                                "On cats and dogs the effect of weights is large at first and gone at the end",
                                "section 4, figure 3",
                                "spread after epoch 1 >= 0.5, at the end <= 0.2; weights 256 : 1 to 1 : 256",
                                "in curves only",
                                Checks.onMeans(PublishedClaims::fades)),
                        new Claim(
                                "P7.2",
                                "On cats and dogs an L2 penalty keeps an effect to the end",
                                "section 4, figure 4",
                                "spread at the end at least 3 times that without penalty; training accuracy with equal weights"
                                        + " >= 95 %; penalty 0.01",
                                "in curves only",
                                Checks.onMeans(means -> RegularizerClaims.threefold(means, NONE, pictures("l2"), FAR))),
                        new Claim(
                                "P7.3",
                                "On cats and dogs dropout does not bring the effect back",
                                "section 4, dropout",
                                "spread at the end at most 0.05 from that without it",
                                "in curves only",
                                Checks.onMeans(means ->
                                        RegularizerClaims.dropout(means, NONE, pictures(Experiments.DROPOUT), FAR))),
                        new Claim(
                                "P7.4",
                                "On cats and dogs batch norm brings some of the effect back",
                                "section 4, batch normalisation",
                                "spread at the end larger than without it",
                                "in curves only",
                                Checks.onMeans(means ->
                                        RegularizerClaims.larger(means, NONE, pictures(Experiments.NORM), FAR))))
                .map(claim -> Protocol.unless(claim, REASON))
                .toList();
    }

    private static Observation fades(Means means) {
        double first = means.of(Experiments.arm(NONE, 1, FAR), run -> Readings.atEpoch(run, Spreads.TEST, 1))
                - means.of(Experiments.arm(NONE, FAR, 1), run -> Readings.atEpoch(run, Spreads.TEST, 1));
        return Observation.start()
                .atLeast("spread after epoch 1", first, 0.5)
                .atMost("at the end", Spreads.end(means, NONE, FAR, Spreads.TEST), 0.2);
    }
}
