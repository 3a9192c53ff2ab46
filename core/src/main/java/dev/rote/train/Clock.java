package dev.rote.train;

/**
 * Where in its course a training is.
 *
 * @param step steps completed; during a step, the number of that step counted from 0
 * @param steps steps in all
 * @param stepsPerEpoch steps in one pass over the training data
 */
public record Clock(long step, long steps, long stepsPerEpoch) {

    /** Epochs completed; during a step, the number of the current epoch counted from 0. */
    public long epoch() {
        return step / stepsPerEpoch;
    }

    /** Share of the training that is over, in [0, 1]. */
    public double progress() {
        return steps == 0 ? 1 : (double) step / steps;
    }

    /** One step later. */
    Clock next() {
        return new Clock(step + 1, steps, stepsPerEpoch);
    }
}
