package dev.rote.nets;

import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An encoder on tokens without causal mask and without layer norm, read at the last position (Vaswani et al. 2017, as
 * simplified by Doshi et al. 2024).
 *
 * <p>The residual stream starts as token embedding plus position embedding, d = {@code width} numbers per position. Each
 * layer adds what attention gathers from all positions, {@code O concat_h(softmax(q_h k_h^T / sqrt(d / H)) v_h)}, then what
 * an MLP makes of it, {@code W_out relu(W_in x)}. The outputs are a linear map of the last position's stream.
 *
 * <p>Both embeddings start standard normal, as in the paper. The paper leaves open how the matrices start and whether there
 * are biases: here each entry is uniform in plus or minus 1/sqrt(fan-in), PyTorch's default for a linear layer, and there are
 * no biases, as in the paper's code. (That code draws normal entries of variance 1/fan-in and divides logits and attention
 * by powers of the width, for a run other than the paper's.) Dropout sits where that code has it: on the embeddings, the
 * attention weights, and the outputs of attention and MLP.
 *
 * @param width d, at least 1, a multiple of {@code heads}
 * @param heads H, at least 1
 * @param layers how many, at least 1
 * @param mlpFactor neurons of the MLP per number of the stream, at least 1
 * @param dropout probability of dropping, in [0, 1)
 */
public record Transformer(int width, int heads, int layers, int mlpFactor, double dropout) implements Net {

    /** One layer of width 128 with four heads and an MLP of 512 neurons, as in the paper. */
    public Transformer() {
        this(128, 4, 1, 4, 0);
    }

    public Transformer {
        atLeastOne("width", width);
        atLeastOne("heads", heads);
        atLeastOne("layers", layers);
        atLeastOne("mlp_factor", mlpFactor);
        if (width % heads != 0) {
            throw new IllegalArgumentException("width must be a multiple of heads, was " + width + " for " + heads);
        }
        new Dropout(dropout);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, was " + value);
        }
    }

    @Override
    public double work(InputShape inputs, int outputs) {
        return 2.0 * width * (layers * width * (4.0 + 2 * mlpFactor) + outputs);
    }

    @Override
    public Model build(InputShape inputs, int outputs, Place place, Seeds seeds) {
        if (!(inputs instanceof InputShape.Tokens tokens)) {
            throw new IllegalArgumentException("a transformer takes tokens, was " + inputs);
        }
        Map<String, Tensor> weights = new LinkedHashMap<>();
        normal(weights, "embedding.weight", place, seeds, tokens.vocabulary());
        normal(weights, "positions.weight", place, seeds, tokens.length());
        for (int i = 0; i < layers; i++) {
            for (String part : new String[] {"query", "key", "value", "output"}) {
                uniform(weights, "layers." + i + ".attention." + part + ".weight", place, seeds, width, width);
            }
            uniform(weights, "layers." + i + ".mlp.in.weight", place, seeds, mlpFactor * width, width);
            uniform(weights, "layers." + i + ".mlp.out.weight", place, seeds, width, mlpFactor * width);
        }
        uniform(weights, "output.weight", place, seeds, outputs, width);
        return new TransformerModel(this, tokens, weights);
    }

    private void normal(Map<String, Tensor> weights, String name, Place place, Seeds seeds, int rows) {
        weights.put(name, place.of(seeds.of(name).gaussians(rows * width, 1), rows, width));
    }

    private static void uniform(
            Map<String, Tensor> weights, String name, Place place, Seeds seeds, int rows, int fanIn) {
        Seeds draws = seeds.of(name);
        double[] values = new double[Math.multiplyExact(rows, fanIn)];
        double bound = 1 / Math.sqrt(fanIn);
        for (int i = 0; i < values.length; i++) {
            values[i] = bound * (2 * draws.uniform(i) - 1);
        }
        weights.put(name, place.of(values, rows, fanIn));
    }
}
