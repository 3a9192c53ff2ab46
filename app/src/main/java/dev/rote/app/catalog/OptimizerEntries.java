package dev.rote.app.catalog;

import dev.rote.train.Adagrad;
import dev.rote.train.Adam;
import dev.rote.train.AdamW;
import dev.rote.train.Optimizer;
import dev.rote.train.RmsProp;
import dev.rote.train.Sgd;
import java.util.List;

/** Rules of the moves. */
final class OptimizerEntries {

    private OptimizerEntries() {}

    static final List<Entry<?>> ALL = List.of(
            new Entry<>(
                    Optimizer.class,
                    "adamw",
                    new AdamW(),
                    "Adam with decoupled weight decay",
                    "Loshchilov and Hutter 2019"),
            new Entry<>(
                    Optimizer.class,
                    "adam",
                    new Adam(),
                    "adaptive moments, decay in the gradient",
                    "Kingma and Ba 2015"),
            new Entry<>(Optimizer.class, "sgd", new Sgd(), "gradient descent with momentum, Nesterov's or none", ""),
            new Entry<>(
                    Optimizer.class, "rmsprop", new RmsProp(), "scaled by a running mean of squares", "Hinton 2012"),
            new Entry<>(
                    Optimizer.class,
                    "adagrad",
                    new Adagrad(),
                    "scaled by the sum of squares so far",
                    "Duchi et al. 2011"));
}
