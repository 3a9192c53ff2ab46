package dev.rote.train;

/** The gradient of one step's loss; may be evaluated several times, at different weights. */
public interface Gradient {

    /**
     * Evaluates the loss at the present weights and writes its gradient into the parameters' grad buffers, overwriting what
     * was there.
     *
     * @return the mean loss over the examples; NaN when no example was left or the loss is not finite: such a step is skipped
     */
    double compute();

    /**
     * The gradient over a part of the step's examples: part {@code index} of {@code count} equal runs of rows, its loss the
     * mean over these rows.
     */
    Gradient shard(int index, int count);

    /** How many rows this gradient is over. */
    int rows();
}
