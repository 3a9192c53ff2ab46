package dev.rote.influence;

import dev.rote.data.Batch;
import dev.rote.measures.Subject;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.Arrays;

/**
 * TracIn (Pruthi et al. 2020, equation 1) at one checkpoint, the present one, and rate 1: {@code <grad L(x), grad L(z)>}, influence with
 * the identity in place of the Hessian. Positive helps, as in {@link Influence}.
 */
public final class TracIn {

    private final Subject subject;
    private final Slopes slopes;

    /** For the model as it is. */
    public TracIn(Subject subject) {
        this.subject = subject;
        this.slopes = new Slopes(subject);
    }

    /** {@code ||grad L(x)||^2} of each example of a part, [N], in the order of the ids; one backward pass for each. */
    public double[] self(String part) {
        return slopes.squaredNorms(part);
    }

    /** What each training example does for the loss of one example of a part; lengths are 1, so that both rankings agree. */
    public Effects on(String part, long id) {
        try (Scope scope = Scope.open()) {
            Batch one = subject.parts()
                    .get(part)
                    .batch(new long[] {id})
                    .move(subject.model().place());
            Tensor direction = slopes.gradient(one).reshape(1, -1);
            double[] values = Arrays.stream(slopes.along(direction, "train"))
                    .mapToDouble(g -> g[0])
                    .toArray();
            double[] ones = new double[values.length];
            Arrays.fill(ones, 1);
            return new Effects(subject.ids("train"), values, ones);
        }
    }
}
