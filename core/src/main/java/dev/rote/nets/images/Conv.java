package dev.rote.nets.images;

import dev.rote.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** A square convolution: {@code NAME.weight} [out, C, kernel, kernel] and, where wanted, {@code NAME.bias} [out]. */
record Conv(String name, int out, int kernel, int stride, int padding, boolean bias) implements Layer {

    /** A convolution that keeps height and width; the kernel is odd. */
    static Conv same(String name, int out, int kernel, boolean bias) {
        return new Conv(name, out, kernel, 1, kernel / 2, bias);
    }

    @Override
    public Sizes out(Sizes in) {
        in.atLeast(kernel - 2L * padding, name);
        return new Sizes(out, side(in.height()), side(in.width()));
    }

    private long side(long before) {
        return (before + 2L * padding - kernel) / stride + 1;
    }

    @Override
    public double work(Sizes in) {
        return (double) out(in).count() * in.channels() * kernel * kernel;
    }

    @Override
    public Applied draw(Sizes in, Weights weights) {
        long fanIn = in.channels() * kernel * kernel;
        Tensor weight = weights.weight(name + ".weight", fanIn, out, in.channels(), kernel, kernel);
        @Nullable Tensor shift = bias ? weights.bias(name + ".bias", fanIn, out) : null;
        return (x, how) -> x.conv2d(weight, shift, stride, padding);
    }
}
