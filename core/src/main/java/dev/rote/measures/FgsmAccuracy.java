package dev.rote.measures;

import dev.rote.data.Parts;
import dev.rote.nets.Model;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Tensor;
import dev.rote.train.Pass;
import java.util.List;

/**
 * Accuracy on inputs that were moved one step against the net by the fast gradient sign method (Goodfellow et al. 2015, section
 * 4): {@code x' = x + epsilon sign(grad_x l(x, y))}, with the recipe's loss l in evaluation mode.
 *
 * <p>x: inputs [N, dims...]; y: the given labels. In [0, 1]; NaN on an empty part. An input whose gradient is zero does not move,
 * which happens to inputs that a net is very sure of: a high number is no proof of robustness.
 *
 * @param part train, test, corrupted, uncorrupted, or another part of the data
 * @param epsilon how far each input number moves, in its own units, at least 0; at 0 this is the accuracy
 * @param clamp whether moved inputs are brought back to [0, 1], for images in that range
 */
public record FgsmAccuracy(String part, double epsilon, boolean clamp) implements Measure {

    /** A tenth, on the test part, without bounds. */
    public FgsmAccuracy() {
        this("test", 0.1, false);
    }

    public FgsmAccuracy {
        if (!(epsilon >= 0 && Double.isFinite(epsilon))) {
            throw new IllegalArgumentException("epsilon must be at least 0, was " + epsilon);
        }
    }

    @Override
    public double of(Subject subject) {
        check(subject.model(), subject.parts());
        long[] ids = subject.ids(part);
        Outcome outcome = Outcome.blank(ids);
        subject.forEachBlock(part, ids, ids.length, (from, batch) -> {
            Pass pass = subject.pass(batch);
            subject.judge(pass.inputs(moved(pass, subject)), from, outcome);
        });
        return outcome.accuracy();
    }

    private Tensor moved(Pass pass, Subject subject) {
        Tensor inputs = pass.batch().inputs();
        Tensor slope;
        try (Autograd.Guard guard = Autograd.enableGrad()) {
            Tensor leaf = inputs.detach().requiresGrad(true);
            Tensor sum = subject.loss().perExample(pass.inputs(leaf)).sum();
            slope = Autograd.gradients(sum, List.of(leaf), false).get(0);
        }
        Tensor moved = inputs.add(slope.sign().mul(epsilon));
        return clamp ? moved.clamp(0, 1) : moved;
    }

    @Override
    public void check(Model model, Parts parts) {
        Subject.checkClasses(part, parts);
        if (Subject.inputs(part, parts) instanceof InputShape.Tokens) {
            throw new IllegalArgumentException(
                    "fgsm-accuracy needs a net on real-valued inputs, '" + part + "' has tokens");
        }
    }

    @Override
    public String name() {
        return "fgsm." + part + "." + Names.plain(epsilon);
    }
}
