package dev.rote.papers.sam;

import dev.rote.claims.Scale;
import dev.rote.data.files.FashionMnist;
import dev.rote.data.prepare.Take;
import dev.rote.losses.CrossEntropy;
import dev.rote.measures.Accuracy;
import dev.rote.measures.Hessian;
import dev.rote.measures.MeanLoss;
import dev.rote.measures.Sharpness;
import dev.rote.measures.WeightNorm;
import dev.rote.methods.Bootstrapping;
import dev.rote.methods.Sam;
import dev.rote.nets.images.SmallCnn;
import dev.rote.papers.Protocol;
import dev.rote.papers.images.Cifar;
import dev.rote.papers.images.SmallImages;
import dev.rote.papers.images.Smoke;
import dev.rote.runs.Probe;
import dev.rote.runs.Recipe;
import dev.rote.runs.RecipeDraft;
import dev.rote.train.Cosine;
import dev.rote.train.Sgd;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which runs a scale is made of, the longest first.
 *
 * <p>The desk scale has two bases on 4000 digits, half of their labels wrong: SGD with momentum 0.9, rate 0.1 along a cosine and decay
 * 0.0005, as in the paper, and Adam as in the other papers on wrong labels. Two more pairs have clean labels: the digits again, for
 * flatness, and 2000 pictures of clothes, on which SGD has twice the epochs of SAM: enough for SGD to fit them, hardly for SAM. The
 * paper scale adds CIFAR-10 with ResNet-18, the nearest net to the paper's ResNet-32 that Rote has.
 */
final class Experiments {

    static final String SGD = "sgd";
    static final String ADAM = "adam";
    static final String BOOTSTRAP = "sgd-bootstrap";
    static final String CLEAN_SGD = "clean-sgd";
    static final String CLEAN_SAM = "clean-sam";
    static final String FASHION_SGD = "fashion-sgd";
    static final String FASHION_SAM = "fashion-sam";

    /** The radii that are tried on wrong labels. */
    static final List<Double> RADII = List.of(0.05, 0.1, 0.2);

    /** The radius that claims on wrong labels are about. */
    static final double RADIUS = 0.2;

    /** The radius at which groups of rows are compared. */
    static final double GROUP_RADIUS = 0.1;

    /** Rows per group, the whole batch of 64 last. */
    static final List<Integer> GROUPS = List.of(4, 16, 64);

    /** Percent of wrong labels of the paper's table. */
    static final List<Integer> PUBLISHED = List.of(20, 40, 60, 80);

    private static final Sgd DESCENT = new Sgd(0.1, 0.9, false, 5e-4);

    private Experiments() {}

    /** SAM on a base. */
    static String sam(String base, double radius) {
        return base + "-sam-" + (radius == 0 ? "0" : Double.toString(radius));
    }

    /** SAM on SGD in groups; the whole batch is plain SAM. */
    static String grouped(int rows) {
        return sam(SGD, GROUP_RADIUS) + (rows == 64 ? "" : "-m-" + rows);
    }

    /** Bootstrapping inside SAM. */
    static String bootstrapped() {
        return sam(BOOTSTRAP, RADIUS);
    }

    /** An arm on CIFAR-10. */
    static String cifar(int percent, String arm) {
        return "cifar-" + percent + "-" + arm;
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
        List<Recipe> recipes = new ArrayList<>();
        recipes.add(fashion(FASHION_SGD).epochs(100).recipe());
        recipes.add(fashion(FASHION_SAM).epochs(50).methods(new Sam(0.05, 0)).recipe());
        for (int rows : GROUPS) {
            if (rows < 64) {
                recipes.add(descending(grouped(rows))
                        .methods(new Sam(GROUP_RADIUS, rows))
                        .recipe());
            }
        }
        recipes.add(clean(CLEAN_SGD).recipe());
        recipes.add(clean(CLEAN_SAM).methods(new Sam(0.05, 0)).recipe());
        for (double radius : Stream.concat(Stream.of(0.0), RADII.stream()).toList()) {
            recipes.add(descending(sam(SGD, radius)).methods(new Sam(radius, 0)).recipe());
            recipes.add(noisy(sam(ADAM, radius)).methods(new Sam(radius, 0)).recipe());
        }
        Bootstrapping hard = new Bootstrapping(0.8, true);
        recipes.add(descending(bootstrapped()).methods(hard, new Sam(RADIUS, 0)).recipe());
        recipes.add(descending(BOOTSTRAP).methods(hard).recipe());
        recipes.add(descending(SGD).recipe());
        recipes.add(noisy(ADAM).recipe());
        return recipes;
    }

    /** Digits, half of their labels wrong, Adam. */
    private static RecipeDraft noisy(String name) {
        List<Probe> probes = new ArrayList<>(SmallImages.PROBES);
        probes.add(new Probe(new WeightNorm()));
        return SmallImages.mnist14(name, 4000, 4000)
                .noise(SmallImages.symmetric(0.5))
                .probes(probes);
    }

    private static RecipeDraft descending(String name) {
        return noisy(name).optimizer(DESCENT).schedule(new Cosine());
    }

    private static RecipeDraft clean(String name) {
        return descending(name)
                .noise()
                .probes(List.of(
                        new Probe(new Accuracy("train")),
                        new Probe(new Accuracy("test")),
                        new Probe(new MeanLoss("train")),
                        Probe.at(new Sharpness(), "end"),
                        Probe.at(new Hessian(), "end")));
    }

    private static RecipeDraft fashion(String name) {
        return new Recipe()
                .but()
                .name(name)
                .data(new FashionMnist())
                .prepare(new Take("train", 2000, Take.Order.RANDOM), new Take("test", 4000, Take.Order.RANDOM))
                .net(new SmallCnn(List.of(16, 32), 3, true, 0, List.of(), false))
                .loss(new CrossEntropy())
                .optimizer(DESCENT)
                .schedule(new Cosine())
                .batchSize(64)
                .logEvery(310)
                .probes(accuracies());
    }

    private static List<Probe> accuracies() {
        return List.of(new Probe(new Accuracy("train")), new Probe(new Accuracy("test")));
    }

    private static List<Recipe> published() {
        List<Recipe> recipes = new ArrayList<>();
        recipes.add(cifar(cifar(0, "sgd")).epochs(400).recipe());
        recipes.add(cifar(cifar(0, "sam")).methods(new Sam(0.05, 0)).recipe());
        for (int percent : PUBLISHED) {
            Sam sam = new Sam(percent == 80 ? 0.05 : 0.1, 0);
            Bootstrapping hard = new Bootstrapping(0.8, true);
            Recipe noisy = cifar(cifar(percent, "sgd"))
                    .noise(SmallImages.symmetric(percent / 100.0))
                    .recipe();
            recipes.add(noisy.but().name(cifar(percent, "sam")).methods(sam).recipe());
            recipes.add(noisy.but()
                    .name(cifar(percent, "bootstrap-sam"))
                    .methods(hard, sam)
                    .recipe());
            recipes.add(noisy);
        }
        return recipes;
    }

    private static RecipeDraft cifar(String name) {
        return Cifar.resnet18(name).probes(accuracies());
    }
}
