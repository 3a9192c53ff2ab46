package dev.rote.nets;

import dev.rote.tensor.Tensor;

/** What a neuron does with its sum. */
public enum Activation {
    SQUARE {
        @Override
        public Tensor apply(Tensor sums) {
            return sums.square();
        }
    },
    RELU {
        @Override
        public Tensor apply(Tensor sums) {
            return sums.relu();
        }
    },
    GELU {
        @Override
        public Tensor apply(Tensor sums) {
            return sums.gelu();
        }
    },
    TANH {
        @Override
        public Tensor apply(Tensor sums) {
            return sums.tanh();
        }
    };

    /** The activation, element by element. */
    public abstract Tensor apply(Tensor sums);
}
