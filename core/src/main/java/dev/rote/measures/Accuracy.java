package dev.rote.measures;

import dev.rote.data.Parts;
import dev.rote.nets.Model;

/**
 * Share of examples whose largest output is at their label, in [0, 1].
 *
 * @param part train, test, corrupted (against the replaced label), uncorrupted, or another part of the data
 */
public record Accuracy(String part) implements Measure {

    /** On the test part. */
    public Accuracy() {
        this("test");
    }

    @Override
    public double of(Subject subject) {
        return subject.on(part).accuracy();
    }

    @Override
    public void check(Model model, Parts parts) {
        Subject.checkPart(part, parts);
    }

    @Override
    public String name() {
        return "accuracy." + part;
    }
}
