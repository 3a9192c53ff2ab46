package dev.rote.methods;

import dev.rote.nets.Mode;
import dev.rote.tensor.Tensor;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Moment;
import dev.rote.train.Pass;
import dev.rote.train.Training;
import java.util.Arrays;
import java.util.List;

/**
 * Backward correction (Patrini et al. 2017, theorem 1): the loss that is right on average, {@code sum_k (T^-1)_yk l(z, k)}: over the
 * noisy labels y of true class c, its mean is exactly {@code l(z, c)}.
 *
 * <p>z: outputs [N, K]; y: labels [N], or soft targets q [N, K], whose weights are q T^-1; T_ij: probability that true class i is
 * labelled j, [K, K]; l: the inner loss, evaluated towards each class on the same outputs. The corrected loss can be negative without
 * bound, and large where T is near to singular; where it has no inverse, the training ends with an {@link
 * IllegalStateException}. T = identity is plain training up to rounding.
 *
 * <p>With source anchors, T is estimated at the end of epoch {@code after} from the model's outputs on the noisy train part, {@link
 * dev.rote.estimates.AnchorPoints}, and the loss is plain until then. Source truth uses what the noise knows, and the run's readings
 * say so: {@code backward.knows-truth}.
 *
 * @param source where T comes from
 * @param matrix T by rows, each with sum 1; when source is given, else empty
 * @param after epochs before T is estimated, at least 1; when source is anchors
 * @param percentile scores at or above this percentile are no anchors, in (0, 100]; 100 filters none; when source is anchors
 */
public record BackwardCorrection(TransitionSource source, List<List<Double>> matrix, int after, double percentile)
        implements Method {

    /** Estimated after five epochs, with the paper's filter. */
    public BackwardCorrection() {
        this(TransitionSource.ANCHORS, List.of(), 5, 97);
    }

    public BackwardCorrection {
        matrix = matrix.stream().map(List::copyOf).toList();
        new Transition("backward", source, matrix, after, percentile);
    }

    private Transition transition() {
        return new Transition("backward", source, matrix, after, percentile);
    }

    @Override
    public Loss loss(Loss inner, Training training) {
        Transition transition = transition();
        Tensor kept = transition.of(training);
        return pass -> transition.known(pass.clock()) ? corrected(pass, kept, inner) : inner.perExample(pass);
    }

    private static Tensor corrected(Pass pass, Tensor kept, Loss inner) {
        Tensor z = pass.outputs();
        int classes = (int) kept.size(0);
        Tensor weights = OneHot.targets(pass.batch().targets(), classes, kept.dtype())
                .mm(inverse(kept))
                .to(z.dtype());
        // The first look at the rows is the first class's; what is kept inside must not move with each class.
        Pass again =
                pass.mode(pass.mode() == Mode.EVAL ? Mode.EVAL : Mode.FROZEN).outputs(z);
        Tensor sum = towards(0, pass, inner).mul(weights.select(1, 0));
        for (int k = 1; k < classes; k++) {
            sum = sum.add(towards(k, again, inner).mul(weights.select(1, k)));
        }
        return sum;
    }

    private static Tensor inverse(Tensor transition) {
        try {
            return transition.inverse();
        } catch (RuntimeException singular) {
            throw new IllegalStateException(
                    "the transition matrix has no inverse, so the loss cannot be corrected backward: two classes have the same row;"
                            + " estimate it later (a larger after), or take forward, which needs no inverse",
                    singular);
        }
    }

    private static Tensor towards(int label, Pass pass, Loss inner) {
        int rows = pass.batch().size();
        long[] labels = new long[rows];
        Arrays.fill(labels, label);
        return inner.perExample(pass.targets(pass.outputs().place().indices(labels, rows)));
    }

    @Override
    public void at(Moment moment, Training training) {
        transition().at(moment, training);
    }
}
