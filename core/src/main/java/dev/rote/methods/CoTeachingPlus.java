package dev.rote.methods;

import dev.rote.nets.TwinsModel;
import dev.rote.tensor.Tensor;
import dev.rote.train.Loss;
import dev.rote.train.Moment;
import dev.rote.train.PairMethod;
import dev.rote.train.Require;
import dev.rote.train.Training;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Co-teaching+ (Yu et al. 2019, algorithm 1): as co-teaching, but each net picks only among the examples on which the two nets
 * predict different classes, so that they do not become one.
 *
 * <p>{@code L = mean over S2 of l1_i + mean over S1 of l2_i}, where D is the rows with {@code argmax z1_i != argmax z2_i} and S1, S2
 * are the {@code floor(R(t) |D|)} rows of D with the smallest losses of the first and the second net; R(t) as in co-teaching. During
 * the warm-up D is the whole batch. A batch on which the nets agree is skipped, and of a D that is not empty at least one row is
 * picked.
 *
 * @param rate the share that is dropped in the end, in [0, 1)
 * @param ramp T_k, epochs until then, at least 0
 * @param warmUp epochs of plain co-teaching, at least 0
 */
public record CoTeachingPlus(double rate, int ramp, int warmUp) implements PairMethod {

    private static final String NAME = "co-teaching-plus";

    /** For half of the labels wrong; 20 epochs of co-teaching, as for CIFAR-10. */
    public CoTeachingPlus() {
        this(0.5, 10, 20);
    }

    public CoTeachingPlus {
        Require.below1("rate", rate);
        Require.atLeast(0, "ramp", ramp);
        Require.atLeast(0, "warm_up", warmUp);
    }

    @Override
    public Loss loss(Loss inner, Training training) {
        TwinsModel.of(training.model());
        SelectionLog log = SelectionLog.of(training, NAME);
        return pass -> {
            Pair pair = Pair.of(pass, inner);
            boolean all = pass.clock().epoch() < warmUp;
            int[] among = all ? IntStream.range(0, pass.batch().size()).toArray() : pair.disagreement();
            int count = SmallLoss.kept(among.length, rate, ramp, pass.clock());
            int[] byFirst = picked(pair.firstLosses(), among, count);
            int[] bySecond = picked(pair.secondLosses(), among, count);
            log.count(pass, byFirst, bySecond);
            return SmallLoss.at(pair.firstLosses(), bySecond).add(SmallLoss.at(pair.secondLosses(), byFirst));
        };
    }

    private static int[] picked(Tensor losses, int[] among, int count) {
        int[] smallest = SmallLoss.smallest(SmallLoss.at(losses, among), count);
        return Arrays.stream(smallest).map(i -> among[i]).toArray();
    }

    @Override
    public void at(Moment moment, Training training) {
        if (moment == Moment.EPOCH) {
            SelectionLog.of(training, NAME).write();
        }
    }
}
