package dev.rote.papers.importanceweighting;

import dev.rote.claims.Scale;
import dev.rote.data.Preparation;
import dev.rote.data.files.Cifar10;
import dev.rote.data.prepare.AveragePool;
import dev.rote.data.prepare.KeepClasses;
import dev.rote.data.prepare.Standardize;
import dev.rote.data.prepare.Subsample;
import dev.rote.data.prepare.Take;
import dev.rote.losses.CrossEntropy;
import dev.rote.measures.Accuracy;
import dev.rote.measures.ClassShare;
import dev.rote.methods.ImportanceWeights;
import dev.rote.nets.Activation;
import dev.rote.nets.Mlp;
import dev.rote.nets.images.SmallCnn;
import dev.rote.papers.Protocol;
import dev.rote.papers.images.SmallImages;
import dev.rote.papers.images.Smoke;
import dev.rote.runs.Probe;
import dev.rote.runs.Recipe;
import dev.rote.runs.RecipeDraft;
import dev.rote.train.Sgd;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which runs a scale is made of, the longest first.
 *
 * <p>The desk scale tells the digits 4 and 9 apart: 1000 examples, an MLP 196-128-64-2, plain SGD at rate 0.3 in batches of 32 for 150
 * epochs, the weights of the classes 32 : 1, 1 : 1 and 1 : 32. The weights have mean 1, so the light class learns sixteen times
 * slower; at 256 : 1, where it is 128 times, there are ten times as many epochs and one seed. The paper scale has the cats and dogs of
 * CIFAR-10.
 */
final class Experiments {

    static final String NONE = "none";
    static final String DECAY = "l2-0.005";
    static final String DROPOUT = "dropout";
    static final String NORM = "batch-norm";

    /** Plain training for ten times as long. */
    static final String LONG = "long";

    /** L2 penalties, the weakest first. */
    static final List<Double> PENALTIES = List.of(0.001, 0.005, 0.01);

    /** Shares of a class that are kept. */
    static final List<Double> SHARES = List.of(0.0625, 0.25);

    /** Steps in an epoch of 1000 examples. */
    static final int EPOCH = 31;

    /** Weight of the heavy class in most arms. */
    static final int RATIO = 32;

    /** The same in the long arms and on pictures. */
    static final int FAR = 256;

    private Experiments() {}

    /** An arm by the weights of its classes. */
    static String arm(String name, int four, int nine) {
        return name + "-" + four + "-" + nine;
    }

    /** An arm with an L2 penalty. */
    static String decay(double penalty) {
        return "l2-" + penalty;
    }

    /** The arm in which that share of a class is kept: 0 the fours, 1 the nines. */
    static String kept(int label, double share) {
        return "keep-" + (label == 0 ? "4" : "9") + "-" + share;
    }

    /** An arm on cats and dogs. */
    static String pictures(String name) {
        return "cats-dogs-" + name;
    }

    static List<Recipe> recipes(Scale scale, int seeds) {
        return switch (scale) {
            case SMOKE ->
                Stream.concat(
                                Stream.concat(longer().stream(), desk().stream())
                                        .map(Smoke::of),
                                LinearArms.recipes().stream()
                                        .map(recipe -> recipe.but()
                                                .steps(20)
                                                .logEvery(10)
                                                .recipe()))
                        .toList();
            case DESK -> digits(seeds).toList();
            case PAPER ->
                Stream.concat(Protocol.seeded(published(), seeds), digits(seeds))
                        .toList();
        };
    }

    private static Stream<Recipe> digits(int seeds) {
        return Stream.of(
                        longer(),
                        Protocol.seeded(LinearArms.recipes(), seeds).toList(),
                        Protocol.seeded(desk(), seeds).toList())
                .flatMap(List::stream);
    }

    private static List<Recipe> longer() {
        List<Probe> probes = new ArrayList<>(probes());
        probes.add(Probe.at(new ClassShare("test", 1), Integer.toString(EPOCH)));
        Recipe longer =
                digits(LONG).epochs(1500).logEvery(10 * EPOCH).probes(probes).recipe();
        return List.of(weighted(longer, LONG, FAR, 1), weighted(longer, LONG, 1, 1), weighted(longer, LONG, 1, FAR));
    }

