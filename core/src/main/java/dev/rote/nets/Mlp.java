package dev.rote.nets;

import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fully connected layers: {@code x_i = drop(phi(norm(W_i x_(i-1) + b_i)))} for each hidden layer i, then a linear output.
 *
 * <p>On tokens the first layer looks up one row per position and adds them up, which is what a matrix does to one-hot
 * inputs; features are flattened. Weights are drawn from a normal distribution of variance 2 / fan-in (He et al. 2015,
 * equation 10), the output's too; the fan-in of the first layer is that of the dense input, biases start at 0.
 *
 * <p>The defaults are the "3-layer ReLU MLP" of Doshi et al. 2024, which gives width, activation and this variance. The
 * paper does not say where dropout and batch norm sit in it: dropout is put after the activation, the usual place (in its
 * two-layer net it is before), batch norm before the activation (Ioffe and Szegedy 2015; the paper's code has it there for
 * deep nets, but after the activation in the two-layer net).
 *
 * @param hidden width of each hidden layer, each at least 1; none makes a linear model
 * @param activation phi
 * @param bias whether each layer adds b_i
 * @param dropout probability of dropping an activation, in [0, 1)
 * @param batchNorm whether sums are batch-normalised before the activation
 */
public record Mlp(List<Integer> hidden, Activation activation, boolean bias, double dropout, boolean batchNorm)
        implements Net {

    /** Two hidden layers of 500 relu neurons without biases. */
    public Mlp() {
        this(List.of(500, 500), Activation.RELU, false, 0, false);
    }

    public Mlp {
        hidden = List.copyOf(hidden);
        for (int width : hidden) {
            if (width < 1) {
                throw new IllegalArgumentException("hidden widths must be at least 1, was " + hidden);
            }
        }
        new Dropout(dropout);
    }

    @Override
    public double work(InputShape inputs, int outputs) {
        double sum = 0;
        double before =
                inputs instanceof InputShape.Tokens tokens ? tokens.length() : inputs.size(); // tokens are looked up
        for (int next : hidden) {
            sum += before * next;
            before = next;
        }
        return 2 * (sum + before * outputs);
    }

    @Override
    public Model build(InputShape inputs, int outputs, Place place, Seeds seeds) {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        long fanIn = inputs.size();
        for (int i = 0; i <= hidden.size(); i++) {
            String name = name(i);
            int width = i < hidden.size() ? hidden.get(i) : outputs;
            double deviation = Math.sqrt(2.0 / fanIn);
            if (i == 0 && inputs instanceof InputShape.Tokens tokens) {
                for (int at = 0; at < tokens.length(); at++) {
                    String table = name + ".tables." + at;
                    weights.put(table, normal(place, seeds.of(table), deviation, tokens.vocabulary(), width));
                }
            } else {
                weights.put(name + ".weight", normal(place, seeds.of(name + ".weight"), deviation, width, (int) fanIn));
            }
            if (bias) {
                weights.put(name + ".bias", place.zeros(width));
            }
            fanIn = width;
        }
        return new MlpModel(this, inputs, weights, place);
    }

    /** The name of layer i, counted from the input: {@code hidden.0}, {@code hidden.1}, ..., {@code output}. */
    String name(int i) {
        return i < hidden.size() ? "hidden." + i : "output";
    }

    private static Tensor normal(Place place, Seeds seeds, double deviation, int rows, int columns) {
        return place.of(seeds.gaussians(Math.multiplyExact(rows, columns), deviation), rows, columns);
    }
}
