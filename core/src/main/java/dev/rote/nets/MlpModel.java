package dev.rote.nets;

import dev.rote.tensor.DType;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Weights of an {@link Mlp}: {@code hidden.0.tables.0} [vocabulary, width], {@code hidden.0.tables.1}, ... on tokens (a
 * PyTorch parameter list), {@code hidden.0.weight} [width, size] on features, then {@code hidden.1.weight} [width, fan-in],
 * ..., {@code output.weight} [K, fan-in] and their {@code .bias}; {@code norm.0.weight}, ... with batch norm.
 */
final class MlpModel implements Model, ResidueWeights {

    private final Mlp net;
    private final Map<String, Tensor> parameters;
    private final Map<String, Tensor> buffers = new LinkedHashMap<>();
    private final List<Tensor> tables = new ArrayList<>();
    private final List<BatchNorm> norms = new ArrayList<>();
    private final Dropout dropout;

    MlpModel(Mlp net, InputShape inputs, Map<String, Tensor> weights, Place place) {
        this.net = net;
        parameters = new LinkedHashMap<>(weights);
        weights.values().forEach(weight -> weight.requiresGrad(true));
        if (inputs instanceof InputShape.Tokens tokens) {
            for (int at = 0; at < tokens.length(); at++) {
                tables.add(parameter(net.name(0) + ".tables." + at));
            }
        }
        if (net.batchNorm()) {
            for (int i = 0; i < net.hidden().size(); i++) {
                norms.add(new BatchNorm("norm." + i, net.hidden().get(i), place, parameters, buffers));
            }
        }
        dropout = new Dropout(net.dropout());
    }

    private Tensor parameter(String name) {
        return Objects.requireNonNull(parameters.get(name), name);
    }

    @Override
    public Map<String, Tensor> parameters() {
        return parameters;
    }

    @Override
    public Map<String, Tensor> buffers() {
        return buffers;
    }

    @Override
    public List<String> layers() {
        return IntStream.range(0, net.hidden().size()).mapToObj(net::name).toList();
    }

    @Override
    public Tensor forward(Tensor inputs, Forward how) {
        Tensor x = inputs;
        for (int i = 0; i < net.hidden().size(); i++) {
            Tensor sums = linear(i, x);
            Tensor active =
                    net.activation().apply(net.batchNorm() ? norms.get(i).apply(sums, how.mode()) : sums);
            x = how.hook().at(net.name(i), dropout.apply(active, how, net.name(i)));
        }
        return linear(net.hidden().size(), x);
    }

    private Tensor linear(int i, Tensor x) {
        Tensor product;
        if (i > 0) {
            product = x.mm(parameter(net.name(i) + ".weight").t());
        } else if (tables.isEmpty()) {
            product = x.reshape(x.size(0), -1)
                    .mm(parameter(net.name(0) + ".weight").t());
        } else {
            product = lookUp(x);
        }
        return net.bias() ? product.add(parameter(net.name(i) + ".bias")) : product;
    }

    /** The sum over positions of the token's row, or of the mixture of rows. */
    private Tensor lookUp(Tensor x) {
        boolean indices = x.dtype() == DType.INT64;
        @Nullable Tensor sum = null;
        for (int at = 0; at < tables.size(); at++) {
            Tensor table = tables.get(at);
            int vocabulary = (int) table.size(0);
            Tensor term = indices
                    ? table.embedding(x.select(1, at))
                    : x.narrow(1, (long) at * vocabulary, vocabulary).mm(table);
            sum = sum == null ? term : sum.add(term);
        }
        return Objects.requireNonNull(sum, "tokens have at least one position");
    }

    /** u and v of the first layer for inputs that are pairs of tokens; nothing for others. */
    @Override
    public Map<String, Tensor> residueWeights() {
        Map<String, Tensor> rows = new LinkedHashMap<>();
        if (tables.size() == 2) {
            rows.put("u", tables.get(0).detach().t());
            rows.put("v", tables.get(1).detach().t());
        }
        return rows;
    }
}
