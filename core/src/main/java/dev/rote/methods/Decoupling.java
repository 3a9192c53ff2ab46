package dev.rote.methods;

import dev.rote.nets.TwinsModel;
import dev.rote.train.Loss;
import dev.rote.train.Moment;
import dev.rote.train.PairMethod;
import dev.rote.train.Require;
import dev.rote.train.Training;

/**
 * Decoupling (Malach and Shalev-Shwartz 2017, algorithm 1): of each batch, both nets learn from those examples on which they
 * disagree, {@code argmax z1_i != argmax z2_i}.
 *
 * <p>z1, z2: outputs [N, K] of the two nets. Before, they are trained side by side on everything. A batch on which they agree is
 * skipped. Once the nets are good they disagree mostly where the label is wrong: label precision falls below that of the data.
 *
 * @param warmUp epochs of training on everything, at least 0; as many as there are leave the two nets to themselves
 */
public record Decoupling(int warmUp) implements PairMethod {

    private static final String NAME = "decoupling";

    /** One epoch on everything. */
    public Decoupling() {
        this(1);
    }

    public Decoupling {
        Require.atLeast(0, "warm_up", warmUp);
    }

    @Override
    public Loss loss(Loss inner, Training training) {
        TwinsModel.of(training.model());
        SelectionLog log = SelectionLog.of(training, NAME);
        return pass -> {
            Pair pair = Pair.of(pass, inner);
            if (pass.clock().epoch() < warmUp) {
                return pair.both();
            }
            int[] apart = pair.disagreement();
            log.count(pass, apart);
            return SmallLoss.at(pair.both(), apart);
        };
    }

    @Override
    public void at(Moment moment, Training training) {
        if (moment == Moment.EPOCH) {
            SelectionLog.of(training, NAME).write();
        }
    }
}
