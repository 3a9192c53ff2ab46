package dev.rote.train;

import dev.rote.data.Augmentation;
import java.util.List;

/**
 * How to train, without what to train on which data.
 *
 * @param loss what is minimised
 * @param methods what changes training; each wraps those before it
 * @param augmentations how training inputs are varied, one after another
 * @param optimizer the rule of the moves
 * @param schedule the factor on its learning rate
 * @param steps how many steps, at least 0
 * @param batchSize rows per step, 0 for all of the training data; an incomplete last batch of an epoch is left out
 * @param lanes into how many row blocks a hand-written gradient is cut, at least 1; results depend on it, not on workers
 * @param handGradient whether a model's hand-written gradient is used where it fits
 */
public record Settings(
        Loss loss,
        List<Method> methods,
        List<Augmentation> augmentations,
        Optimizer optimizer,
        Schedule schedule,
        long steps,
        int batchSize,
        int lanes,
        boolean handGradient) {

    public Settings {
        methods = List.copyOf(methods);
        augmentations = List.copyOf(augmentations);
        if (steps < 0) {
            throw new IllegalArgumentException("steps must be at least 0, was " + steps);
        }
        if (batchSize < 0) {
            throw new IllegalArgumentException("batchSize must be at least 0 (0 is the whole data), was " + batchSize);
        }
        if (lanes < 1 || lanes > 256) {
            throw new IllegalArgumentException("lanes must be from 1 to 256, was " + lanes);
        }
    }
}
