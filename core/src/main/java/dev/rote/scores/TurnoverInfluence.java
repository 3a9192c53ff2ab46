package dev.rote.scores;

import dev.rote.measures.Subject;
import dev.rote.measures.Turnover;
import java.util.List;

/**
 * How much training on an example helped on a part of the data, told by turn-over dropout (Kobayashi et al. 2020, equation 5): the mean
 * over the examples z of the part of
 *
 * <pre>
 * I(z; z_i) = L(f under the flipped mask of i, z) - L(f under the mask of i, z)
 * </pre>
 *
 * <p>L: the recipe's loss. Any real number; the lowest are suspicious: the part would have been fitted better without them. Costs two
 * forward passes of the whole part for each training example. Means something for a net trained with {@code turnover-dropout} on the same
 * layers only.
 *
 * @param part what is to be helped; not train, whose examples were trained on
 * @param layers the masked layers, as the method has them
 */
public record TurnoverInfluence(String part, List<String> layers) implements ExampleScore {

    /** Help on the validation part, all hidden layers. */
    public TurnoverInfluence() {
        this("validation", List.of("all"));
    }

    public TurnoverInfluence {
        layers = List.copyOf(layers);
        if (part.equals("train")) {
            throw new IllegalArgumentException("part must be another than train, whose examples were trained on");
        }
    }

    @Override
    public double[] of(Subject subject) {
        return Turnover.of(layers, subject).meanOn(part);
    }

    @Override
    public String name() {
        return "turnover-influence." + part;
    }
}
