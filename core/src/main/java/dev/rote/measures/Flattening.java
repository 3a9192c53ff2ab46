package dev.rote.measures;

import dev.rote.data.Parts;
import dev.rote.nets.Model;
import dev.rote.tensor.DType;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How many directions the representations of a class take up in a hidden layer (Verma et al. 2019, on flattening):
 * singular values s_1 >= s_2 >= ... of H_c, averaged over the classes c that occur in a part.
 *
 * <p>H_c: the layer's outputs for the examples with label c, [n_c, d], further dimensions written out in a row. Float64; at
 * least 0; grows with the square root of n_c, so compare nets on the same part only. NaN on an empty part.
 *
 * <p>Choice: the rows are not centred. The paper does not say; s_1 is then mostly the class mean, and the others are the spread.
 *
 * @param layer one of the net's hidden layers, {@code first} or {@code last}
 * @param part train, test, corrupted, uncorrupted, or another part of the data
 * @param statistic which singular values
 */
public record Flattening(String layer, String part, Statistic statistic) implements Measure {

    /** Which singular values of a class. */
    public enum Statistic {
        /** s_1. */
        LARGEST,
        /** s_2 + s_3 + ... */
        REST
    }

    /** All but the largest, in the first hidden layer, on the test part. */
    public Flattening() {
        this("first", "test", Statistic.REST);
    }

    @Override
    public double of(Subject subject) {
        String name = named(subject.model());
        Outcome outcome = subject.on(part);
        int[] classes = Arrays.stream(outcome.labels()).distinct().sorted().toArray();
        return Arrays.stream(classes)
                .mapToDouble(c -> {
                    long[] ids = IntStream.range(0, outcome.ids().length)
                            .filter(i -> outcome.labels()[i] == c)
                            .mapToLong(i -> outcome.ids()[i])
                            .toArray();
                    double[] values = singularValues(subject, part, name, ids);
                    double sum = Arrays.stream(values).sum();
                    return statistic == Statistic.LARGEST ? values[0] : sum - values[0];
                })
                .average()
                .orElse(Double.NaN);
    }

    private static double[] singularValues(Subject subject, String part, String layer, long[] ids) {
        Tensor[] blocks = new Tensor[(ids.length + Evaluator.BLOCK - 1) / Evaluator.BLOCK];
        try (Scope scope = Scope.open()) {
            subject.forEachBlock(
                    part,
                    ids,
                    ids.length,
                    (from, batch) -> subject.pass(batch)
                            .hook((name, hidden) -> {
                                if (name.equals(layer)) {
                                    Tensor rows =
                                            hidden.reshape(batch.size(), -1).to(DType.FLOAT64);
                                    blocks[from / Evaluator.BLOCK] =
                                            Scope.release(rows.copy()); // outlives this thread's scope
                                }
                                return hidden;
                            })
                            .outputs());
            return Tensor.cat(List.of(blocks), 0).svdvals().toDoubles();
        } finally {
            Arrays.stream(blocks).filter(Objects::nonNull).forEach(Tensor::close);
        }
    }

    private String named(Model model) {
        List<String> layers = model.layers();
        if (layers.isEmpty() || !List.of("first", "last").contains(layer) && !layers.contains(layer)) {
            throw new IllegalArgumentException(
                    "flattening needs a net with a hidden layer '" + layer + "', this one has " + layers);
        }
        return switch (layer) {
            case "first" -> layers.get(0);
            case "last" -> layers.get(layers.size() - 1);
            default -> layer;
        };
    }

    @Override
    public void check(Model model, Parts parts) {
        Subject.checkClasses(part, parts);
        named(model);
    }

    @Override
    public String name() {
        return "flattening." + layer + "." + part + "." + Names.kebab(statistic);
    }
}
