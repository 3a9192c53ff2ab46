package dev.rote.app.catalog;

import dev.rote.methods.BackwardCorrection;
import dev.rote.methods.Bootstrapping;
import dev.rote.methods.CoTeaching;
import dev.rote.methods.CoTeachingPlus;
import dev.rote.methods.Decoupling;
import dev.rote.methods.DenseSparseDense;
import dev.rote.methods.DivideMix;
import dev.rote.methods.DropByScore;
import dev.rote.methods.EarlyLearning;
import dev.rote.methods.EarlyStopping;
import dev.rote.methods.ForwardCorrection;
import dev.rote.methods.ImportanceWeights;
import dev.rote.methods.Incv;
import dev.rote.methods.Jocor;
import dev.rote.methods.LayerwiseReinit;
import dev.rote.methods.LearningToReweight;
import dev.rote.methods.ManifoldMixup;
import dev.rote.methods.Mixup;
import dev.rote.methods.NoiseAdaptation;
import dev.rote.methods.RhoLoss;
import dev.rote.methods.RobustEarlyLearning;
import dev.rote.methods.Sam;
import dev.rote.methods.SelfAdaptiveTraining;
import dev.rote.methods.SubsetReinit;
import dev.rote.methods.TurnoverDropout;
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
                    "ooxoo-"),
            new Entry<>(
                    Method.class,
                    "manifold-mixup",
                    new ManifoldMixup(),
                    "trains on mixtures of pairs of hidden states",
                    "Verma et al. 2019"),
            new Entry<>(
                    Method.class,
                    "turnover-dropout",
                    new TurnoverDropout(),
                    "trains each example through a mask of its own, so that half of the net never sees it",
                    "Kobayashi et al. 2020"),
            new Entry<>(
                    Method.class,
                    "drop-by-score",
                    new DropByScore(),
                    "trains without the examples at one end of an earlier run's score",
                    "Kobayashi et al. 2020"),
            new Entry<>(
                    Method.class,
                    "forward",
                    new ForwardCorrection(),
                    "compares labels with what predictions would be after the noise",
                    "Patrini et al. 2017",
                    "oooxxx"),
            new Entry<>(
                    Method.class,
                    "backward",
                    new BackwardCorrection(),
                    "a loss whose mean over the noise is the clean one",
                    "Patrini et al. 2017",
                    "oooxxx"),
            new Entry<>(
                    Method.class,
                    "s-model",
                    new NoiseAdaptation(),
                    "trains a noisy channel between the net and the labels",
                    "Goldberger, Ben-Reuven 2017",
                    "-oooxx"),
            new Entry<>(
                    Method.class,
                    "bootstrapping",
                    new Bootstrapping(),
                    "targets that lean to the predictions",
                    "Reed et al. 2015",
                    "oooxx-"),
            new Entry<>(
                    Method.class,
                    "self-adaptive-training",
                    new SelfAdaptiveTraining(),
                    "targets that move to the mean predictions",
                    "Huang et al. 2020",
                    "oxooo-"),
            new Entry<>(
                    Method.class,
                    "elr",
                    new EarlyLearning(),
                    "holds predictions to what they were early on",
                    "Liu et al. 2020"),
            new Entry<>(
                    Method.class,
                    "cdr",
                    new RobustEarlyLearning(),
                    "only critical weights follow the gradient",
                    "Xia et al. 2021",
                    "oooo--"),
            new Entry<>(
                    Method.class,
                    "importance-weights",
                    new ImportanceWeights(),
                    "classes count by a weight",
                    "Byrd, Lipton 2019"),
            new Entry<>(
                    Method.class,
                    "learning-to-reweight",
                    new LearningToReweight(),
                    "examples count as they help on clean ones",
                    "Ren et al. 2018",
                    "ooox--"),
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
