package dev.rote.papers.images;

import dev.rote.data.files.Mnist;
import dev.rote.data.prepare.AveragePool;
import dev.rote.data.prepare.Take;
import dev.rote.losses.CrossEntropy;
import dev.rote.measures.Accuracy;
import dev.rote.measures.MeanLoss;
import dev.rote.measures.NoisyPart;
import dev.rote.nets.Activation;
import dev.rote.nets.Mlp;
import dev.rote.noise.SymmetricNoise;
import dev.rote.runs.Probe;
import dev.rote.runs.Recipe;
import dev.rote.runs.RecipeDraft;
import dev.rote.train.Adam;
import java.util.List;
import java.util.stream.Stream;

/** The setting in which methods against wrong labels are compared in seconds: MNIST at 14 x 14 pixels, a small MLP, Adam. */
public final class SmallImages {

    /** What an arm measures once per epoch when nothing else is said. */
    public static final List<Probe> PROBES = Stream.of(
                    new Accuracy("train"),
                    new Accuracy("test"),
                    new NoisyPart(NoisyPart.As.MEMORISED),
                    new NoisyPart(NoisyPart.As.TRUTH),
                    new NoisyPart(NoisyPart.As.OTHER),
                    new MeanLoss("train"),
                    new MeanLoss("test"))
            .map(Probe::new)
            .toList();

    private SmallImages() {}

    /**
     * So many MNIST digits at 14 x 14 pixels in [0, 1], an MLP 196-128-10 with biases, cross-entropy, Adam at 0.002, batches of 64, 40
     * epochs, clean labels.
     */
    public static RecipeDraft mnist14(String name, int train, int test) {
        return new Recipe()
                .but()
                .name(name)
                .data(new Mnist())
                .prepare(
                        new Take("train", train, Take.Order.RANDOM),
                        new Take("test", test, Take.Order.RANDOM),
                        new AveragePool(2))
                .net(mlp(128))
                .loss(new CrossEntropy())
                .optimizer(new Adam(2e-3, 0.9, 0.999, 1e-8, 0))
                .epochs(40)
                .batchSize(64)
                .logEvery(0)
                .probes(PROBES);
    }

    /** Fully connected relu layers with biases. */
    public static Mlp mlp(Integer... hidden) {
        return new Mlp(List.of(hidden), Activation.RELU, true, 0, false);
    }

    /** Each label replaced with this probability by another class, none by itself. */
    public static SymmetricNoise symmetric(double fraction) {
        return new SymmetricNoise(fraction, false);
    }
}
