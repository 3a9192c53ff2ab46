package dev.rote.nets.images;

/** A hidden layer: where the hook is called. */
record Spot(String name) implements Layer {

    @Override
    public Applied draw(Sizes in, Weights weights) {
        weights.layers.add(name);
        return (x, how) -> how.hook().at(name, x);
    }
}
