package dev.rote.data.prepare;

import dev.rote.data.Examples;
import dev.rote.data.Parts;
import dev.rote.data.Preparation;
import dev.rote.data.Target;
import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Keeps a share of the examples of one class and all examples of the others, in one part: imbalance on purpose, or its cure.
 * Examples are drawn from the seed by id, so a smaller share is part of a larger one.
 *
 * <p>Source: Byrd and Lipton 2019, "What is the effect of importance weighting in deep learning?", ICML, who compare it with
 * weights.
 *
 * @param part which part
 * @param label which class
 * @param fraction share of the class to keep, in [0, 1]; rounded to the nearest number of examples
 */
public record Subsample(String part, int label, double fraction) implements Preparation {

    /** Half of the training examples of class 0. */
    public Subsample() {
        this("train", 0, 0.5);
    }

    public Subsample {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("fraction must be in [0, 1], was " + fraction);
        }
    }

    /** @throws IllegalArgumentException when there is no such part or class, or nothing would be left */
    @Override
    public Parts apply(Parts parts, Seeds seeds) {
        Examples examples = Examples.of(parts.get(part), "subsample");
        if (!(examples.target() instanceof Target.Classes classes)) {
            throw new IllegalArgumentException("subsample needs classes as target, was " + examples.target());
        }
        if (label < 0 || label >= classes.count()) {
            throw new IllegalArgumentException(
                    "label must be a class from 0 to " + (classes.count() - 1) + ", was " + label);
        }
        Strata strata = new Strata(examples);
        int size = strata.size(label);
        int kept = (int) Math.round(fraction * size);
        if (examples.size() == size - kept) {
            throw new IllegalArgumentException("fraction must leave an example in part " + part + ", was " + fraction);
        }
        int[] chosen = strata.choose(label, kept, seeds.of("subsample").of(part));
        int[] labels = examples.labels();
        int[] left = IntStream.range(0, labels.length)
                .filter(at -> labels[at] != label || Arrays.binarySearch(chosen, at) >= 0)
                .toArray();
        return parts.with(part, examples.at(left));
    }
}
