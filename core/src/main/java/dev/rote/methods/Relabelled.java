package dev.rote.methods;

import dev.rote.data.Dataset;
import dev.rote.data.KnowsTruth;
import dev.rote.train.Training;
import java.util.stream.IntStream;

/** Readings of a method that puts labels of its own in place of those given. */
final class Relabelled {

    private Relabelled() {}

    /**
     * Logs {@code NAME.relabelled}, the share of the train part whose label is now another than the given one, and, where the truth is
     * known, {@code NAME.correction-error}, the share of those whose new label is not the true one: |{i in R: c_i != y_i}| / |R|; NaN
     * when none was relabelled.
     *
     * @param now the labels now, c, in the order of {@link Dataset#ids()}
     */
    static void log(String name, long[] now, Training training) {
        Dataset train = training.data("train");
        long[] given = train.labels(train.ids());
        int[] changed =
                IntStream.range(0, now.length).filter(i -> now[i] != given[i]).toArray();
        training.log(name + ".relabelled", (double) changed.length / now.length);
        KnowsTruth.of(train).ifPresent(known -> {
            long[] truth = known.truth(train.ids());
            double wrong = IntStream.of(changed).filter(i -> now[i] != truth[i]).count();
            training.log(name + ".correction-error", wrong / changed.length);
        });
    }
}
