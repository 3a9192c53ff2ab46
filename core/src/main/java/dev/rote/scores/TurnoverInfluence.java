package dev.rote.scores;

import dev.rote.data.Parts;
import dev.rote.measures.Subject;
import dev.rote.measures.Turnover;
import dev.rote.measures.TurnoverAsking;
import dev.rote.nets.Model;
import dev.rote.nets.TurnoverMasks;
import dev.rote.tensor.Seeds;
import dev.rote.train.Clock;
import java.util.List;

/**
 * How much training on an example helped on a part of the data, told by turn-over dropout (Kobayashi et al. 2020): the mean
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
 * @param target what is to be helped, a part of the data; not train, whose examples were trained on
 * @param layers the masked layers, as the method has them
 */
public record TurnoverInfluence(String target, List<String> layers) implements ExampleScore, TurnoverAsking {

    /** Help on the validation part, all hidden layers. */
    public TurnoverInfluence() {
        this("validation", List.of("all"));
    }

    public TurnoverInfluence {
        layers = List.copyOf(layers);
        if (target.equals("train")) {
            throw new IllegalArgumentException("target must be another than train, whose examples were trained on");
        }
    }

    @Override
    public double[] of(Subject subject) {
        return Turnover.of(layers, subject).meanOn(target);
    }

    @Override
    public void check(Model model, Parts parts, Clock clock) {
        TurnoverMasks.of(layers, model, new Seeds(0));
        parts.get(target);
    }

    @Override
    public String name() {
        return ScoreNames.of("turnover-influence", target);
    }
}
