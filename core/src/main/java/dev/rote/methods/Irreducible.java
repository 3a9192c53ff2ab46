package dev.rote.methods;

import dev.rote.data.Batch;
import dev.rote.data.Dataset;
import dev.rote.nets.Mode;
import dev.rote.nets.Model;
import dev.rote.tensor.DType;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import dev.rote.train.Loss;
import dev.rote.train.Pass;
import dev.rote.train.Training;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/** The losses that remain for a model which was trained on other data: computed once for each example, and kept. */
final class Irreducible {

    private static final int BLOCK = 256;

    private final Map<String, Model> scorers;
    private final Loss inner;
    private final Training training;

    private Irreducible(Map<String, Model> scorers, Loss inner, Training training) {
        this.scorers = scorers;
        this.inner = inner;
        this.training = training;
    }

    /**
     * Losses by needed runs.
     *
     * @param models part to needed run; the run {@code irreducible} scores the whole train part when empty
     * @throws IllegalArgumentException when the recipe needs no run of such a name, or the parts are not a division of the train part
     */
    static Irreducible of(Map<String, String> models, Loss inner, Training training) {
        Map<String, Model> scorers = new LinkedHashMap<>();
        (models.isEmpty() ? Map.of("train", "irreducible") : models)
                .forEach((part, run) -> scorers.put(part, training.need(run)));
        long[] scored = scorers.keySet().stream()
                .flatMapToLong(part -> LongStream.of(training.data(part).ids()))
                .sorted()
                .toArray();
        if (!Arrays.equals(scored, training.data("train").ids())) {
            throw new IllegalArgumentException("models must name parts that have each training example once, was "
                    + models.keySet() + " with " + scored.length + " examples for the "
                    + training.data("train").size() + " of part train");
        }
        return new Irreducible(scorers, inner, training);
    }

    /** For choosing without irreducible losses. */
    static Irreducible none(Training training) {
        Loss nobody = pass -> {
            throw new IllegalStateException("no irreducible loss was asked for");
        };
        return new Irreducible(Map.of(), nobody, training);
    }

    /** The losses of the batch's examples, [N]. */
    double[] losses(Pass look) {
        long[] all = training.data("train").ids();
        Tensor known = training.keep("rho.irreducible", () -> computed(look, all));
        long[] at = Arrays.stream(look.batch().ids())
                .map(id -> Arrays.binarySearch(all, id))
                .toArray();
        return known.indexSelect(0, known.place().indices(at, at.length)).toDoubles();
    }

    /** A loss for each row, [N]. */
    static double[] each(Pass look, Loss inner) {
        double[] losses = inner.perExample(look).toDoubles();
        if (losses.length != look.batch().size()) {
            throw new IllegalArgumentException(
                    "rho-loss needs a loss for each of the " + look.batch().size() + " examples of a batch, was given "
                            + losses.length + ": put it before methods that drop examples");
        }
        return losses;
    }

    private Tensor computed(Pass look, long[] all) {
        double[] losses = new double[all.length];
        Dataset train = training.data("train");
        scorers.forEach((part, model) -> {
            long[] ids = training.data(part).ids();
            for (int from = 0; from < ids.length; from += BLOCK) {
                long[] some = Arrays.copyOfRange(ids, from, Math.min(ids.length, from + BLOCK));
                try (Scope scope = Scope.open()) {
                    Batch batch = train.batch(some).move(model.place());
                    double[] values = each(look.mode(Mode.EVAL).model(model).batch(batch), inner);
                    for (int i = 0; i < some.length; i++) {
                        losses[Arrays.binarySearch(all, some[i])] = values[i];
                    }
                }
            }
        });
        return look.model().place().with(DType.FLOAT64).of(losses, losses.length);
    }
}
