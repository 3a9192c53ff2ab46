package dev.rote.methods;

import dev.rote.data.Dataset;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Moment;
import dev.rote.train.Require;
import dev.rote.train.Training;

/**
 * Self-adaptive training (Huang et al. 2020, algorithm 1): each example has a target t_i of its own, at first its label, that moves
 * towards the model's predictions, {@code t_i <- m t_i + (1 - m) softmax(z_i)}, once each epoch from some epoch on; its loss counts
 * {@code w_i = max_k t_ik}, brought to mean 1 over the batch.
 *
 * <p>z: outputs [N, K]; t: kept for the whole train part, [n, K]. The targets replace those given, so what mixes or smooths targets
 * belongs inside. m = 1 is plain training.
 *
 * <p>Readings after each epoch: {@code self-adaptive-training.relabelled}, the share of the train part with {@code argmax t_i} not the
 * given label, and, where the truth is known, {@code self-adaptive-training.correction-error}, the share of those where it is not
 * the true one.
 *
 * @param momentum m, in [0, 1]
 * @param after epochs before targets move, at least 0; the model must have learned the rule, but not yet the wrong labels
 */
public record SelfAdaptiveTraining(double momentum, int after) implements Method {

    private static final String NAME = "self-adaptive-training";

    /** The paper's momentum, and its start for 200 epochs on CIFAR-10. */
    public SelfAdaptiveTraining() {
        this(0.9, 60);
    }

    public SelfAdaptiveTraining {
        Require.share("momentum", momentum);
        Require.atLeast(0, "after", after);
    }

    @Override
    public Loss loss(Loss inner, Training training) {
        Positions positions = new Positions(training.data("train"));
        Tensor kept = kept(training);
        return pass -> {
            Tensor rows = positions.of(pass.batch());
            if (pass.mayMove() && pass.clock().epoch() >= after) {
                move(kept, rows, pass.outputs());
            }
            Tensor targets = kept.indexSelect(0, rows);
            Tensor weights = targets.amax(1);
            Tensor losses = inner.perExample(pass.targets(targets));
            return losses.mul(weights.div(weights.mean()));
        };
    }

    private void move(Tensor kept, Tensor rows, Tensor outputs) {
        try (Scope scope = Scope.open()) {
            Tensor own = outputs.detach().softmax(1).mul(1 - momentum);
            kept.indexCopy_(0, rows, kept.indexSelect(0, rows).mul(momentum).add(own));
        }
    }

    private static Tensor kept(Training training) {
        int classes = Positions.classes(NAME, training);
        Dataset train = training.data("train");
        Place place = training.model().place();
        return training.keep(NAME + ".targets", () -> {
            long[] labels = train.labels(train.ids());
            try (Scope scope = Scope.open()) {
                return scope.keep(place.indices(labels, labels.length).oneHot(classes, place.dtype()));
            }
        });
    }

    @Override
    public void at(Moment moment, Training training) {
        if (moment == Moment.EPOCH) {
            try (Scope scope = Scope.open();
                    Autograd.Guard guard = Autograd.noGrad()) {
                Relabelled.log(NAME, kept(training).argmax(1).toLongs(), training);
            }
        }
    }
}
