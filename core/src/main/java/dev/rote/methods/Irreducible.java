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
     * @throws IllegalArgumentException when the recipe needs no run of such a name
     */
    static Irreducible of(Map<String, String> models, Loss inner, Training training) {
        Map<String, Model> scorers = new LinkedHashMap<>();
        (models.isEmpty() ? Map.of("train", "irreducible") : models)
                .forEach((part, run) -> scorers.put(part, training.need(run)));
        return new Irreducible(scorers, inner, training);
    }

    /** For choosing without held-out data: all losses are 0. */
    static Irreducible none(Loss inner, Training training) {
        return new Irreducible(Map.of(), inner, training);
    }

    /** The losses of the batch's examples, [N]; 0 for one that no scored part has. */
    double[] losses(Pass look) {
        long[] all = training.data("train").ids();
        double[] known =
                training.keep("rho.irreducible", () -> computed(look, all)).toDoubles();
        return Arrays.stream(look.batch().ids())
                .mapToDouble(id -> known[Arrays.binarySearch(all, id)])
                .toArray();
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
                    Pass pass = look.mode(Mode.EVAL).model(model).batch(batch);
                    double[] values = inner.perExample(pass).toDoubles();
                    for (int i = 0; i < some.length; i++) {
                        losses[Arrays.binarySearch(all, some[i])] = values[i];
                    }
                }
            }
        });
        return look.model().place().with(DType.FLOAT64).of(losses, losses.length);
    }
}
