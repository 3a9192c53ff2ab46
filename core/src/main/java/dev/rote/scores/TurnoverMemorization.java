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
 * How much the net knows an example by heart, told by turn-over dropout (Kobayashi et al. 2020; Liu,
 * Lin and Jaggi 2021):
 *
 * <pre>
 * mem(z_i) = L(f under the flipped mask of i, z_i) - L(f under the mask of i, z_i)
 * </pre>
 *
 * <p>L: the recipe's loss. Any real number, usually above 0; the largest are suspicious: examples that are right only because they were
 * trained on. Two forward passes in all. Means something for a net trained with {@code turnover-dropout} on the same layers only.
 *
 * @param layers the masked layers, as the method has them
 */
public record TurnoverMemorization(List<String> layers) implements ExampleScore, TurnoverAsking {

    /** All hidden layers. */
    public TurnoverMemorization() {
        this(List.of("all"));
    }

    public TurnoverMemorization {
        layers = List.copyOf(layers);
    }

    @Override
    public double[] of(Subject subject) {
        return Turnover.of(layers, subject).onItself();
    }

    @Override
    public void check(Model model, Parts parts, Clock clock) {
        TurnoverMasks.of(layers, model, new Seeds(0));
    }

    @Override
    public String name() {
        return "turnover-memorization";
    }
}
