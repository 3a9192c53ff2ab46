package dev.rote.nets.images;

import dev.rote.nets.Dropout;

/** Dropout of single numbers; masks are keyed by the layer's name. */
record Drop(String name, Dropout dropout) implements Layer {

    @Override
    public Applied draw(Sizes in, Weights weights) {
        return (x, how) -> dropout.apply(x, how, name);
    }
}
