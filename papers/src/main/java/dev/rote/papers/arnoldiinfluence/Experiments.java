package dev.rote.papers.arnoldiinfluence;

import dev.rote.claims.Scale;
import dev.rote.data.Preparation;
import dev.rote.data.Source;
import dev.rote.data.files.FashionMnist;
import dev.rote.data.files.Mnist;
import dev.rote.data.prepare.AveragePool;
import dev.rote.data.prepare.HoldOut;
import dev.rote.data.prepare.Take;
import dev.rote.influence.InfluenceTable;
import dev.rote.influence.Krylov;
import dev.rote.losses.CrossEntropy;
import dev.rote.measures.Accuracy;
import dev.rote.measures.Hessian;
import dev.rote.nets.images.SmallCnn;
import dev.rote.noise.Draw;
import dev.rote.noise.SymmetricNoise;
import dev.rote.papers.Protocol;
import dev.rote.papers.images.SmallImages;
import dev.rote.papers.images.Smoke;
import dev.rote.runs.Probe;
import dev.rote.runs.Recipe;
import dev.rote.runs.RecipeDraft;
import dev.rote.tensor.DType;
import dev.rote.train.Sgd;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which runs a scale is made of, the longest first.
 *
 * <p>The tutorial's recipe, as far as Rote has its parts: two convolutions and a dense layer, but with max pools where the notebook has
 * mean pools; the examples with wrong labels are held out of the train part, where the notebook takes the test part.
 */
final class Experiments {

    /** A small CNN on digits, trained for two epochs on right labels. */
    static final String DIGITS = "digits";

    /** An MLP on clothes, trained for ten epochs on right labels. */
    static final String CLOTHES = "clothes";

    /** The same MLP, trained on wrong labels, too. */
    static final String TRAINED = "clothes-noisy";

    /** The notebook's net on all digits. */
    static final String TUTORIAL = "tutorial";

    /** Numbers of directions that are compared. */
    static final List<Integer> DIRECTIONS = List.of(5, 10, 20);

    /** Each label drawn anew with this probability, so that 20.7 % are wrong. */
    private static final SymmetricNoise NOISE = new SymmetricNoise(0.23, true, Draw.IID);

    private Experiments() {}

    /** The part of an arm whose examples are scored. */
    static String part(String arm) {
        return arm.equals(TRAINED) ? "train" : "holdout";
    }

    static List<Recipe> recipes(Scale scale, int seeds) {
        return switch (scale) {
            case SMOKE -> desk().stream().map(Smoke::of).toList();
            case DESK -> Protocol.seeded(desk(), seeds).toList();
            case PAPER ->
                Stream.concat(Protocol.seeded(List.of(tutorial().recipe()), seeds), Protocol.seeded(desk(), seeds))
                        .toList();
        };
    }

    private static List<Recipe> desk() {
        return List.of(
                digits().recipe(),
                apart(clothes(CLOTHES), 15_000, 2.0 / 3).recipe(),
                trained().recipe());
    }

    private static RecipeDraft digits() {
        return apart(cnn(DIGITS, List.of(16, 32), 64), 25_000, 0.8, new AveragePool(2))
                .probes(probes(DIGITS, 60, 1000));
    }

    private static RecipeDraft tutorial() {
        return apart(cnn(TUTORIAL, List.of(32, 64), 256), 60_000, 5.0 / 6).probes(probes(TUTORIAL, 200, 2560));
    }

    private static RecipeDraft cnn(String name, List<Integer> channels, int hidden) {
        return base(name, new Mnist())
                .net(new SmallCnn(channels, 3, false, 0, List.of(hidden), false))
                .optimizer(new Sgd(0.1, 0.9, false, 0))
                .epochs(2)
                .batchSize(128);
    }

    private static RecipeDraft clothes(String name) {
        return base(name, new FashionMnist())
                .net(SmallImages.mlp(32))
                .optimizer(new Sgd(0.1, 0, false, 0))
                .epochs(10)
                .batchSize(64)
                .dtype(DType.FLOAT64)
                .probes(probes(name, 60, 2000));
    }

    private static RecipeDraft trained() {
        return clothes(TRAINED).prepare(take("train", 10_000), take("test", 5000));
    }

    private static RecipeDraft base(String name, Source data) {
        return new Recipe()
                .but()
                .name(name)
                .data(data)
                .noise(NOISE)
                .loss(new CrossEntropy())
                .logEvery(0);
    }

    /** Trains on a share of the examples, whose labels are right, and holds the others, whose labels are not, for scoring. */
    private static RecipeDraft apart(RecipeDraft draft, int train, double share, AveragePool... pool) {
        return draft.prepare(Stream.concat(
                                Stream.of(
                                        take("train", train),
                                        take("test", 5000),
                                        new HoldOut("train", "trusted", share)),
                                Stream.of(pool))
                        .toArray(Preparation[]::new))
                .roles(Map.of("train", "trusted", "holdout", "train"));
    }

    private static Take take(String part, int count) {
        return new Take(part, count, Take.Order.RANDOM);
    }

    private static List<Probe> probes(String arm, int iterations, int examples) {
        return List.of(
                new Probe(new Accuracy("train")),
                new Probe(new Accuracy("test")),
                Probe.at(new Hessian("train", 100, examples), "end"),
                Probe.at(new InfluenceTable(part(arm), iterations, examples, DIRECTIONS, Krylov.Order.SIGNED), "end"));
    }
}
