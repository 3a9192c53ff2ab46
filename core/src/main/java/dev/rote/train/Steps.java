package dev.rote.train;

import java.util.List;

/**
 * The learning rate is multiplied by {@code factor} each time a milestone is passed, as PyTorch's MultiStepLR; milestones are shares
 * of the training.
 *
 * @param at the milestones, each in [0, 1]
 * @param factor what the rate is multiplied by, in [0, 1]
 */
public record Steps(List<Double> at, double factor) implements Schedule {

    /** A tenth at half and again at three quarters. */
    public Steps() {
        this(List.of(0.5, 0.75), 0.1);
    }

    public Steps {
        at = List.copyOf(at);
        at.forEach(milestone -> Require.share("at", milestone));
        Require.share("factor", factor);
    }

    @Override
    public double factor(Clock clock) {
        double product = 1;
        for (double milestone : at) {
            product *= clock.progress() >= milestone ? factor : 1;
        }
        return product;
    }
}
