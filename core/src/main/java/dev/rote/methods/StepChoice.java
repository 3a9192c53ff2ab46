package dev.rote.methods;

import dev.rote.nets.Mode;
import dev.rote.tensor.DType;
import dev.rote.tensor.Tensor;
import dev.rote.train.Pass;
import dev.rote.train.Training;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Which rows of a batch a step trains on: chosen at the step's first evaluation, the same at those that follow. */
final class StepChoice {

    private final String name;
    private final Training training;
    private final long[] ids;

    /**
     * A choice that is kept by marking each training example with the last step, counted from 1, that it was chosen in.
     *
     * @param name under which the marks are kept
     */
    StepChoice(String name, Training training) {
        this.name = name;
        this.training = training;
        this.ids = training.data("train").ids();
    }

    /** Positions of the k largest, ascending; of equal ones those in front, and NaN only when nothing else is left. */
    static int[] largest(double[] scores, int k) {
        return SmallLoss.smallest(Arrays.stream(scores).map(score -> -score).toArray(), k);
    }

    /** The rows of this pass; the supplier is asked on the first evaluation, and on any that does not train. */
    int[] of(Pass pass, Supplier<int[]> choose) {
        if (pass.mode() == Mode.TRAIN && !pass.first()) {
            return marked(pass);
        }
        int[] rows = choose.get();
        if (pass.mayMove()) {
            mark(pass, rows);
        }
        return rows;
    }

    private Tensor marks() {
        return training.keep(
                name, () -> training.model().place().with(DType.FLOAT64).zeros(ids.length));
    }

    private void mark(Pass pass, int[] rows) {
        Tensor at = positions(pass, rows);
        Tensor before = marks().indexSelect(0, at);
        marks().indexAdd_(0, at, before.neg().add(pass.clock().step() + 1));
    }

    private int[] marked(Pass pass) {
        int[] all = IntStream.range(0, pass.batch().size()).toArray();
        double[] last = marks().indexSelect(0, positions(pass, all)).toDoubles();
        return Arrays.stream(all)
                .filter(row -> last[row] == pass.clock().step() + 1)
                .toArray();
    }

    private Tensor positions(Pass pass, int[] rows) {
        long[] batch = pass.batch().ids();
        long[] at = Arrays.stream(rows)
                .mapToLong(row -> Arrays.binarySearch(ids, batch[row]))
                .toArray();
        return marks().place().indices(at, at.length);
    }
}
