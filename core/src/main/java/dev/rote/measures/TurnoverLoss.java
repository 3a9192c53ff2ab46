package dev.rote.measures;

import dev.rote.data.Parts;
import dev.rote.nets.Model;
import dev.rote.nets.TurnoverMasks;
import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.List;

/**
 * Mean of the recipe's loss over a part when each example goes through its own mask of turn-over dropout, or through the flipped one
 * (Kobayashi et al. 2020): for a training example the net that learned from it, and one that never did.
 *
 * <p>For an example of another part both are masks by chance, with which nobody was trained: the flipped loss of training examples should
 * be as large as the own loss of held-out ones. Ranges as the loss does; NaN on an empty part.
 *
 * @param part train, test, corrupted, uncorrupted, or another part of the data
 * @param flipped whether through the flipped mask
 * @param layers the masked layers, as the method {@code turnover-dropout} has them
 */
public record TurnoverLoss(String part, boolean flipped, List<String> layers) implements Measure, TurnoverAsking {

    /** The training part through the flipped masks of all hidden layers. */
    public TurnoverLoss() {
        this("train", true, List.of("all"));
    }

    public TurnoverLoss {
        layers = List.copyOf(layers);
    }

    @Override
    public double of(Subject subject) {
        Turnover turnover = Turnover.of(layers, subject);
        return Arrays.stream(flipped ? turnover.flipped(part) : turnover.own(part))
                .average()
                .orElse(Double.NaN);
    }

    @Override
    public void check(Model model, Parts parts) {
        TurnoverMasks.of(layers, model, new Seeds(0));
        Subject.checkPart(part, parts);
    }

    @Override
    public String name() {
        return "turnover." + (flipped ? "flipped." : "own.") + part;
    }
}
