package dev.rote.app.catalog;

import dev.rote.methods.CoTeaching;
import dev.rote.methods.CoTeachingPlus;
import dev.rote.methods.Decoupling;
import dev.rote.methods.DivideMix;
import dev.rote.methods.Incv;
import dev.rote.methods.Jocor;
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
                    Method.class, "mixup", new Mixup(), "trains on mixtures of pairs of examples", "Zhang et al. 2018"),
            new Entry<>(
                    Method.class,
                    "decoupling",
                    new Decoupling(),
                    "two nets learn from what they disagree on",
                    "Malach & Shalev-Shwartz 2017",
                    "ooxox-"),
            new Entry<>(
                    Method.class,
                    "co-teaching",
                    new CoTeaching(),
                    "two nets pick small-loss examples for each other",
                    "Han et al. 2018",
                    "ooxxo-"),
            new Entry<>(
                    Method.class,
                    "co-teaching-plus",
                    new CoTeachingPlus(),
                    "co-teaching among what the two nets disagree on",
                    "Yu et al. 2019",
                    "ooxxo-"),
            new Entry<>(
                    Method.class,
                    "jocor",
                    new Jocor(),
                    "two nets that must agree learn from their smallest joint losses",
                    "Wei et al. 2020"),
            new Entry<>(
                    Method.class,
                    "divide-mix",
                    new DivideMix(),
                    "two nets divide the data for each other and learn half-supervised",
                    "Li et al. 2020",
                    "ooooo-"),
            new Entry<>(
                    Method.class,
                    "incv",
                    new Incv(),
                    "selects what nets trained on other examples predict",
                    "Chen et al. 2019",
                    "ooxoo-"));
}
