package dev.rote.methods;

import dev.rote.data.Dataset;
import dev.rote.nets.Model;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import dev.rote.train.Outputs;
import java.util.Arrays;

/**
 * How a model fits the labels of examples, in evaluation mode.
 *
 * @param losses cross-entropy of the softmax outputs [n]
 * @param agrees whether the largest output is the label's, [n]
 */
record Fit(double[] losses, boolean[] agrees) {

    private static final int BLOCK = 256;

    /** The fit of these examples, in the order given; they are read a few at a time. */
    static Fit of(Model model, Dataset data, long[] ids) {
        double[] losses = new double[ids.length];
        boolean[] agrees = new boolean[ids.length];
        for (int from = 0; from < ids.length; from += BLOCK) {
            long[] some = Arrays.copyOfRange(ids, from, Math.min(ids.length, from + BLOCK));
            try (Scope scope = Scope.open()) {
                Tensor outputs = Outputs.of(model, data, some);
                long[] labels = data.labels(some);
                Tensor wanted = outputs.place().indices(labels, labels.length, 1);
                double[] found = outputs.logSoftmax(1).gather(1, wanted).neg().toDoubles();
                long[] said = outputs.argmax(1).toLongs();
                for (int i = 0; i < some.length; i++) {
                    losses[from + i] = found[i];
                    agrees[from + i] = said[i] == labels[i];
                }
            }
        }
        return new Fit(losses, agrees);
    }
}
