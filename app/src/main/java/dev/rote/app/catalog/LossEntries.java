package dev.rote.app.catalog;

import dev.rote.losses.CrossEntropy;
import dev.rote.losses.Mse;
import dev.rote.train.Loss;
import java.util.List;

/** What is minimised. */
final class LossEntries {

    private LossEntries() {}

    static final List<Entry<?>> ALL = List.of(
            new Entry<>(Loss.class, "mse", new Mse(), "squared error to one-hot targets, mean over outputs", ""),
            new Entry<>(Loss.class, "cross-entropy", new CrossEntropy(), "minus log softmax at the label", ""));
}
