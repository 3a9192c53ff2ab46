package dev.rote.nets.images;

/** The largest of each 2 x 2 square; an odd last row or column is left out. */
record MaxPool(String name) implements Layer {

    @Override
    public Sizes out(Sizes in) {
        in.atLeast(2, name);
        return new Sizes(in.channels(), in.height() / 2, in.width() / 2);
    }

    @Override
    public Applied draw(Sizes in, Weights weights) {
        return (x, how) -> x.maxPool2d(2);
    }
}
