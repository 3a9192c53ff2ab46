package dev.rote.measures;

import dev.rote.data.Batch;
import dev.rote.nets.Hook;
import dev.rote.nets.TurnoverMasks;
import dev.rote.tensor.Scope;
import dev.rote.train.Pass;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What turn-over dropout lets one ask of a net that was trained with it (Kobayashi et al. 2020): losses under the mask of an
 * example, and under the flipped mask, which never learned from it. The net stays as it is.
 *
 * <pre>
 * I(z; z_i) = L(f under the flipped mask of i, z) - L(f under the mask of i, z)
 * </pre>
 *
 * <p>L is the recipe's loss, without methods. Positive: training on z_i lowered the loss on z. A single pair is very noisy; means over many
 * z are not.
 */
public final class Turnover {

    private static final int ROWS = 256;

    private final Subject subject;
    private final TurnoverMasks masks;

    private Turnover(Subject subject, TurnoverMasks masks) {
        this.subject = subject;
        this.masks = masks;
    }

    /**
     * Asks under the masks that the training used.
     *
     * @param layers the masked layers, as the recipe's method names them
     * @throws IllegalArgumentException when the net has no such layer
     */
    public static Turnover of(List<String> layers, Subject subject) {
        return new Turnover(
                subject, TurnoverMasks.of(layers, subject.model(), subject.randomOfMethod(TurnoverMasks.NAME)));
    }

    /** The loss of each example of a part under its own mask, [N], in the order of its ids. */
    public double[] own(String part) {
        return losses(part, ids -> masks.own(ids));
    }

    /** The loss of each example of a part under its flipped mask, [N]; for an example that was not trained on, one chance mask more. */
    public double[] flipped(String part) {
        return losses(part, ids -> masks.flipped(ids));
    }

    /** What each training example did for itself, [N]: {@code I(z_i; z_i)}, how far its fit rests on having seen it. */
    public double[] onItself() {
        return minus(flipped("train"), own("train"));
    }

    /** What each training example did for a part on the mean, [N]: the mean of {@code I(z; z_i)} over the part. */
    public double[] meanOn(String part) {
        long[] targets = subject.parts().get(part).ids();
        long[] ids = subject.parts().get("train").ids();
        double[] means = new double[ids.length];
        forEach(
                ids,
                part,
                targets,
                (at, each) -> means[at] = Arrays.stream(each).average().orElse(Double.NaN));
        return means;
    }

    /**
     * What some training examples did for some examples of a part.
     *
     * @param ids of training examples, ascending, [N]
     * @param targets ids in the part, [T]
     * @return {@code I(target; id)}, [N][T]
     */
    public double[][] influence(long[] ids, String part, long[] targets) {
        double[][] matrix = new double[ids.length][];
        forEach(ids, part, targets, (at, each) -> matrix[at] = each);
        return matrix;
    }

    /** What to do with the influences of one training example. */
    @FunctionalInterface
    private interface Row {
        void accept(int at, double[] each);
    }

    private void forEach(long[] ids, String part, long[] targets, Row row) {
        subject.forEachBlock("train", ids, ids.length, (from, batch) -> {
            Batch all = subject.parts()
                    .get(part)
                    .batch(targets)
                    .move(subject.model().place());
            for (int at = from; at < from + batch.size(); at++) {
                double[] flipped = losses(all, masks.flipped(ids[at]));
                row.accept(at, minus(flipped, losses(all, masks.own(ids[at]))));
            }
        });
    }

    private double[] losses(Batch all, Hook hook) {
        double[] losses = new double[all.size()];
        for (int from = 0; from < losses.length; from += ROWS) {
            try (Scope scope = Scope.open()) {
                Batch rows = all.slice(from, Math.min(ROWS, losses.length - from));
                double[] some = losses(subject.pass(rows).hook(hook));
                System.arraycopy(some, 0, losses, from, some.length);
            }
        }
        return losses;
    }

    private double[] losses(String part, Function<long[], Hook> hook) {
        double[] losses = new double[subject.ids(part).length];
        long[] ids = subject.ids(part);
        subject.forEachBlock(part, (from, batch) -> {
            double[] some = losses(subject.pass(batch).hook(hook.apply(batch.ids())));
            System.arraycopy(some, 0, losses, from, some.length);
        });
        return losses;
    }

    private double[] losses(Pass pass) {
        return subject.loss().perExample(pass).toDoubles();
    }

    private static double[] minus(double[] a, double[] b) {
        double[] apart = new double[a.length];
        Arrays.setAll(apart, i -> a[i] - b[i]);
        return apart;
    }
}
