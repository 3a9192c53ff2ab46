package dev.rote.nets;

import dev.rote.tensor.DType;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Weights of a {@link Transformer}: {@code embedding.weight} [vocabulary, d], {@code positions.weight} [length, d], {@code
 * layers.I.attention.query.weight} (and key, value, output) [d, d], {@code layers.I.mlp.in.weight} [4d, d], {@code
 * layers.I.mlp.out.weight} [d, 4d], {@code output.weight} [K, d].
 *
 * <p>Only what is read is computed: the last layer asks, and updates the stream, at the last position alone. Hooks see the
 * MLP's neurons ({@code layers.I.mlp}) and the stream after each layer ({@code layers.I}), [N, length, ...], in the last
 * layer [N, ...].
 */
final class TransformerModel implements Model, ResidueWeights {

    private final Transformer net;
    private final InputShape.Tokens tokens;
    private final Map<String, Tensor> parameters;
    private final Dropout dropout;

    TransformerModel(Transformer net, InputShape.Tokens tokens, Map<String, Tensor> weights) {
        this.net = net;
        this.tokens = tokens;
        parameters = new LinkedHashMap<>(weights);
        parameters.values().forEach(weight -> weight.requiresGrad(true));
        dropout = new Dropout(net.dropout());
    }

    private Tensor parameter(String name) {
        return Objects.requireNonNull(parameters.get(name + ".weight"), name);
    }

    @Override
    public Map<String, Tensor> parameters() {
        return parameters;
    }

    @Override
    public List<String> layers() {
        return IntStream.range(0, net.layers())
                .mapToObj(i -> "layers." + i)
                .flatMap(layer -> Stream.of(layer + ".mlp", layer))
                .toList();
    }

    @Override
    public Tensor forward(Tensor inputs, Forward how) {
        Rows stream = embed(inputs, how);
        for (int i = 0; i < net.layers(); i++) {
            stream = layer("layers." + i, stream, i == net.layers() - 1, how);
        }
        return stream.times(parameter("output"));
    }

    private Rows embed(Tensor inputs, Forward how) {
        long vocabulary = tokens.vocabulary();
        int length = tokens.length();
        Tensor embedding = parameter("embedding");
        Tensor positions = parameter("positions");
        Rows rows;
        if (inputs.dtype() == DType.INT64) {
            Tensor table = embedding.unsqueeze(0).add(positions.unsqueeze(1));
            long[] starts =
                    IntStream.range(0, length).mapToLong(at -> at * vocabulary).toArray();
            Tensor index = inputs.add(inputs.place().indices(starts, length)).reshape(-1);
            rows = new Rows(table.reshape(length * vocabulary, net.width()), index, length);
        } else {
            Tensor mixed = inputs.reshape(-1, vocabulary).mm(embedding).reshape(-1, length, net.width());
            rows = new Rows(mixed.add(positions).reshape(-1, net.width()), null, length);
        }
        return dropout.active(how) ? new Rows(dropout.apply(rows.written(), how, "embedding"), null, length) : rows;
    }

    private Rows layer(String name, Rows stream, boolean last, Forward how) {
        Rows asking = last ? stream.last() : stream;
        Tensor attended = attention(name + ".attention", asking, stream, how);
        Tensor x = asking.written().add(dropout.apply(attended, how, name + ".attention.output"));
        Tensor neurons =
                hook(name + ".mlp", x.mm(parameter(name + ".mlp.in").t()).relu(), asking.length(), how);
        Tensor branch = neurons.mm(parameter(name + ".mlp.out").t());
        Tensor after = x.add(dropout.apply(branch, how, name + ".mlp.out"));
        return new Rows(hook(name, after, asking.length(), how), null, asking.length());
    }

    /** Shows [N * length, M] rows to the hook as [N, length, M], or as [N, M] when there is one position. */
    private static Tensor hook(String name, Tensor rows, int length, Forward how) {
        if (how.hook() == Hook.NONE) {
            return rows;
        }
        long width = rows.size(1);
        Tensor shown = length == 1 ? rows : rows.reshape(-1, length, width);
        return how.hook().at(name, shown).reshape(-1, width);
    }

    /** What the asking positions gather from all positions, [N * asking positions, d]. */
    private Tensor attention(String name, Rows asking, Rows stream, Forward how) {
        long length = stream.length();
        long heads = net.heads();
        long size = net.width() / heads;
        Tensor query = parameter(name + ".query").mul(1 / Math.sqrt(size));
        Tensor values = stream.times(parameter(name + ".value")).reshape(-1, length, heads, size);
        Tensor gathered;
        if (asking.length() == 1) {
            // One question per example: products and sums of whole rows beat thousands of tiny matrix products.
            Tensor scores = stream.pairsInTable(asking, heads)
                    ? stream.tabledScores(asking, query, parameter(name + ".key"), heads)
                    : stream.times(parameter(name + ".key"))
                            .reshape(-1, length, heads, size)
                            .mul(asking.times(query).reshape(-1, 1, heads, size))
                            .sum(3, false);
            Tensor weights = dropout.apply(scores.softmax(1), how, name);
            gathered = values.mul(weights.unsqueeze(3)).sum(1, false);
        } else {
            Tensor keys = stream.times(parameter(name + ".key")).reshape(-1, length, heads, size);
            Tensor asked = asking.times(query)
                    .reshape(-1, asking.length(), heads, size)
                    .transpose(1, 2);
            Tensor weights =
                    dropout.apply(asked.matmul(keys.permute(0, 2, 3, 1)).softmax(3), how, name);
            gathered = weights.matmul(values.transpose(1, 2)).transpose(1, 2);
        }
        return gathered.reshape(-1, net.width()).mm(parameter(name + ".output").t());
    }

    @Override
    public Map<String, Tensor> residueWeights() {
        return Map.of("embedding", parameter("embedding").detach().t());
    }
}
