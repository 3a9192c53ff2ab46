package dev.rote.app.catalog;

import dev.rote.methods.Mixup;
import dev.rote.methods.Sam;
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
                    Method.class,
                    "mixup",
                    new Mixup(),
                    "trains on mixtures of pairs of examples",
                    "Zhang et al. 2018"));
}
