package dev.rote.methods;

import dev.rote.data.Dataset;
import dev.rote.estimates.LossMixture;
import dev.rote.nets.Model;
import dev.rote.nets.TwinsModel;
import dev.rote.tensor.Place;
import dev.rote.tensor.Tensor;
import dev.rote.train.Training;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which examples of a batch count as labelled.
 *
 * @param clean probability that the label is right, [N]
 * @param labelled positions that count as labelled, ascending
 */
record Division(double[] clean, int[] labelled) {

    /** Those with a probability [N] above a threshold. */
    static Division of(Tensor probabilities, double threshold) {
        double[] clean = probabilities.toDoubles();
        return new Division(
                clean,
                IntStream.range(0, clean.length)
                        .filter(i -> clean[i] > threshold)
                        .toArray());
    }

    /** 1 where labelled, else 0, [N]. */
    double[] marks() {
        double[] marks = new double[clean.length];
        for (int i : labelled) {
            marks[i] = 1;
        }
        return marks;
    }

    /** The other positions, ascending. */
    int[] unlabelled() {
        double[] marks = marks();
        return IntStream.range(0, marks.length).filter(i -> marks[i] == 0).toArray();
    }

    /** The last probabilities by each net for all training examples, [2, n]. */
    static Tensor kept(Training training, String who) {
        int examples = training.data("train").size();
        return training.keep(who + ".clean", () -> Place.FLOAT64.full(1, 2, examples));
    }

    /** The columns of some examples, [2, N]. */
    static Tensor rows(Tensor kept, long[] all, long[] ids) {
        long[] at = Arrays.stream(ids).map(id -> Arrays.binarySearch(all, id)).toArray();
        return kept.indexSelect(1, kept.place().indices(at, at.length));
    }

    /** Asks both nets for their probabilities anew. */
    static void renew(Tensor kept, Training training) {
        TwinsModel twins = TwinsModel.of(training.model());
        double[] first = probabilities(twins.first(), training.data("train"));
        double[] second = probabilities(twins.second(), training.data("train"));
        kept.select(0, 0).copy_(Place.FLOAT64.of(first, first.length));
        kept.select(0, 1).copy_(Place.FLOAT64.of(second, second.length));
    }

    /** For each example the probability that a net's loss on it, min-max-normalised, is of the lower of two distributions. */
    private static double[] probabilities(Model net, Dataset train) {
        LossMixture fitted = LossMixture.fit(Fit.of(net, train, train.ids()).losses(), LossMixture.Shape.GAUSSIAN);
        return Arrays.stream(fitted.high()).map(high -> 1 - high).toArray();
    }
}