    private static List<Recipe> desk() {
        List<Recipe> recipes = new ArrayList<>();
        recipes.addAll(three(digits(NORM).net(net(0, true)).recipe(), NORM));
        recipes.addAll(three(digits(DROPOUT).net(net(0.5, false)).recipe(), DROPOUT));
        for (double penalty : PENALTIES) {
            recipes.addAll(three(
                    digits(NONE).optimizer(new Sgd(0.3, 0, false, penalty)).recipe(), decay(penalty)));
        }
        recipes.addAll(three(digits(NONE).recipe(), NONE));
        for (int label = 0; label < 2; label++) {
            for (double share : SHARES) {
                List<Preparation> prepare =
                        new ArrayList<>(digits(NONE).recipe().prepare());
                prepare.add(new Subsample("train", label, share));
                recipes.add(digits(kept(label, share))
                        .prepare(prepare.toArray(Preparation[]::new))
                        .recipe());
            }
        }
        return recipes;
    }

    private static List<Recipe> three(Recipe from, String name) {
        return List.of(weighted(from, name, RATIO, 1), weighted(from, name, 1, 1), weighted(from, name, 1, RATIO));
    }

    private static Recipe weighted(Recipe from, String name, double first, double second) {
        return from.but()
                .name(arm(name, (int) first, (int) second))
                .methods(new ImportanceWeights(List.of(first, second)))
                .recipe();
    }

    private static RecipeDraft digits(String name) {
        return SmallImages.mnist14(name, 1000, 2000)
                .prepare(
                        new KeepClasses(List.of(4, 9), "others"),
                        new Take("train", 1000, Take.Order.RANDOM),
                        new Take("others", 2000, Take.Order.RANDOM),
                        new AveragePool(2))
                .net(net(0, false))
                .optimizer(new Sgd(0.3, 0, false, 0))
                .epochs(150)
                .batchSize(32)
                .probes(probes());
    }

    private static Mlp net(double dropout, boolean norm) {
        return new Mlp(List.of(128, 64), Activation.RELU, true, dropout, norm);
    }

    /** The share of the test images, and of images of other classes, that are taken for the second class. */
    private static List<Probe> probes() {
        return Stream.of(
                        new Accuracy("train"),
                        new Accuracy("test"),
                        new ClassShare("test", 1),
                        new ClassShare("others", 1))
                .map(Probe::new)
                .toList();
    }

    private static List<Recipe> published() {
        List<Recipe> recipes = new ArrayList<>();
        Recipe plain = new Recipe()
                .but()
                .data(new Cifar10())
                .prepare(new KeepClasses(List.of(3, 5), "others"), new Standardize())
                .net(cnn(0, false))
                .loss(new CrossEntropy())
                .optimizer(new Sgd(0.1, 0, false, 0))
                .epochs(1000)
                .batchSize(16)
                .logEvery(0)
                .probes(probes())
                .recipe();
        recipes.addAll(spectrum(plain, NONE));
        recipes.addAll(spectrum(plain.withNet(cnn(0.5, false)), DROPOUT));
        recipes.addAll(spectrum(plain.withNet(cnn(0, true)), NORM));
        recipes.addAll(spectrum(plain.withOptimizer(new Sgd(0.1, 0, false, 0.01)), "l2"));
        return recipes;
    }

    private static List<Recipe> spectrum(Recipe from, String name) {
        List<Recipe> recipes = new ArrayList<>();
        for (int weight = FAR; weight > 1; weight /= 4) {
            recipes.add(weighted(from, pictures(name), weight, 1));
            recipes.add(weighted(from, pictures(name), 1, weight));
        }
        recipes.add(weighted(from, pictures(name), 1, 1));
        return recipes;
    }

    private static SmallCnn cnn(double dropout, boolean norm) {
        return new SmallCnn(List.of(64, 128), 3, norm, dropout, List.of(512, 128), false);
    }
}
