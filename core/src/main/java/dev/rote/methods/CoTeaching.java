package dev.rote.methods;

import dev.rote.nets.TwinsModel;
import dev.rote.train.Loss;
import dev.rote.train.Moment;
import dev.rote.train.PairMethod;
import dev.rote.train.Require;
import dev.rote.train.Training;

/**
 * Co-teaching (Han et al. 2018, algorithm 1): of each batch, each net picks the examples with its smallest losses, and the other
 * net learns from them.
 *
 * <p>{@code L = mean over S2 of l1_i + mean over S1 of l2_i}, where S1 and S2 are the {@code floor(R(t) N)} rows with the smallest
 * losses l1, l2 [N] of the first and the second net. R(t) = 1 - dropped share, which rises to {@code rate} within {@code ramp}
 * epochs. One optimizer moves both nets; with a rule that moves each weight by its own gradient that is the same as one for each.
 *
 * <p>Deviation: at least one example is picked.
 *
 * @param rate the share that is dropped in the end, in [0, 1): the share of wrong labels, or half of it where only about half of the
 *     classes have any (asymmetric noise)
 * @param ramp T_k, epochs until then, at least 0
 */
public record CoTeaching(double rate, int ramp) implements PairMethod {

    private static final String NAME = "co-teaching";

    /** For half of the labels wrong, reached within ten epochs. */
    public CoTeaching() {
        this(0.5, 10);
    }

    public CoTeaching {
        Require.below1("rate", rate);
        Require.atLeast(0, "ramp", ramp);
    }

    @Override
    public Loss loss(Loss inner, Training training) {
        TwinsModel.of(training.model());
        SelectionLog log = SelectionLog.of(training, NAME);
        return pass -> {
            Pair pair = Pair.of(pass, inner);
            int count = SmallLoss.kept(pass.batch().size(), rate, ramp, pass.clock());
            int[] byFirst = SmallLoss.smallest(pair.firstLosses(), count);
            int[] bySecond = SmallLoss.smallest(pair.secondLosses(), count);
            log.count(pass, byFirst, bySecond);
            return SmallLoss.at(pair.firstLosses(), bySecond).add(SmallLoss.at(pair.secondLosses(), byFirst));
        };
    }

    @Override
    public void at(Moment moment, Training training) {
        if (moment == Moment.EPOCH) {
            SelectionLog.of(training, NAME).write();
        }
    }
}
