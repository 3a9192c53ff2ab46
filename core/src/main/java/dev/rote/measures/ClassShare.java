package dev.rote.measures;

import dev.rote.data.Parts;
import dev.rote.nets.Model;
import java.util.Arrays;

/**
 * Share of the examples of a part that are predicted to be of one class, whatever their label, in [0, 1]; NaN on an empty part.
 * Byrd and Lipton 2019 call it the fraction classified as that class: what class weights do, or do not, to a net.
 *
 * @param part train, test, corrupted, uncorrupted, or another part of the data
 * @param label the class, from 0
 */
public record ClassShare(String part, int label) implements Measure {

    /** The first class, on the test part. */
    public ClassShare() {
        this("test", 0);
    }

    public ClassShare {
        if (label < 0) {
            throw new IllegalArgumentException("label must be at least 0, was " + label);
        }
    }

    @Override
    public double of(Subject subject) {
        int[] predicted = subject.on(part).predicted();
        return (double) Arrays.stream(predicted).filter(c -> c == label).count() / predicted.length;
    }

    @Override
    public void check(Model model, Parts parts) {
        Subject.checkPart(part, parts);
        int classes = Subject.checkClasses("train", parts);
        if (label >= classes) {
            throw new IllegalArgumentException(
                    "label must be below the number of classes, " + classes + ", was " + label);
        }
    }

    @Override
    public String name() {
        return "class-share." + part + "." + label;
    }
}
