package dev.rote.methods;

import dev.rote.data.Batch;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.train.Loss;
import dev.rote.train.Pass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The objective of one net on a batch part of which counts as labelled (Berthelot et al. 2019, as changed by Li et al. 2020,
 * equations 6 to 12): two views of each example are mixed with partners from the whole batch, labelled ones have the recipe's loss,
 * the others the squared distance of probabilities.
 *
 * @param inner the recipe's loss
 * @param alpha of Beta(alpha, alpha), from which the mixing share is drawn once, the larger of it and its rest
 * @param weight lambda_u, of the part without labels
 */
record MixMatch(Loss inner, double alpha, double weight) {

    /**
     * Losses [N] whose mean is {@code L_x + lambda_u L_u + KL(uniform || mean prediction)}: a row's
     * loss is scaled by N over the size of its part, and the last summand is added to each. A part without rows contributes nothing.
     *
     * @param pass by the net
     * @param views the inputs twice, two of [N, ...]
     * @param targets [N, K]
     * @param division which rows count as labelled
     * @param random where share and partners are drawn from
     */
    Tensor losses(Pass pass, List<Tensor> views, Tensor targets, Division division, Seeds random) {
        int rows = pass.batch().size();
        long[] ids = pass.batch().ids();
        Mixing mixing = Mixing.draw(alpha, 2 * rows, targets.place(), random);
        Batch mixed = new Batch(
                LongStream.concat(Arrays.stream(ids), Arrays.stream(ids)).toArray(),
                mixing.of(Tensor.cat(views, 0)),
                mixing.of(Tensor.cat(List.of(targets, targets), 0)));
        Pass whole = pass.batch(mixed);
        Tensor shares = whole.outputs().softmax(1);
        int[] known = division.labelled();
        int[] others = division.unlabelled();
        List<Tensor> parts = new ArrayList<>();
        if (known.length > 0) {
            parts.add(labelled(whole, known));
        }
        if (others.length > 0) {
            parts.add(unlabelled(shares, mixed, others));
        }
        int[] places = new int[rows];
        for (int i = 0; i < rows; i++) {
            places[i < known.length ? known[i] : others[i - known.length]] = i;
        }
        return SmallLoss.at(Tensor.cat(parts, 0), places).add(penalty(shares));
    }

    private Tensor labelled(Pass whole, int[] known) {
        int[] at = twice(known, whole.batch().size() / 2);
        Tensor outputs = SmallLoss.at(whole.outputs(), at);
        return folded(Pair.each(inner, whole.rows(at).outputs(outputs)), whole.batch());
    }

    private Tensor unlabelled(Tensor shares, Batch mixed, int[] others) {
        int[] at = twice(others, mixed.size() / 2);
        Tensor apart = SmallLoss.at(shares, at).sub(SmallLoss.at(mixed.targets(), at));
        return folded(apart.square().mean(1, false).mul(weight), mixed);
    }

    /** The mean over both views, scaled so that the mean over the whole batch is the mean over this part. */
    private static Tensor folded(Tensor losses, Batch mixed) {
        return losses.reshape(2, -1).mean(0, false).mul((double) mixed.size() / losses.numel());
    }

    /** {@code sum_k 1/K log(1/K / m_k)} for the mean m of the predictions; 1e-30 keeps the logarithm finite. */
    static Tensor penalty(Tensor shares) {
        Tensor mean = shares.mean(0, false).clamp(1e-30, 1);
        return mean.log().mean().neg().sub(StrictMath.log(mean.numel()));
    }

    private static int[] twice(int[] positions, int rows) {
        return IntStream.concat(
                        Arrays.stream(positions), Arrays.stream(positions).map(i -> i + rows))
                .toArray();
    }
}
