package dev.rote.papers.turnovermemorization;

import dev.rote.claims.Scale;
import dev.rote.data.Preparation;
import dev.rote.data.files.Mnist;
import dev.rote.data.prepare.AveragePool;
import dev.rote.data.prepare.HoldOut;
import dev.rote.data.prepare.Take;
import dev.rote.losses.CrossEntropy;
import dev.rote.measures.Accuracy;
import dev.rote.measures.TurnoverLoss;
import dev.rote.measures.TurnoverTable;
import dev.rote.methods.TurnoverDropout;
import dev.rote.nets.Activation;
import dev.rote.nets.Mlp;
import dev.rote.noise.Noise;
import dev.rote.noise.SymmetricNoise;
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
 * Which runs a scale is made of: turn-over dropout on true labels, on random ones, and on a mixture of both; for each a judge, a net
 * trained on other examples, which says how hard those are.
 */
final class Experiments {

    static final String TRUE = "true-labels";
    static final String RANDOM = "random-labels";
    /** Half of the labels are drawn at random. */
    static final String MIXED = "mixed-labels";

    static final List<String> LABELS = List.of(TRUE, RANDOM, MIXED);

    static final String INFLUENCE = "turnover-influence.test";
    static final String MEMORY = "turnover-memorization";
    static final String HARDNESS = "example-loss.pool";
    static final String WRONG = "wrong-label";

    private Experiments() {}

    /** The judge of an arm. */
    static String judge(String arm) {
        return arm + "-judge";
    }

    static List<Recipe> recipes(Scale scale, int seeds) {
        List<Recipe> recipes = LongStream.range(0, scale == Scale.SMOKE ? 1 : seeds)
                .boxed()
                .flatMap(seed -> LABELS.stream().flatMap(arm -> pair(scale == Scale.PAPER, arm, seed)))
                .toList();
        return scale == Scale.SMOKE ? recipes.stream().map(Smoke::of).toList() : recipes;
    }

    private static Stream<Recipe> pair(boolean large, String arm, long seed) {
        RecipeDraft base = base(large, arm, seed);
        Recipe masked = base.name(arm)
                .methods(new TurnoverDropout())
                .epochs(20)
                .probes(List.of(
                        new Probe(new Accuracy("test")),
                        new Probe(new TurnoverLoss("train", false, List.of("all"))),
                        new Probe(new TurnoverLoss("train", true, List.of("all"))),
                        new Probe(new TurnoverLoss("uncorrupted", false, List.of("all"))),
                        new Probe(new TurnoverLoss("corrupted", false, List.of("all"))),
                        new Probe(new TurnoverTable())))
                .scores(new TurnoverMemorization(), new TurnoverInfluence("test", List.of("all")), new WrongLabel())
                .recipe();
        Recipe judge = base(large, arm, seed)
                .name(judge(arm))
                .roles(Map.of("train", "clean", "pool", "train"))
                .epochs(10)
                .probes(List.of(new Probe(new Accuracy("test"))))
                .scores(new ExampleLoss("pool"))
                .recipe();
        return Stream.of(masked, judge);
    }

    /** Half of the examples are the judge's; they keep their labels whatever becomes of the others'. */
    private static RecipeDraft base(boolean large, String arm, long seed) {
        Preparation[] prepare = {
            new Take("train", large ? 20_000 : 3000, Take.Order.RANDOM),
            new HoldOut("train", "clean", 0.5),
            new Take("test", large ? 2000 : 500, Take.Order.RANDOM),
            new AveragePool(2)
        };
        int width = large ? 1024 : 256;
        return new Recipe()
                .but()
                .seed(seed)
                .data(new Mnist())
                .prepare(prepare)
                .noise(noise(arm))
                .net(new Mlp(List.of(width, width), Activation.RELU, false, 0, false))
                .loss(new CrossEntropy())
                .optimizer(new Sgd(0.05, 0.9, false, 0))
                .batchSize(32)
                .logEvery(0);
    }

    private static Noise[] noise(String arm) {
        return switch (arm) {
            case RANDOM -> new Noise[] {new SymmetricNoise(1, true)};
            case MIXED -> new Noise[] {new SymmetricNoise(0.5, true)};
            default -> new Noise[0];
        };
    }
}
