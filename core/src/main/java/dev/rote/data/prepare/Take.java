package dev.rote.data.prepare;

import dev.rote.data.Examples;
import dev.rote.data.Parts;
import dev.rote.data.Preparation;
import dev.rote.tensor.Seeds;
import java.util.stream.IntStream;

/**
 * Keeps so many examples of one part; the other parts stay as they are.
 *
 * <p>At random, every class keeps its share: count * n_c / n examples of class c, rounded by largest remainders.
 *
 * @param part which part
 * @param count how many to keep, at least 1
 * @param order which to keep
 */
public record Take(String part, int count, Order order) implements Preparation {

    /** Which examples to keep. */
    public enum Order {
        /** Those of lowest id. */
        FIRST,
        /** Drawn from the seed, by example id and class by class. */
        RANDOM
    }

    /** A thousand training examples. */
    public Take() {
        this("train", 1000, Order.RANDOM);
    }

    public Take {
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1, was " + count);
        }
    }

    /** @throws IllegalArgumentException when there is no such part, or it has fewer examples than that */
    @Override
    public Parts apply(Parts parts, Seeds seeds) {
        Examples examples = Examples.of(parts.get(part), "take");
        if (count > examples.size()) {
            throw new IllegalArgumentException(
                    "count must be at most the " + examples.size() + " examples of part " + part + ", was " + count);
        }
        int[] kept = switch (order) {
            case FIRST -> IntStream.range(0, count).toArray();
            case RANDOM -> new Strata(examples).choose(count, seeds.of("take").of(part));
        };
        return parts.with(part, examples.at(kept));
    }
}
