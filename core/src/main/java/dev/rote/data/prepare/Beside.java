package dev.rote.data.prepare;

import dev.rote.data.Dataset;
import dev.rote.data.GaussianClouds;
import dev.rote.data.Parts;
import dev.rote.data.Preparation;
import dev.rote.data.Source;
import dev.rote.tensor.Seeds;

/**
 * Puts a part of other data beside the parts there are: inputs of another kind, to see what a net makes of what it was never shown.
 *
 * @param data the other data
 * @param from which of their parts
 * @param as a new name
 */
public record Beside(Source data, String from, String as) implements Preparation {

    /** The test part of two clouds, as other. */
    public Beside() {
        this(new GaussianClouds(), "test", "other");
    }

    /** @throws IllegalArgumentException when the name is taken, the part is missing, or its inputs have another shape than those of train */
    @Override
    public Parts apply(Parts parts, Seeds seeds) {
        if (parts.byName().containsKey(as)) {
            throw new IllegalArgumentException("as must be a new name, was '" + as + "'");
        }
        Dataset other = data.open(seeds.of("beside").of(as)).get(from);
        Dataset train = parts.get("train");
        if (!other.inputs().equals(train.inputs())) {
            throw new IllegalArgumentException(
                    "data must have inputs like those of train, " + train.inputs() + ", had " + other.inputs());
        }
        return parts.with(as, other);
    }
}
