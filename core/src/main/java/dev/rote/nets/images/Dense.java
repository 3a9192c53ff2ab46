package dev.rote.nets.images;

import dev.rote.tensor.Tensor;

/** A matrix on the flattened input: {@code NAME.weight} [out, M] and {@code NAME.bias} [out]. */
record Dense(String name, int out) implements Layer {

    @Override
    public Sizes out(Sizes in) {
        return new Sizes(out, 1, 1);
    }

    @Override
    public double work(Sizes in) {
        return (double) in.count() * out;
    }

    @Override
    public Applied draw(Sizes in, Weights weights) {
        Tensor weight = weights.weight(name + ".weight", in.count(), out, in.count());
        Tensor bias = weights.bias(name + ".bias", in.count(), out);
        return (x, how) -> x.reshape(x.size(0), -1).mm(weight.t()).add_(bias);
    }
}
