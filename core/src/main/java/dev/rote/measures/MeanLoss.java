package dev.rote.measures;

import dev.rote.data.Parts;
import dev.rote.nets.Model;

/**
 * Mean of the recipe's loss over a part in evaluation mode, without the methods around it.
 *
 * @param part train, test, corrupted, uncorrupted, or another part of the data
 */
public record MeanLoss(String part) implements Measure {

    /** On the training part. */
    public MeanLoss() {
        this("train");
    }

    @Override
    public double of(Subject subject) {
        return subject.on(part).loss();
    }

    @Override
    public void check(Model model, Parts parts) {
        Subject.checkPart(part, parts);
    }

    @Override
    public String name() {
        return "loss." + part;
    }
}
