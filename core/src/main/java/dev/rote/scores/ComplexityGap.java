package dev.rote.scores;

import dev.rote.data.Dataset;
import dev.rote.data.Parts;
import dev.rote.measures.Subject;
import dev.rote.nets.Model;
import dev.rote.tensor.InputShape;
import dev.rote.train.Clock;
import java.util.Arrays;

/**
 * Complexity-gap score of each training example, from inputs and labels alone, whatever the model: {@code CG(i) = ((M y)_i)^2 / M_ii},
 * M the inverse of the Gram matrix H of an infinitely wide two-layer relu net, y = +1 on the example's class and -1 on others; see
 * {@link ComplexityGaps}. At least 0; high is suspicious: an example whose label disagrees with the inputs around it.
 *
 * <p>Inputs are taken as prepared, written out in a row, without augmentation, and brought to unit length. Scores of two classes come from
 * different label vectors: compare within a class where that matters.
 *
 * <p>Source: Nohyun, Choi, Chung 2023, "Data valuation without training of a model", ICLR. Sampled is theirs; exact, on all examples with
 * one factorisation, is ours.
 *
 * @param mode which others a class is set against
 * @param ratio sampled: others for each example of the class, above 0
 * @param repeats sampled: draws of others to average over, at least 1
 * @param jitter is added to the diagonal of H, at least 0; above 0 identical inputs do no harm
 */
public record ComplexityGap(ComplexityGaps.Mode mode, double ratio, int repeats, double jitter)
        implements ExampleScore {

    /** A matrix of this side takes 3.2 GB. */
    private static final int LARGEST = 20_000;

    /** Against all others, with a jitter of 1e-8. */
    public ComplexityGap() {
        this(ComplexityGaps.Mode.EXACT, 1, 10, 1e-8);
    }

    public ComplexityGap {
        if (!(ratio > 0 && Double.isFinite(ratio))) {
            throw new IllegalArgumentException("ratio must be above 0, was " + ratio);
        }
        if (repeats < 1) {
            throw new IllegalArgumentException("repeats must be at least 1, was " + repeats);
        }
        if (!(jitter >= 0 && Double.isFinite(jitter))) {
            throw new IllegalArgumentException("jitter must be at least 0, was " + jitter);
        }
    }

    @Override
    public double[] of(Subject subject) {
        Dataset train = subject.parts().get("train");
        long[] ids = subject.ids("train");
        float[][] inputs = ComplexityGaps.rows(train, ids);
        int[] labels =
                Arrays.stream(train.labels(ids)).mapToInt(Math::toIntExact).toArray();
        ComplexityGaps gaps = new ComplexityGaps(jitter, subject.workers());
        return mode == ComplexityGaps.Mode.EXACT
                ? gaps.exact(inputs, labels)
                : gaps.sampled(inputs, labels, ratio, repeats, subject.random("complexity-gap"));
    }

    @Override
    public void check(Model model, Parts parts, Clock clock) {
        Subject.checkClasses("train", parts);
        Dataset train = parts.get("train");
        if (train.inputs() instanceof InputShape.Tokens) {
            throw new IllegalArgumentException("complexity-gap needs real-valued inputs, the train part has tokens");
        }
        if (mode == ComplexityGaps.Mode.EXACT && train.size() > LARGEST) {
            throw new IllegalArgumentException("mode must be paper for more than " + LARGEST
                    + " training examples, or take fewer, was exact for " + train.size());
        }
    }

    @Override
    public String name() {
        return mode == ComplexityGaps.Mode.EXACT
                ? "complexity-gap"
                : "complexity-gap.paper-" + repeats + (ratio == 1 ? "" : "-" + ratio);
    }
}
