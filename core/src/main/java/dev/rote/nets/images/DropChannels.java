package dev.rote.nets.images;

import dev.rote.nets.Dropout;
import dev.rote.tensor.Tensor;

/** Dropout of whole channels (dropout2d in PyTorch); masks are keyed by the layer's name. */
record DropChannels(String name, Dropout dropout) implements Layer {

    @Override
    public Applied draw(Sizes in, Weights weights) {
        return (x, how) -> {
            if (!dropout.active(how)) {
                return x;
            }
            Tensor kept = dropout.apply(x.place().full(1, x.size(0), x.size(1)), how, name);
            return x.mul(kept.unsqueeze(2).unsqueeze(3));
        };
    }
}
