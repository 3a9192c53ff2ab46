package dev.rote.app.catalog;

import dev.rote.methods.DenseSparseDense;
import dev.rote.methods.EarlyStopping;
import dev.rote.methods.LayerwiseReinit;
import dev.rote.methods.Mixup;
import dev.rote.methods.RhoLoss;
import dev.rote.methods.Sam;
import dev.rote.methods.SubsetReinit;
import dev.rote.train.Method;
import java.util.List;

/** What changes training. */
final class MethodEntries {

    private MethodEntries() {}

    static final List<Entry<?>> ALL = List.of(
            new Entry<>(
                    Method.class,
                    "sam",
                    new Sam(),
                    "moves by the gradient at the worst nearby weights",
                    "Foret et al. 2021"),
            new Entry<>(
                    Method.class, "mixup", new Mixup(), "trains on mixtures of pairs of examples", "Zhang et al. 2018"),
            new Entry<>(
                    Method.class,
                    "early-stopping",
                    new EarlyStopping(),
                    "puts back the weights of the epoch with the smallest loss on a part",
                    "Prechelt 1998"),
            new Entry<>(
                    Method.class,
                    "rho-loss",
                    new RhoLoss(),
                    "trains on the examples of a large batch that lower held-out loss most",
                    "Mindermann et al. 2022"),
            new Entry<>(
                    Method.class,
                    "layerwise-reinit",
                    new LayerwiseReinit(),
                    "keeps the lowest blocks and draws all above them anew, block by block",
                    "Alabdulmohsin et al. 2021"),
            new Entry<>(
                    Method.class,
                    "subset-reinit",
                    new SubsetReinit(),
                    "draws a random share of the weights anew between generations",
                    "Alabdulmohsin et al. 2021"),
            new Entry<>(
                    Method.class,
                    "dense-sparse-dense",
                    new DenseSparseDense(),
                    "cuts the smallest weights, trains, and lets them grow again",
                    "Han et al. 2017"));
}
