package dev.rote.papers.complexitygap;

import dev.rote.claims.Scale;
import dev.rote.data.Preparation;
import dev.rote.data.Source;
import dev.rote.data.files.Cifar10;
import dev.rote.data.files.Digits;
import dev.rote.data.files.FashionMnist;
import dev.rote.data.prepare.KeepClasses;
import dev.rote.data.prepare.Standardize;
import dev.rote.data.prepare.Take;
import dev.rote.losses.CrossEntropy;
import dev.rote.measures.Accuracy;
import dev.rote.papers.Protocol;
import dev.rote.papers.images.Cifar;
import dev.rote.papers.images.SmallImages;
import dev.rote.papers.images.Smoke;
import dev.rote.runs.Probe;
import dev.rote.runs.Recipe;
import dev.rote.runs.RecipeDraft;
import dev.rote.scores.ComplexityGap;
import dev.rote.scores.ComplexityGaps;
import dev.rote.scores.ComplexityPrune;
import dev.rote.scores.ComplexityPrune.First;
import dev.rote.scores.ExampleLoss;
import dev.rote.scores.ExampleScore;
import dev.rote.scores.WeightMovement;
import dev.rote.scores.WrongLabel;
import dev.rote.train.Adam;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which runs a scale is made of, the longest first.
 *
 * <p>The desk scale scores 2000 pictures of clothes, and 2000 photographs, of which a fifth have wrong labels, without training; trains a
 * small net for a few epochs on clean ones to see which were hard; trains on 5000 clothes of which some were left out by score; and
 * measures on 24 digits how far weights travel because of each. The paper scale adds the pruning of CIFAR-10 with ResNet-18.
 */
final class Experiments {

    static final String NOISY_FASHION = "noisy-fashion";
    static final String NOISY_CIFAR = "noisy-cifar";
    static final String HARD_FASHION = "hard-fashion";
    static final String HARD_CIFAR = "hard-cifar";
    static final String FULL = "full";
    static final String MOVEMENT = "movement";
    static final String CIFAR = "cifar-full";
    static final String CIFAR_PRUNED = "cifar-prune-40-low";

    /** Percent that is left out. */
    static final List<Integer> SHARES = List.of(30, 50);

    private Experiments() {}

    /** The arm from which so many percent were left out. */
    static String pruned(int percent, First first) {
        return "prune-" + percent + "-" + first.name().toLowerCase(Locale.ROOT);
    }

    static List<Recipe> recipes(Scale scale, int seeds) {
        return switch (scale) {
            case SMOKE -> desk().stream().map(Experiments::smoke).toList();
            case DESK -> Protocol.seeded(desk(), seeds).toList();
            case PAPER ->
                Stream.concat(Protocol.seeded(published(), seeds), Protocol.seeded(desk(), seeds))
                        .toList();
        };
    }

    private static Recipe smoke(Recipe recipe) {
        Recipe small = Smoke.of(recipe);
        return small.name().equals(MOVEMENT) ? small.withScores(new ComplexityGap(), new WeightMovement(10, 5)) : small;
    }

    private static List<Recipe> desk() {
        List<Recipe> recipes = new ArrayList<>();
        recipes.add(movement());
        recipes.add(pruning(FULL));
        for (int percent : SHARES) {
            for (First first : First.values()) {
                recipes.add(pruning(
                        pruned(percent, first),
                        new ComplexityPrune(first, percent / 100.0, ComplexityGaps.Mode.PAPER, 1)));
            }
        }
        recipes.add(noisy(NOISY_FASHION, new FashionMnist()));
        recipes.add(noisy(NOISY_CIFAR, new Cifar10()));
        recipes.add(hard(HARD_FASHION, new FashionMnist()));
        recipes.add(hard(HARD_CIFAR, new Cifar10()));
        return recipes;
    }

    private static ComplexityGap sampled(int repeats) {
        return new ComplexityGap(ComplexityGaps.Mode.PAPER, 1, repeats, 1e-8);
    }

    private static RecipeDraft small(String name, Source data, int train, int test) {
        return new Recipe()
                .but()
                .name(name)
                .data(data)
                .prepare(new Take("train", train, Take.Order.RANDOM), new Take("test", test, Take.Order.RANDOM))
                .net(SmallImages.mlp(256))
                .loss(new CrossEntropy())
                .optimizer(new Adam(1e-3, 0.9, 0.999, 1e-8, 0))
                .batchSize(64)
                .steps(0)
                .logEvery(0)
                .probes(List.of(new Probe(new Accuracy("train")), new Probe(new Accuracy("test"))));
    }

    /** Not trained: the scores need no net. */
    private static Recipe noisy(String name, Source data) {
        return small(name, data, 2000, 1000)
                .noise(SmallImages.symmetric(0.2))
                .scores(new WrongLabel(), sampled(1), sampled(5), new ComplexityGap())
                .recipe();
    }

    /** Ten epochs on clean labels: what still has a high loss was learned late. */
    private static Recipe hard(String name, Source data) {
        return small(name, data, 2000, 1000)
                .epochs(10)
                .scores(sampled(1), new ExampleLoss())
                .recipe();
    }

    private static Recipe pruning(String name, Preparation... more) {
        List<Preparation> steps = new ArrayList<>(
                List.of(new Take("train", 5000, Take.Order.RANDOM), new Take("test", 10_000, Take.Order.RANDOM)));
        steps.addAll(List.of(more));
        return small(name, new FashionMnist(), 5000, 10_000)
                .prepare(steps.toArray(Preparation[]::new))
                .epochs(20)
                .recipe();
    }

    private static Recipe movement() {
        return small(MOVEMENT, new Digits(), 24, 40)
                .prepare(
                        new KeepClasses(List.of(3, 8), ""),
                        new Take("train", 24, Take.Order.RANDOM),
                        new Take("test", 40, Take.Order.RANDOM))
                .batchSize(0)
                .scores(new ComplexityGap(), new WeightMovement())
                .recipe();
    }

    private static List<Recipe> published() {
        Recipe full = Cifar.resnet18(CIFAR)
                .probes(List.of(new Probe(new Accuracy("test"))))
                .recipe();
        ComplexityPrune prune = new ComplexityPrune(First.LOW, 0.4, ComplexityGaps.Mode.PAPER, 10);
        Recipe pruned = full.but()
                .name(CIFAR_PRUNED)
                .prepare(new Standardize(), prune)
                .epochs(0)
                .steps(full.steps(50_000)) // the paper gives pruned runs as many steps as the full one
                .recipe();
        return List.of(full, pruned);
    }

    /** The scores of the noisy arms, by label. */
    static ExampleScore score(String label) {
        return switch (label) {
            case "one draw" -> sampled(1);
            case "five draws" -> sampled(5);
            default -> new ComplexityGap();
        };
    }
}
