package dev.rote.methods;

import dev.rote.tensor.Tensor;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Moment;
import dev.rote.train.Pass;
import dev.rote.train.Training;
import java.util.List;

/**
 * Forward correction (Patrini et al. 2017, theorem 2): the labels are compared with what the predictions would be after the noise,
 * {@code l(T^T softmax(z), y)}; with cross-entropy, {@code -log sum_i p_i T_iy}.
 *
 * <p>z: outputs [N, K]; T_ij: probability that true class i is labelled j, [K, K]. The inner loss is handed outputs {@code log(T^T
 * softmax(z))}, whose softmax is {@code T^T softmax(z)}, so it may be any loss that takes the softmax of its outputs. Entries of T
 * are held above 1e-12, so that a label which T says cannot occur costs much and not infinitely much.
 *
 * <p>With source anchors, T is estimated at the end of epoch {@code after} from the model's outputs on the noisy train part, {@link
 * dev.rote.estimates.AnchorPoints}, and the loss is plain until then; T = identity is plain training up to rounding. Source truth
 * uses what the noise knows, and the run's readings say so: {@code forward.knows-truth}.
 *
 * @param source where T comes from
 * @param matrix T by rows, each with sum 1; when source is given, else empty
 * @param after epochs before T is estimated, at least 1; when source is anchors
 * @param percentile scores at or above this percentile are no anchors, in (0, 100]; 100 filters none; when source is anchors
 */
public record ForwardCorrection(TransitionSource source, List<List<Double>> matrix, int after, double percentile)
        implements Method {

    /** Estimated after five epochs, with the paper's filter. */
    public ForwardCorrection() {
        this(TransitionSource.ANCHORS, List.of(), 5, 97);
    }

    public ForwardCorrection {
        matrix = matrix.stream().map(List::copyOf).toList();
        new Transition("forward", source, matrix, after, percentile);
    }

    private Transition transition() {
        return new Transition("forward", source, matrix, after, percentile);
    }

    @Override
    public Loss loss(Loss inner, Training training) {
        Transition transition = transition();
        Tensor kept = transition.of(training);
        return pass -> inner.perExample(transition.known(pass.clock()) ? corrected(pass, kept) : pass);
    }

    private static Pass corrected(Pass pass, Tensor kept) {
        Tensor z = pass.outputs();
        Tensor logs = kept.clamp(1e-12, 1).log().to(z.dtype());
        return pass.outputs(Transition.through(z, logs));
    }

    @Override
    public void at(Moment moment, Training training) {
        transition().at(moment, training);
    }
}
