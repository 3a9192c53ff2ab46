package dev.rote.papers.turnoverdropout;

import dev.rote.claims.Scale;
import dev.rote.data.Preparation;
import dev.rote.data.files.Mnist;
import dev.rote.data.prepare.AveragePool;
import dev.rote.data.prepare.HoldOut;
import dev.rote.data.prepare.Take;
import dev.rote.losses.CrossEntropy;
import dev.rote.losses.LabelSmoothing;
import dev.rote.measures.Accuracy;
import dev.rote.measures.TurnoverLoss;
import dev.rote.methods.DropByScore;
import dev.rote.methods.DropByScore.End;
import dev.rote.methods.TurnoverDropout;
import dev.rote.nets.Activation;
import dev.rote.nets.Mlp;
import dev.rote.papers.images.SmallImages;
import dev.rote.papers.images.Smoke;
import dev.rote.runs.Probe;
import dev.rote.runs.Recipe;
import dev.rote.runs.RecipeDraft;
import dev.rote.scores.ExampleLoss;
import dev.rote.scores.TurnoverInfluence;
import dev.rote.scores.TurnoverMemorization;
import dev.rote.scores.WrongLabel;
import dev.rote.train.Sgd;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Which runs a scale is made of: turn-over dropout for a few epochs and for many, and once more under another name; training again
 * without the worst examples by its scores, without as many by chance, and on all; one example alone, with and without a layer that is
 * not masked.
 */
final class Experiments {

    /** Turn-over dropout, stopped before the wrong labels are fitted. */
    static final String SCORED = "scored";
    /** The same recipe once more. */
    static final String TWIN = "scored-again";
    /** Turn-over dropout to the end. */
    static final String TRAINED = "trained-long";
    /** Plain training on all examples. */
    static final String ALL = "retrained-on-all";
    /** Without the fifth that helped least on clean examples. */
    static final String WORST = "retrained-without-worst";
    /** Without a fifth by chance. */
    static final String RANDOM = "retrained-without-random";
    /** Without the fifth that is most known by heart. */
    static final String MEMORISED = "retrained-without-memorised";
    /** One example, every hidden layer masked. */
    static final String ONE = "one-example";
    /** One example, the second hidden layer not masked. */
    static final String LEAKY = "one-example-leaky";

    static final String INFLUENCE = "turnover-influence.clean";
    static final String MEMORY = "turnover-memorization";
    /** The share of examples that is dropped. */
    static final double SHARE = 0.2;

    private Experiments() {}

    static List<Recipe> recipes(Scale scale, int seeds) {
        List<Recipe> recipes = LongStream.range(0, scale == Scale.SMOKE ? 1 : seeds)
                .mapToObj(seed -> arms(scale == Scale.PAPER, seed))
                .flatMap(List::stream)
                .toList();
        return scale == Scale.SMOKE ? recipes.stream().map(Smoke::of).toList() : recipes;
    }

    private static List<Recipe> arms(boolean published, long seed) {
        List<String> layers = published ? List.of("hidden.0", "hidden.2") : List.of("all");
        Recipe base = base(published).seed(seed).dataSeed(seed).recipe();
        Recipe scored =
                masked(base, layers).name(SCORED).epochs(published ? 40 : 10).recipe();
        return List.of(
                masked(base, layers).name(TRAINED).epochs(40).recipe(),
                scored,
                scored.withName(TWIN),
                again(base, scored, WORST, SHARE, End.LOWEST, INFLUENCE),
                again(base, scored, RANDOM, SHARE, End.RANDOM, INFLUENCE),
                again(base, scored, MEMORISED, SHARE, End.HIGHEST, MEMORY),
                again(base, scored, ALL, 0, End.RANDOM, INFLUENCE),
                one(ONE, List.of("all"), seed),
                one(LEAKY, List.of("hidden.0"), seed));
    }

    private static RecipeDraft base(boolean published) {
        RecipeDraft draft = new Recipe()
                .but()
                .data(new Mnist())
                .noise(SmallImages.symmetric(0.2))
                .batchSize(32)
                .logEvery(0)
                .probes(List.of(new Probe(new Accuracy("test"))));
        return published
                ? draft.prepare(data(3200, 1 / 16.0, 10_000))
                        .net(net(0.1, 768, 768, 768))
                        .loss(new LabelSmoothing(0.01))
                        .optimizer(new Sgd(0.01, 0.9, false, 0.01))
                : draft.prepare(Stream.concat(Stream.of(data(1800, 1 / 6.0, 2000)), Stream.of(new AveragePool(2)))
                                .toArray(Preparation[]::new))
                        .net(net(0, 256, 256))
                        .loss(new CrossEntropy())
                        .optimizer(new Sgd(0.05, 0.9, false, 0));
    }

    /** Examples of the train part, some of which are held out and keep their right labels. */
    private static Preparation[] data(int train, double clean, int test) {
        return new Preparation[] {
            new Take("train", train, Take.Order.RANDOM),
            new HoldOut("train", "clean", clean),
            new Take("test", test, Take.Order.RANDOM)
        };
    }

    private static Mlp net(double dropout, Integer... hidden) {
        return new Mlp(List.of(hidden), Activation.RELU, false, dropout, false);
    }

    private static RecipeDraft masked(Recipe base, List<String> layers) {
        return base.but()
                .methods(new TurnoverDropout(layers))
                .probes(List.of(
                        new Probe(new Accuracy("test")),
                        new Probe(new TurnoverLoss("uncorrupted", false, layers)),
                        new Probe(new TurnoverLoss("uncorrupted", true, layers)),
                        new Probe(new TurnoverLoss("corrupted", false, layers)),
                        new Probe(new TurnoverLoss("corrupted", true, layers)),
                        new Probe(new TurnoverLoss("clean", false, layers))))
                .scores(
                        new TurnoverMemorization(layers),
                        new TurnoverInfluence("clean", layers),
                        new ExampleLoss(),
                        new WrongLabel());
    }

    private static Recipe again(Recipe base, Recipe scored, String name, double share, End end, String score) {
        return base.but()
                .name(name)
                .epochs(40)
                .methods(new DropByScore(share, end, SCORED, score))
                .needs(Map.of(SCORED, scored))
                .recipe();
    }

    /** One example, plain gradient descent, looked at after every step. */
    private static Recipe one(String name, List<String> layers, long seed) {
        return new Recipe()
                .but()
                .name(name)
                .seed(seed)
                .data(new Mnist())
                .prepare(
                        new Take("train", 1, Take.Order.RANDOM),
                        new Take("test", 200, Take.Order.RANDOM),
                        new AveragePool(2))
                .net(net(0, 256, 256))
                .loss(new CrossEntropy())
                .methods(new TurnoverDropout(layers))
                .optimizer(new Sgd(0.05, 0, false, 0))
                .steps(20)
                .batchSize(1)
                .logEvery(1)
                .probes(List.of(
                        new Probe(new TurnoverLoss("train", false, layers)),
                        new Probe(new TurnoverLoss("train", true, layers))))
                .recipe();
    }
}
