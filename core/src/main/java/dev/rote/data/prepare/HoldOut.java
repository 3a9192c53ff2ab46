package dev.rote.data.prepare;

import dev.rote.data.Examples;
import dev.rote.data.Parts;
import dev.rote.data.Preparation;
import dev.rote.tensor.Seeds;
import java.util.OptionalInt;

/**
 * Moves examples of one part into a new one, drawn from the seed by example id, of every class its share.
 *
 * @param from which part they are taken from
 * @param as the name of the new part
 * @param fraction how large a share of the part to move, in (0, 1); rounded to the nearest number of examples
 * @param count how many to move, at least 1; where given, it stands in place of the fraction
 */
public record HoldOut(String from, String as, double fraction, OptionalInt count) implements Preparation {

    /** A tenth of the training examples, for validation. */
    public HoldOut() {
        this("train", "validation", 0.1);
    }

    /** A share of a part. */
    public HoldOut(String from, String as, double fraction) {
        this(from, as, fraction, OptionalInt.empty());
    }

    public HoldOut {
        if (as.isBlank()) {
            throw new IllegalArgumentException("as must be a name, was '" + as + "'");
        }
        if (!(fraction > 0 && fraction < 1)) {
            throw new IllegalArgumentException("fraction must be in (0, 1), was " + fraction);
        }
        if (count.isPresent() && count.getAsInt() < 1) {
            throw new IllegalArgumentException("count must be at least 1, was " + count.getAsInt());
        }
    }

    /** @throws IllegalArgumentException when the new part is there already, or one of the two would have no examples */
    @Override
    public Parts apply(Parts parts, Seeds seeds) {
        Examples examples = Examples.of(parts.get(from), "hold-out");
        if (parts.byName().containsKey(as)) {
            throw new IllegalArgumentException("as must be the name of a new part, not one of "
                    + parts.byName().keySet() + ", was " + as);
        }
        int moved = count.orElse((int) Math.round(fraction * examples.size()));
        if (moved < 1 || moved >= examples.size()) {
            throw new IllegalArgumentException("hold-out must leave examples in both parts, it would move " + moved
                    + " of the " + examples.size() + " of part " + from);
        }
        Strata strata = new Strata(examples);
        int[] chosen = strata.choose(moved, seeds.of("hold-out").of(as));
        return parts.with(from, examples.at(strata.others(chosen))).with(as, examples.at(chosen));
    }
}
