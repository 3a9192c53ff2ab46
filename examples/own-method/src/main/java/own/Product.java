package own;

import dev.rote.nets.Forward;
import dev.rote.nets.Model;
import dev.rote.nets.Net;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A net on pairs of tokens in which neurons multiply: {@code f(m, n) = W (U e_m * V e_n)}, element by element.
 *
 * <p>U, V are p x N, W is K x N, all drawn from a normal distribution of variance 1/N.
 *
 * @param width N, number of neurons, at least 1
 */
public record Product(int width) implements Net {

    public Product {
        if (width < 1) {
            throw new IllegalArgumentException("width must be at least 1, was " + width);
        }
    }

    @Override
    public Model build(InputShape inputs, int outputs, Place place, Seeds seeds) {
        if (!(inputs instanceof InputShape.Tokens tokens) || tokens.length() != 2) {
            throw new IllegalArgumentException("a product net takes pairs of tokens, was " + inputs);
        }
        Map<String, Tensor> weights = new LinkedHashMap<>();
        for (String name : List.of("u", "v", "w")) {
            int rows = name.equals("w") ? outputs : tokens.vocabulary();
            double[] values = seeds.of(name).gaussians(rows * width, 1 / Math.sqrt(width));
            weights.put(name, place.of(values, rows, width).requiresGrad(true));
        }
        return new Multiplying(weights);
    }

    private record Multiplying(Map<String, Tensor> parameters) implements Model {

        @Override
        public List<String> layers() {
            return List.of("product");
        }

        @Override
        public Tensor forward(Tensor inputs, Forward how) {
            Tensor left = parameters.get("u").embedding(inputs.select(1, 0));
            Tensor right = parameters.get("v").embedding(inputs.select(1, 1));
            Tensor hidden = how.hook().at("product", left.mul(right));
            return hidden.mm(parameters.get("w").t());
        }
    }
}
