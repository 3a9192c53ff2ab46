package dev.rote.train;

/**
 * The learning rate stays until a share {@code from} of the training is over, then falls in a straight line to the floor:
 * {@code 1 - (1 - floor) (p - from) / (1 - from)} at progress p. The schedule of Co-teaching (Han et al. 2018) with from = 0.4.
 *
 * @param from where the fall begins, in [0, 1)
 * @param floor the factor at the end, in [0, 1]
 */
public record Linear(double from, double floor) implements Schedule {

    /** Falls to 0 from the first step on. */
    public Linear() {
        this(0, 0);
    }

    public Linear {
        Require.below1("from", from);
        Require.share("floor", floor);
    }

    @Override
    public double factor(Clock clock) {
        double over = Math.max(0, Math.min(1, clock.progress()) - from) / (1 - from);
        return 1 - (1 - floor) * over;
    }
}
