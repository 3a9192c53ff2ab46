package dev.rote.nets.images;

import dev.rote.nets.BatchNorm;

/** Batch normalisation over channels. */
record Norm(String name) implements Layer {

    @Override
    public Applied draw(Sizes in, Weights weights) {
        BatchNorm norm = weights.batchNorm(name, in.channels());
        return (x, how) -> norm.apply(x, how.mode());
    }
}
