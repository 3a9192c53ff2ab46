package dev.rote.nets.images;

import dev.rote.tensor.Tensor;

/** An activation in place: what comes before it here never needs its own output to be differentiated. */
enum Rectifier implements Layer {
    RELU {
        @Override
        Tensor apply(Tensor x) {
            return x.relu_();
        }
    },
    LEAKY_RELU {
        @Override
        Tensor apply(Tensor x) {
            return x.leakyRelu_(0.01);
        }
    };

    abstract Tensor apply(Tensor x);

    @Override
    public Applied draw(Sizes in, Weights weights) {
        return (x, how) -> apply(x);
    }
}
