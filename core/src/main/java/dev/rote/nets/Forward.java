package dev.rote.nets;

import dev.rote.tensor.Seeds;

/**
 * The circumstances of one forward pass.
 *
 * @param mode how dropout and running statistics behave
 * @param hook what looks at the hidden layers
 * @param random where dropout draws its masks from; the same source gives the same masks
 * @param ids which example each row is, [N]: masks are keyed by it, so an example keeps its mask when the batch is cut
 */
public record Forward(Mode mode, Hook hook, Seeds random, long[] ids) {

    /** Evaluation without hooks. */
    public static Forward evaluation(long[] ids) {
        return new Forward(Mode.EVAL, Hook.NONE, new Seeds(0), ids);
    }
}
