package dev.rote.train;

/**
 * The training is cut into equal rounds, and each goes by the same schedule as if it were a training of its own (warm restarts of one
 * length, Loshchilov and Hutter 2017).
 *
 * @param count how many rounds, at least 1; steps that do not divide evenly are the last round's
 * @param each the schedule of a round
 */
public record Rounds(int count, Schedule each) implements Schedule {

    /** Five rounds of half a cosine. */
    public Rounds() {
        this(5, new Cosine());
    }

    public Rounds {
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1, was " + count);
        }
    }

    @Override
    public double factor(Clock clock) {
        long length = Math.max(1, clock.steps() / count);
        long round = Math.min(clock.step() / length, count - 1);
        long steps = round == count - 1 ? clock.steps() - round * length : length;
        return each.factor(new Clock(clock.step() - round * length, steps, clock.stepsPerEpoch()));
    }
}
