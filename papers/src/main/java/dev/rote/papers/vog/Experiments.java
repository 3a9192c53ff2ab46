package dev.rote.papers.vog;

import dev.rote.claims.Scale;
import dev.rote.data.GaussianClouds;
import dev.rote.data.Preparation;
import dev.rote.data.Source;
import dev.rote.data.files.Digits;
import dev.rote.data.files.FashionMnist;
import dev.rote.data.files.Mnist;
import dev.rote.data.prepare.AveragePool;
import dev.rote.data.prepare.Beside;
import dev.rote.data.prepare.Take;
import dev.rote.losses.CrossEntropy;
import dev.rote.measures.Accuracy;
import dev.rote.nets.images.SmallCnn;
import dev.rote.papers.Protocol;
import dev.rote.papers.images.Cifar;
import dev.rote.papers.images.SmallImages;
import dev.rote.papers.images.Smoke;
import dev.rote.runs.Probe;
import dev.rote.runs.Recipe;
import dev.rote.runs.RecipeDraft;
import dev.rote.scores.ExampleLoss;
import dev.rote.scores.ExampleMargin;
import dev.rote.scores.Vog;
import dev.rote.scores.WrongLabel;
import dev.rote.train.Adam;
import dev.rote.train.Sgd;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which runs a scale is made of, the longest first.
 *
 * <p>The desk scale trains a small CNN on 3000 pictures of clothes at 14 x 14 pixels until it fits them, on clean labels and with a fifth
 * wrong; an MLP likewise; CNNs on digits that are shown clothes, and the reverse; and a tiny net on points in the plane. The paper scale
 * adds CIFAR-10 with ResNet-18.
 */
final class Experiments {

    static final String CNN = "cnn";
    static final String MLP = "mlp";
    static final String NOISY = "cnn-noisy";
    static final String TO_FASHION = "mnist-shown-fashion";
    static final String TO_MNIST = "fashion-shown-mnist";
    static final String TOY = "toy";
    static final String CIFAR = "cifar";

    private Experiments() {}

    static List<Recipe> recipes(Scale scale, int seeds) {
        return switch (scale) {
            case SMOKE -> desk().stream().map(Experiments::smoke).toList();
            case DESK -> Protocol.seeded(desk(), seeds).toList();
            case PAPER ->
                Stream.concat(Protocol.seeded(List.of(cifar()), seeds), Protocol.seeded(desk(), seeds))
                        .toList();
        };
    }

    /** Few enough examples that there are five epochs to look at. */
    private static Recipe smoke(Recipe recipe) {
        Recipe small = Smoke.of(recipe);
        Preparation[] steps = small.prepare().stream()
                .map(step ->
                        step instanceof Beside beside ? new Beside(new Digits(), beside.from(), beside.as()) : step)
                .map(step -> step instanceof Take take && take.part().equals("train")
                        ? new Take("train", 32, take.order())
                        : step)
                .toArray(Preparation[]::new);
        return small.but().prepare(steps).steps(10).recipe();
    }

    private static List<Recipe> desk() {
        return List.of(
                pictures(NOISY, new FashionMnist(), 3000, 2000)
                        .noise(SmallImages.symmetric(0.2))
                        .epochs(120)
                        .scores(new WrongLabel(), new Vog(), early("train"), new ExampleLoss())
                        .recipe(),
                judged(CNN).epochs(50).recipe(),
                judged(MLP).net(SmallImages.mlp(512)).epochs(80).recipe(),
                shown(TO_FASHION, new Mnist(), new FashionMnist()),
                shown(TO_MNIST, new FashionMnist(), new Mnist()),
                toy());
    }

    private static Vog early(String part) {
        return new Vog(part, Vog.Stage.EARLY, 3, 1, Vog.By.LABEL, true);
    }

    private static RecipeDraft judged(String name) {
        return pictures(name, new FashionMnist(), 3000, 2000)
                .scores(
                        new Vog("test", Vog.Stage.LATE, 3, 1, Vog.By.LABEL, true),
                        early("test"),
                        new ExampleMargin("test"));
    }

    private static RecipeDraft pictures(String name, Source data, int train, int test, Preparation... more) {
        Stream<Preparation> takes =
                Stream.of(new Take("train", train, Take.Order.RANDOM), new Take("test", test, Take.Order.RANDOM));
        Stream<Preparation> all = Stream.of(takes, Arrays.stream(more), Stream.of(new AveragePool(2)))
                .flatMap(steps -> steps);
        return new Recipe()
                .but()
                .name(name)
                .data(data)
                .prepare(all.toArray(Preparation[]::new))
                .net(new SmallCnn(List.of(32, 64), 3, false, 0, List.of(128), false))
                .loss(new CrossEntropy())
                .optimizer(new Adam(1e-3, 0.9, 0.999, 1e-8, 0))
                .batchSize(64)
                .logEvery(0)
                .probes(List.of(new Probe(new Accuracy("train")), new Probe(new Accuracy("test"))));
    }

    /** Bare numbers by prediction: class means of the strangers would take out what sets them apart. */
    private static Recipe shown(String name, Source own, Source other) {
        return pictures(
                        name,
                        own,
                        2000,
                        1000,
                        new Beside(other, "test", "other"),
                        new Take("other", 1000, Take.Order.RANDOM))
                .epochs(15)
                .scores(bare("test"), bare("other"))
                .recipe();
    }

    private static Vog bare(String part) {
        return new Vog(part, Vog.Stage.LATE, 3, 1, Vog.By.PREDICTION, false);
    }

    /** Fifteen full-batch moves; with the authors' rate of 0.001 the net would stay where it began. */
    private static Recipe toy() {
        return new Recipe()
                .but()
                .name(TOY)
                .data(new GaussianClouds(450, 4))
                .net(SmallImages.mlp(10))
                .loss(new CrossEntropy())
                .optimizer(new Sgd(0.1, 0, false, 0))
                .epochs(15)
                .logEvery(0)
                .probes(List.of(new Probe(new Accuracy("train")), new Probe(new Accuracy("test"))))
                .scores(new Vog("test", Vog.Stage.EARLY, 5, 1, Vog.By.LABEL, true), new ExampleMargin("test"))
                .recipe();
    }

    private static Recipe cifar() {
        return Cifar.resnet18(CIFAR)
                .optimizer(new Sgd(0.1, 0.9, false, 1e-4))
                .probes(List.of(new Probe(new Accuracy("train")), new Probe(new Accuracy("test"))))
                .scores(
                        new Vog("test", Vog.Stage.LATE, 3, 1, Vog.By.LABEL, true),
                        early("test"),
                        new ExampleMargin("test"))
                .recipe();
    }
}
