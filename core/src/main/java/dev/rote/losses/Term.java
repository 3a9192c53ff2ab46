package dev.rote.losses;

import dev.rote.nets.OutputGradient;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.DType;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import dev.rote.train.Pass;
import dev.rote.train.RowWise;
import java.util.List;

/**
 * A loss, or a summand of one, as a function of log-probabilities and targets: finite however large the outputs are.
 *
 * <p>Its derivative is automatic, over the outputs alone. The closed forms of these losses subtract numbers that are almost
 * equal where the net is sure of a label, and rounding would be all that is left.
 */
@FunctionalInterface
interface Term extends RowWise, OutputGradient {

    /**
     * The losses.
     *
     * @param g log-probabilities [N, K]
     * @param q targets [N, K] that sum to one
     * @return [N]
     */
    Tensor of(Tensor g, Tensor q);

    /** {@code -sum_k q_k g_k}. */
    static Term crossEntropy() {
        return (g, q) -> g.mul(q).sum(1, false).neg();
    }

    /** {@code sum_k |p_k - q_k|}. */
    static Term absolute() {
        return (g, q) -> g.exp().sub(q).abs().sum(1, false);
    }

    /** {@code -sum_k p_k max(log q_k, a)}. */
    static Term reverse(double a) {
        return (g, q) -> g.exp().mul(q.log().clampMin(a)).sum(1, false).neg();
    }

    /** {@code sum_k q_k g_k / sum_k g_k}. */
    static Term normalised() {
        return (g, q) -> g.mul(q).sum(1, false).div(g.sum(1, false));
    }

    /** {@code weight} times this plus {@code otherWeight} times another. */
    default Term plus(double weight, double otherWeight, Term other) {
        return (g, q) -> of(g, q).mul(weight).add(other.of(g, q).mul(otherWeight));
    }

    @Override
    default Tensor perExample(Pass pass) {
        return rows(pass.outputs(), pass.batch().targets());
    }

    @Override
    default double replace(Tensor outputs, Tensor targets) {
        try (Scope scope = Scope.open();
                Autograd.Guard recording = Autograd.enableGrad()) {
            Tensor asked = outputs.detach().requiresGrad(true);
            Tensor sum = rows(asked, targets).sum();
            Tensor slope = Autograd.gradients(sum, List.of(asked), false).get(0);
            try (Autograd.Guard guard = Autograd.noGrad()) {
                outputs.copy_(slope);
            }
            return sum.item();
        }
    }

    private Tensor rows(Tensor outputs, Tensor targets) {
        boolean soft = targets.dtype() != DType.INT64;
        return of(
                outputs.logSoftmax(1),
                soft ? targets.to(outputs.dtype()) : targets.oneHot(outputs.size(1), outputs.dtype()));
    }
}
