package dev.rote.nets;

import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The two-layer net of Doshi et al. 2024, equation 1: {@code f(m, n) = W phi(U e_m + V e_n)}, without biases.
 *
 * <p>U, V are N x p and W is p x N, all drawn from a normal distribution with standard deviation (16 N)^(-1/3). Dropout
 * sits before the activation, batch norm after it, as in the paper's code. The first layer looks up rows instead of
 * multiplying one-hot inputs.
 *
 * @param width N, number of hidden neurons, at least 1
 * @param activation phi
 * @param dropout probability of dropping a hidden sum, in [0, 1)
 * @param batchNorm whether activations are batch-normalised
 */
public record TwoLayer(int width, Activation activation, double dropout, boolean batchNorm) implements Net {

    /** 500 square neurons, as in the paper. */
    public TwoLayer() {
        this(500, Activation.SQUARE, 0, false);
    }

    public TwoLayer {
        if (width < 1) {
            throw new IllegalArgumentException("width must be at least 1, was " + width);
        }
        new Dropout(dropout);
    }

    @Override
    public double work(InputShape inputs, int outputs) {
        return (double) width * outputs * (batchNorm ? 2 : 1); // batch norm goes through automatic differentiation
    }

    @Override
    public Model build(InputShape inputs, int outputs, Place place, Seeds seeds) {
        int p = vocabulary(inputs);
        double deviation = Math.cbrt(1.0 / (16.0 * width));
        Map<String, Tensor> weights = new LinkedHashMap<>();
        weights.put("u.weight", normal(place, seeds.of("u"), deviation, p));
        weights.put("v.weight", normal(place, seeds.of("v"), deviation, p));
        weights.put("w.weight", normal(place, seeds.of("w"), deviation, outputs));
        return new TwoLayerModel(this, weights, place);
    }

    private Tensor normal(Place place, Seeds seeds, double deviation, int rows) {
        return place.of(seeds.gaussians(rows * width, deviation), rows, width);
    }

    /** The modulus, for inputs that are pairs of tokens. */
    static int vocabulary(InputShape inputs) {
        if (inputs instanceof InputShape.Tokens tokens && tokens.length() == 2) {
            return tokens.vocabulary();
        }
        throw new IllegalArgumentException(
                "a two-layer net takes pairs of tokens, such as modular-arithmetic, was " + inputs);
    }
}
