package dev.rote.measures;

import dev.rote.data.Parts;
import dev.rote.nets.Model;
import java.util.Arrays;

/**
 * Mean negative log likelihood of the labels of a part, {@code -(1/N) sum_i log softmax(z_i)_{y_i}}, whatever loss was trained
 * with: what nets of different losses are compared by.
 *
 * <p>z: outputs [N, K], before any softmax; y: labels [N]. Range [0, inf), natural logarithm, chance is log K; NaN on an empty
 * part. Outputs of a net that was trained on squared error are read as logits all the same.
 *
 * @param part train, test, corrupted, uncorrupted, or another part of the data
 */
public record NegativeLogLikelihood(String part) implements Measure {

    /** On the test part. */
    public NegativeLogLikelihood() {
        this("test");
    }

    @Override
    public double of(Subject subject) {
        double[] each = subject.each(
                part,
                (outputs, labels) -> outputs.logSoftmax(1)
                        .gather(1, labels.unsqueeze(1))
                        .neg()
                        .reshape(-1));
        return Arrays.stream(each).average().orElse(Double.NaN);
    }

    @Override
    public void check(Model model, Parts parts) {
        Subject.checkClasses(part, parts);
    }

    @Override
    public String name() {
        return "nll." + part;
    }
}
