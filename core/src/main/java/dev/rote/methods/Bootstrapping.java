package dev.rote.methods;

import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Moment;
import dev.rote.train.Outputs;
import dev.rote.train.Require;
import dev.rote.train.Training;

/**
 * Bootstrapping (Reed et al. 2015, equations 6 and 7): trains on targets that lean to what the model says itself, {@code beta q + (1
 * - beta) c}.
 *
 * <p>q: the target given, [N, K]; c: softmax(z) when soft, one-hot(argmax z) when hard; z: outputs [N, K]. Gradients flow through the
 * soft c too, which makes it a penalty on the entropy of the predictions, as the paper says. beta = 1 is plain training.
 *
 * <p>Readings after each epoch when hard: {@code bootstrapping.relabelled}, the share of the train part whose c is not the given
 * label, and, where the truth is known, {@code bootstrapping.correction-error}, the share of those whose c is not the true one;
 * they cost one evaluation of the train part.
 *
 * @param beta weight of the given target, in [0, 1]
 * @param hard whether c is the class of the largest output alone
 */
public record Bootstrapping(double beta, boolean hard) implements Method {

    private static final String NAME = "bootstrapping";

    /** Soft, with the paper's 0.95; it takes 0.8 when hard. */
    public Bootstrapping() {
        this(0.95, false);
    }

    public Bootstrapping {
        Require.share("beta", beta);
    }

    @Override
    public Loss loss(Loss inner, Training training) {
        int classes = Positions.classes(NAME, training);
        return pass -> {
            Tensor z = pass.outputs();
            Tensor own = hard ? z.argmax(1).oneHot(classes, z.dtype()) : z.softmax(1);
            Tensor given = OneHot.targets(pass.batch().targets(), classes, z.dtype());
            return inner.perExample(pass.targets(given.mul(beta).add(own.mul(1 - beta))));
        };
    }

    @Override
    public void at(Moment moment, Training training) {
        if (moment == Moment.EPOCH && hard) {
            try (Scope scope = Scope.open()) {
                Tensor outputs = Outputs.of(training.model(), training.data("train"));
                Relabelled.log(NAME, outputs.argmax(1).toLongs(), training);
            }
        }
    }
}
