package dev.rote.train;

/**
 * The learning rate rises in equal steps, {@code (t + 1) / length} at step t below {@code length}, then follows another
 * schedule, for which the training begins where the rise ends (Goyal et al. 2017, section 2.2, starting from near 0).
 *
 * @param length how many steps the rise takes, at least 1; the last of them is at the full rate
 * @param then what follows
 */
public record Warmup(long length, Schedule then) implements Schedule {

    /** Ten steps, then constant. */
    public Warmup() {
        this(10, new Constant());
    }

    public Warmup {
        if (length < 1) {
            throw new IllegalArgumentException("length must be at least 1, was " + length);
        }
    }

    @Override
    public double factor(Clock clock) {
        if (clock.step() < length) {
            return (clock.step() + 1.0) / length;
        }
        return then.factor(new Clock(clock.step() - length, clock.steps() - length, clock.stepsPerEpoch()));
    }
}
