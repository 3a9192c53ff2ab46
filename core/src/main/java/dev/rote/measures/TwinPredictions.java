package dev.rote.measures;

import dev.rote.data.Parts;
import dev.rote.nets.Model;
import dev.rote.nets.TwinsModel;
import dev.rote.tensor.DType;
import dev.rote.tensor.Tensor;
import dev.rote.train.Pass;
import java.util.Arrays;

/**
 * How the two nets of twins do, each by itself, or how far apart they are.
 *
 * <p>With p_1, p_2 the softmax of the two nets' outputs [N, K] in evaluation mode: the mean of their two accuracies, in [0, 1]; or
 * the mean over examples of {@code KL(p_1 || p_2) + KL(p_2 || p_1) = sum_k (p_1k - p_2k)(log p_1k - log p_2k)}, natural logarithm, at
 * least 0, which JoCoR keeps small in training (Wei et al. 2020). NaN on an empty part.
 *
 * @param part train, test, corrupted, uncorrupted, or another part of the data
 * @param statistic what is said of the two
 */
public record TwinPredictions(String part, Statistic statistic) implements Measure {

    /** What is said of the two nets. */
    public enum Statistic {
        /** Mean of the accuracies. */
        ACCURACY,
        /** Mean symmetric Kullback-Leibler divergence. */
        DIVERGENCE
    }

    /** Accuracy on the test part. */
    public TwinPredictions() {
        this("test", Statistic.ACCURACY);
    }

    @Override
    public double of(Subject subject) {
        check(subject.model(), subject.parts());
        TwinsModel twins = TwinsModel.of(subject.model());
        long[] ids = subject.ids(part);
        Outcome first = Outcome.blank(ids);
        Outcome second = Outcome.blank(ids);
        double[] divergences = new double[ids.length];
        subject.forEachBlock(part, ids, ids.length, (from, batch) -> {
            Pass one = subject.pass(batch).model(twins.first());
            Pass two = subject.pass(batch).model(twins.second());
            if (statistic == Statistic.ACCURACY) {
                subject.judge(one, from, first);
                subject.judge(two, from, second);
            } else {
                double[] some = divergence(one.outputs(), two.outputs()).toDoubles();
                System.arraycopy(some, 0, divergences, from, some.length);
            }
        });
        return statistic == Statistic.ACCURACY
                ? (first.accuracy() + second.accuracy()) / 2
                : Arrays.stream(divergences).average().orElse(Double.NaN);
    }

    private static Tensor divergence(Tensor one, Tensor two) {
        Tensor a = one.to(DType.FLOAT64).logSoftmax(1);
        Tensor b = two.to(DType.FLOAT64).logSoftmax(1);
        return a.exp().sub(b.exp()).mul(a.sub(b)).sum(1, false);
    }

    @Override
    public void check(Model model, Parts parts) {
        Subject.checkClasses(part, parts);
        if (!(model instanceof TwinsModel)) {
            throw new IllegalArgumentException(
                    "twin-predictions needs a net of two: write net: {kind: twins, net: ...}");
        }
    }

    @Override
    public String name() {
        return "twins." + Names.kebab(statistic) + "." + part;
    }
}
