package dev.rote.app.catalog;

import dev.rote.losses.CrossEntropy;
import dev.rote.losses.Focal;
import dev.rote.losses.Gce;
import dev.rote.losses.LabelSmoothing;
import dev.rote.losses.Mae;
import dev.rote.losses.Mse;
import dev.rote.losses.Nce;
import dev.rote.losses.NceMae;
import dev.rote.losses.NceRce;
import dev.rote.losses.Rce;
import dev.rote.losses.Sce;
import dev.rote.train.Loss;
import java.util.List;

/** What is minimised. */
final class LossEntries {

    private LossEntries() {}

    private static final String ACTIVE_PASSIVE = "Ma et al. 2020";

    static final List<Entry<?>> ALL = List.of(
            new Entry<>(Loss.class, "mse", new Mse(), "squared error to one-hot targets, mean over outputs", ""),
            new Entry<>(Loss.class, "cross-entropy", new CrossEntropy(), "minus log softmax at the label", ""),
            new Entry<>(
                    Loss.class,
                    "mae",
                    new Mae(),
                    "absolute error of the probabilities; robust to uniform label noise",
                    "Ghosh, Kumar and Sastry 2017",
                    "ooooxx"),
            new Entry<>(
                    Loss.class,
                    "gce",
                    new Gce(),
                    "between cross-entropy and absolute error",
                    "Zhang and Sabuncu 2018",
                    "ooooxx"),
            new Entry<>(
                    Loss.class,
                    "rce",
                    new Rce(),
                    "cross-entropy with label and probability exchanged",
                    "Wang et al. 2019"),
            new Entry<>(
                    Loss.class,
                    "sce",
                    new Sce(),
                    "weighted sum of cross-entropy and its reverse",
                    "Wang et al. 2019",
                    "ooooxx"),
            new Entry<>(
                    Loss.class,
                    "nce",
                    new Nce(),
                    "cross-entropy divided by that of all labels together",
                    ACTIVE_PASSIVE),
            new Entry<>(
                    Loss.class,
                    "nce-rce",
                    new NceRce(),
                    "weighted sum of normalised and reverse cross-entropy",
                    ACTIVE_PASSIVE,
                    "ooooo-"),
            new Entry<>(
                    Loss.class,
                    "nce-mae",
                    new NceMae(),
                    "weighted sum of normalised cross-entropy and absolute error",
                    ACTIVE_PASSIVE,
                    "ooooo-"),
            new Entry<>(
                    Loss.class,
                    "focal",
                    new Focal(),
                    "cross-entropy that counts examples less that the net is sure of",
                    "Lin et al. 2017"),
            new Entry<>(
                    Loss.class,
                    "label-smoothing",
                    new LabelSmoothing(),
                    "cross-entropy with a share of each label spread over all classes",
                    "Szegedy et al. 2016",
                    "oooox-"));
}
