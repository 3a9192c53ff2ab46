package dev.rote.papers.manifoldmixup;

import dev.rote.claims.Scale;
import dev.rote.data.augment.Crop;
import dev.rote.data.augment.Flip;
import dev.rote.data.files.Cifar10;
import dev.rote.data.prepare.Standardize;
import dev.rote.losses.CrossEntropy;
import dev.rote.measures.Accuracy;
import dev.rote.measures.FgsmAccuracy;
import dev.rote.measures.Flattening;
import dev.rote.measures.NegativeLogLikelihood;
import dev.rote.methods.ManifoldMixup;
import dev.rote.methods.Mixup;
import dev.rote.nets.Activation;
import dev.rote.nets.Mlp;
import dev.rote.nets.images.PreActResnet18;
import dev.rote.papers.Protocol;
import dev.rote.papers.images.SmallImages;
import dev.rote.papers.images.Smoke;
import dev.rote.runs.Probe;
import dev.rote.runs.Recipe;
import dev.rote.runs.RecipeDraft;
import dev.rote.train.Sgd;
import dev.rote.train.Steps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which runs a scale is made of, the longest first.
 *
 * <p>The desk scale has 4000 digits, an MLP 196-128-128-10, SGD with momentum 0.9 at rate 0.05 for 150 epochs, and mixes at the
 * first hidden layer alone. It has to be long: after 25 epochs dropout cannot be told from mixing. One lane, so that an arm
 * whose method mixes nowhere is trained by the same sums as the arm without a method. The paper scale adds CIFAR-10.
 */
final class Experiments {

    static final String NONE = "none";
    static final String DECAY = "weight-decay";
    static final String DROPOUT = "dropout";
    static final String INPUT = "input-mixup";
    static final String MANIFOLD = "manifold-mixup";

    /** Manifold mixup with no layer to mix at. */
    static final String NOWHERE = "manifold-nowhere";

    /** Manifold mixup that mixes at the input alone. */
    static final String AT_INPUT = "manifold-at-input";

    /** Arms to be compared and how they are called in charts. */
    static final Map<String, String> ARMS = new LinkedHashMap<>();

    static {
        ARMS.put(NONE, "none");
        ARMS.put(DECAY, "weight decay 0.001");
        ARMS.put(DROPOUT, "dropout 0.5");
        ARMS.put(INPUT, "input mixup");
        ARMS.put(MANIFOLD, "manifold mixup");
    }

    private static final String LAYER = "hidden.0";

    private Experiments() {}

    /** An arm on CIFAR-10. */
    static String cifar(String arm) {
        return "cifar-" + arm;
    }

    static List<Recipe> recipes(Scale scale, int seeds) {
        return switch (scale) {
            case SMOKE -> desk().stream().map(Smoke::of).toList();
            case DESK -> Protocol.seeded(desk(), seeds).toList();
            case PAPER ->
                Stream.concat(Protocol.seeded(published(), seeds), Protocol.seeded(desk(), seeds))
                        .toList();
        };
    }

    private static List<Recipe> desk() {
        return List.of(
                digits(MANIFOLD).methods(new ManifoldMixup(2, List.of(LAYER))).recipe(),
                digits(AT_INPUT).methods(new ManifoldMixup(1, List.of("input"))).recipe(),
                digits(INPUT).methods(new Mixup(1)).recipe(),
                digits(NOWHERE).methods(new ManifoldMixup(2, List.of())).recipe(),
                digits(DROPOUT)
                        .net(new Mlp(List.of(128, 128), Activation.RELU, true, 0.5, false))
                        .recipe(),
                digits(DECAY).optimizer(new Sgd(0.05, 0.9, false, 1e-3)).recipe(),
                digits(NONE).recipe());
    }

    private static RecipeDraft digits(String name) {
        return SmallImages.mnist14(name, 4000, 4000)
                .net(SmallImages.mlp(128, 128))
                .optimizer(new Sgd(0.05, 0.9, false, 0))
                .epochs(150)
                .lanes(1)
                .probes(List.of(
                        new Probe(new Accuracy("train")),
                        new Probe(new Accuracy("test")),
                        new Probe(new NegativeLogLikelihood("test")),
                        Probe.at(new Flattening(LAYER, "test", Flattening.Statistic.LARGEST), "end"),
                        Probe.at(new Flattening(LAYER, "test", Flattening.Statistic.REST), "end"),
                        Probe.at(new FgsmAccuracy("test", 0.1, true), "end")));
    }

    private static List<Recipe> published() {
        List<Recipe> recipes = new ArrayList<>();
        List<String> layers = List.of("input", "layer1.1", "layer2.1");
        recipes.add(pictures(MANIFOLD).methods(new ManifoldMixup(2, layers)).recipe());
        recipes.add(pictures(INPUT).methods(new Mixup(1)).recipe());
        recipes.add(pictures(NONE).recipe());
        return recipes;
    }

    private static RecipeDraft pictures(String arm) {
        return new Recipe()
                .but()
                .name(cifar(arm))
                .data(new Cifar10())
                .prepare(new Standardize())
                .augment(new Crop(), new Flip())
                .net(new PreActResnet18())
                .loss(new CrossEntropy())
                .optimizer(new Sgd(0.1, 0.9, false, 1e-4))
                .schedule(new Steps(List.of(0.25, 0.5, 0.75), 0.1))
                .epochs(2000)
                .batchSize(100)
                .logEvery(0)
                .probes(List.of(
                        new Probe(new Accuracy("train")),
                        new Probe(new Accuracy("test")),
                        new Probe(new NegativeLogLikelihood("test")),
                        Probe.at(new FgsmAccuracy("test", 0.03, false), "end")));
    }
}
