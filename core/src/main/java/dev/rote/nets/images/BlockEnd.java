package dev.rote.nets.images;

import dev.rote.tensor.Tensor;

/**
 * The end of a block: the hook is called, then a frozen normalisation where the net has one. Its mean and standard deviation
 * are buffers {@code NAME.frozen.mean} and {@code NAME.frozen.std} [C]; with 0 and 1, as they start, not a bit changes.
 */
record BlockEnd(String name, boolean frozenNorm) implements Layer {

    @Override
    public Applied draw(Sizes in, Weights weights) {
        Applied hook = new Spot(name).draw(in, weights);
        if (!frozenNorm) {
            weights.endBlock(name);
            return hook;
        }
        Tensor mean = weights.buffer(name + ".frozen.mean", 0, in.channels());
        Tensor std = weights.buffer(name + ".frozen.std", 1, in.channels());
        weights.endBlock(name);
        return (x, how) -> hook.apply(x, how).sub(mean.reshape(1, -1, 1, 1)).div(std.reshape(1, -1, 1, 1));
    }
}
