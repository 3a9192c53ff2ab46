package dev.rote.papers.noisylabels;

import dev.rote.data.Preparation;
import dev.rote.data.prepare.HoldOut;
import dev.rote.losses.Focal;
import dev.rote.losses.Gce;
import dev.rote.losses.LabelSmoothing;
import dev.rote.losses.Mae;
import dev.rote.losses.NceMae;
import dev.rote.losses.NceRce;
import dev.rote.losses.Sce;
import dev.rote.methods.BackwardCorrection;
import dev.rote.methods.Bootstrapping;
import dev.rote.methods.CoTeaching;
import dev.rote.methods.CoTeachingPlus;
import dev.rote.methods.Decoupling;
import dev.rote.methods.DivideMix;
import dev.rote.methods.EarlyLearning;
import dev.rote.methods.ForwardCorrection;
import dev.rote.methods.Incv;
import dev.rote.methods.Jocor;
import dev.rote.methods.LearningToReweight;
import dev.rote.methods.ManifoldMixup;
import dev.rote.methods.Mixup;
import dev.rote.methods.NoiseAdaptation;
import dev.rote.methods.RobustEarlyLearning;
import dev.rote.methods.Sam;
import dev.rote.methods.SelfAdaptiveTraining;
import dev.rote.methods.TransitionSource;
import dev.rote.nets.Twins;
import dev.rote.papers.noisylabels.Remedy.Group;
import dev.rote.runs.Recipe;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.PairMethod;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every method and loss of the library that is against wrong labels, group by group, each with one setting for all noises. */
final class Remedies {

    static final String PLAIN = "cross-entropy";

    /** Clean images that learning to reweight is given; nobody else sees them. */
    private static final int CLEAN = 100;
    /** INCV trains a net on each half in each of two rounds, then a last one; each gets as many epochs as the others' only net. */
    private static final int INCV_NETS = 5;

    static final List<Remedy> ALL = Stream.of(
                    List.of(new Remedy(PLAIN, "cross-entropy", Group.PLAIN, (plain, spoiling) -> plain)),
                    architecture(),
                    regularisation(),
                    losses(),
                    adjustment(),
                    selection())
            .flatMap(List::stream)
            .toList();

    private Remedies() {}

    /** The remedy of that id. */
    static Remedy of(String id) {
        return ALL.stream()
                .filter(remedy -> remedy.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no remedy '" + id + "'"));
    }

    private static List<Remedy> architecture() {
        return List.of(method("s-model", "S-model", Group.ARCHITECTURE, new NoiseAdaptation(5)));
    }

    private static List<Remedy> regularisation() {
        Group group = Group.REGULARISATION;
        return List.of(
                new Remedy(
                        "label-smoothing",
                        "label smoothing",
                        group,
                        (plain, spoiling) -> plain.withLoss(new LabelSmoothing(0.1))),
                method("mixup", "mixup", group, new Mixup(1)),
                method("manifold-mixup", "manifold mixup", group, new ManifoldMixup(2, List.of("input", "first"))),
                told("cdr", "CDR", group, spoiling -> new RobustEarlyLearning(spoiling.share())),
                method("sam-0.05", "SAM 0.05", group, new Sam(0.05, 0)),
                method("sam-0.2", "SAM 0.2", group, new Sam(0.2, 0)),
                method("elr", "ELR", group, new EarlyLearning(0.7, 3)));
    }

    private static List<Remedy> losses() {
        return List.of(
                loss("mae", "MAE", new Mae()),
                loss("gce", "GCE", new Gce(0.7)),
                loss("sce", "SCE, A = -4", new Sce(0.1, 1, -4)),
                loss("sce-9.21", "SCE, A = -9.21", new Sce(0.1, 1, -9.21)),
                loss("nce-rce", "NCE + RCE", new NceRce(1, 1, -4)),
                loss("nce-mae", "NCE + MAE", new NceMae(1, 10)),
                loss("focal", "focal loss", new Focal(2)));
    }

    private static List<Remedy> adjustment() {
        Group group = Group.ADJUSTMENT;
        return List.of(
                method(
                        "forward-true",
                        "Forward, true T",
                        group,
                        new ForwardCorrection(TransitionSource.TRUTH, List.of(), 5, 97)),
                method("forward-anchors", "Forward, estimated T", group, new ForwardCorrection()),
                method(
                        "backward-true",
                        "Backward, true T",
                        group,
                        new BackwardCorrection(TransitionSource.TRUTH, List.of(), 5, 97)),
                method("bootstrap-soft", "soft bootstrapping", group, new Bootstrapping(0.95, false)),
                method("bootstrap-hard", "hard bootstrapping", group, new Bootstrapping(0.8, true)),
                method("sat", "self-adaptive training", group, new SelfAdaptiveTraining(0.9, 3)),
                new Remedy("reweight", "learning to reweight", group, (plain, spoiling) -> reweighted(plain)));
    }

    /** The clean images are taken away before the train part is chosen, which has as many images as everyone else's. */
    private static Recipe reweighted(Recipe plain) {
        Preparation clean = new HoldOut("train", "clean", 0.1, OptionalInt.of(CLEAN));
        return plain.but()
                .prepare(Stream.concat(Stream.of(clean), plain.prepare().stream())
                        .toArray(Preparation[]::new))
                .methods(new LearningToReweight(CLEAN))
                .recipe();
    }

    private static List<Remedy> selection() {
        return List.of(
                pair("decoupling", "Decoupling", spoiling -> new Decoupling(1)),
                pair("co-teaching", "Co-teaching", spoiling -> new CoTeaching(spoiling.share(), 10)),
                pair("co-teaching-plus", "Co-teaching+", spoiling -> new CoTeachingPlus(spoiling.share(), 10, 3)),
                pair("jocor-0.5", "JoCoR 0.5", spoiling -> new Jocor(0.5, spoiling.share(), 10)),
                pair("jocor-0.65", "JoCoR 0.65", spoiling -> new Jocor(0.65, spoiling.share(), 10)),
                pair("jocor-0.9", "JoCoR 0.9", spoiling -> new Jocor(0.9, spoiling.share(), 10)),
                pair(
                        "divide-mix",
                        "DivideMix",
                        spoiling -> new DivideMix(3, 0.5, 0.5, 4, 25, 16, spoiling == Spoiling.ASYMMETRIC_40)),
                new Remedy(
                        "incv",
                        "INCV",
                        Group.SELECTION,
                        (plain, spoiling) -> plain.but()
                                .methods(new Incv(2, 1.0 / INCV_NETS))
                                .epochs(INCV_NETS * plain.epochs())
                                .recipe()));
    }

    private static Remedy loss(String id, String title, Loss loss) {
        return new Remedy(id, title, Group.LOSS, (plain, spoiling) -> plain.withLoss(loss));
    }

    private static Remedy method(String id, String title, Group group, Method method) {
        return told(id, title, group, spoiling -> method);
    }

    private static Remedy told(String id, String title, Group group, Function<Spoiling, Method> method) {
        return new Remedy(id, title, group, (plain, spoiling) -> plain.withMethods(method.apply(spoiling)));
    }

    private static Remedy pair(String id, String title, Function<Spoiling, PairMethod> method) {
        return new Remedy(
                id,
                title,
                Group.SELECTION,
                (plain, spoiling) -> plain.withNet(new Twins(plain.net())).withMethods(method.apply(spoiling)));
    }
}
