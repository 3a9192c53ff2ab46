package dev.rote.methods;

import dev.rote.data.KnowsTruth;
import dev.rote.tensor.DType;
import dev.rote.tensor.Tensor;
import dev.rote.train.Pass;
import dev.rote.train.Training;
import java.util.Arrays;

/** What is read off a choice of examples: how many of them the model had right already, and how many are labelled wrongly. */
final class ChoiceReadings {

    private ChoiceReadings() {}

    /** Adds the chosen rows of a batch. */
    static void count(Pass look, int[] chosen, Training training) {
        long[] right = look.outputs().argmax(1).eq(labels(look)).to(DType.INT64).toLongs();
        KnowsTruth truth = KnowsTruth.of(training.data("train")).orElse(null);
        double wrong = Arrays.stream(chosen)
                .filter(row -> truth != null && truth.isWrong(look.batch().ids()[row]))
                .count();
        double correct = Arrays.stream(chosen).filter(row -> right[row] == 1).count();
        sums(training).add_(sums(training).place().of(new double[] {chosen.length, correct, wrong}, 3));
    }

    private static Tensor labels(Pass look) {
        Tensor targets = look.batch().targets();
        return targets.dtype() == DType.INT64 ? targets : targets.argmax(1);
    }

    private static Tensor sums(Training training) {
        return training.keep(
                "rho.sums", () -> training.model().place().with(DType.FLOAT64).zeros(3));
    }

    /** Writes the shares since the last time, and begins anew. */
    static void log(Training training) {
        double[] sums = sums(training).toDoubles();
        training.log("rho.correct", sums[1] / sums[0]);
        if (KnowsTruth.of(training.data("train")).isPresent()) {
            training.log("rho.wrong", sums[2] / sums[0]);
        }
        sums(training).zero_();
    }
}
