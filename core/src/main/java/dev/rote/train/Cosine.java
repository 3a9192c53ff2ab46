package dev.rote.train;

/**
 * The learning rate falls along half a cosine: {@code floor + (1 - floor) (1 + cos(pi t / T)) / 2} at step t of T
 * (Loshchilov and Hutter 2017, equation 5, without restarts).
 *
 * @param floor the factor at the end, in [0, 1]
 */
public record Cosine(double floor) implements Schedule {

    /** Down to 0. */
    public Cosine() {
        this(0);
    }

    public Cosine {
        Require.share("floor", floor);
    }

    @Override
    public double factor(Clock clock) {
        return floor + (1 - floor) * (1 + Math.cos(Math.PI * Math.min(1, clock.progress()))) / 2;
    }
}
