package dev.rote.nets.images;

/** The mean over height and width: [N, C, H, W] to [N, C]. */
record AveragePool() implements Layer {

    @Override
    public Sizes out(Sizes in) {
        return new Sizes(in.channels(), 1, 1);
    }

    @Override
    public Applied draw(Sizes in, Weights weights) {
        return (x, how) -> x.reshape(x.size(0), x.size(1), -1).mean(2, false);
    }
}
