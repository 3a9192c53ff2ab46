package dev.rote.papers.jocor;

import dev.rote.claims.Scale;
import dev.rote.data.Preparation;
import dev.rote.data.files.Mnist;
import dev.rote.data.prepare.Take;
import dev.rote.losses.CrossEntropy;
import dev.rote.measures.Accuracy;
import dev.rote.measures.NoisyPart;
import dev.rote.measures.TwinPredictions;
import dev.rote.measures.TwinPredictions.Statistic;
import dev.rote.methods.CoTeaching;
import dev.rote.methods.CoTeachingPlus;
import dev.rote.methods.Decoupling;
import dev.rote.methods.Jocor;
import dev.rote.nets.Net;
import dev.rote.nets.Twins;
import dev.rote.noise.AsymmetricNoise;
import dev.rote.noise.AsymmetricNoise.FlipMap;
import dev.rote.noise.Draw;
import dev.rote.noise.Noise;
import dev.rote.papers.Protocol;
import dev.rote.papers.images.SmallImages;
import dev.rote.papers.images.Smoke;
import dev.rote.runs.Probe;
import dev.rote.runs.Recipe;
import dev.rote.train.Adam;
import dev.rote.train.Linear;
import dev.rote.train.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which runs a scale is made of; an arm has the same name at each.
 *
 * <p>MNIST as published: an MLP 784-256-10 on pixels in [0, 1], Adam at 0.001, batches of 128, the rate falling to zero over the last
 * three fifths, T_k = 10. The paper scale takes all 60,000 digits for 200 epochs, the desk 10,000 for 40, tested on 2,000.
 *
 * <p>Deviations. The authors also lower Adam's beta1 from 0.9 to 0.1 when the rate begins to fall, stop an epoch after 400 batches (of
 * 468), and start weights as PyTorch does, not by He et al.; lambda is 0.9
 * everywhere, with one arm more at 0.65 where 80 % of the labels are wrong.
 */
final class Experiments {

    static final String STANDARD = "standard";
    static final String DECOUPLING = "decoupling";
    static final String CO_TEACHING = "co-teaching";
    static final String CO_TEACHING_PLUS = "co-teaching-plus";
    static final String JOCOR = "jocor";
    /** JoCoR with lambda 0: both nets learn what has the smallest sum of losses, and need not agree. */
    static final String JOINT = "joint-only";

    /** JoCoR with the lambda that the authors recommend for CIFAR-10 where 80 % of the labels are wrong. */
    static final String LESS = "jocor-0.65";

    static final List<String> NOISES = List.of("sym-20", "sym-50", "sym-80", "asym-40");

    /** So few that six steps are two epochs: what is selected is told when an epoch is over. */
    private static final int SMOKE = 48;

    private static final int RAMP = 10;
    private static final double LAMBDA = 0.9;

    /** What the table of the paper compares. */
    private static final List<String> TABLE = List.of(CO_TEACHING, CO_TEACHING_PLUS, JOCOR, STANDARD);

    /** What the desk trains under which noise. */
    private static final Map<String, List<String>> DESK = new LinkedHashMap<>();

    static {
        DESK.put("sym-50", List.of(CO_TEACHING, CO_TEACHING_PLUS, DECOUPLING, JOCOR, JOINT, STANDARD));
        DESK.put("sym-80", List.of(CO_TEACHING, CO_TEACHING_PLUS, JOCOR, LESS, STANDARD));
        DESK.put("asym-40", List.of(CO_TEACHING, JOCOR, STANDARD));
        DESK.put("sym-20", List.of(CO_TEACHING, JOCOR, STANDARD));
    }

    private Experiments() {}

    /** The recipe's name. */
    static String arm(String noise, String way) {
        return "mnist-" + noise + "-" + way;
    }

    static List<Recipe> recipes(Scale scale, int seeds) {
        List<Recipe> recipes = new ArrayList<>();
        if (scale == Scale.PAPER) {
            for (String noise : NOISES) {
                TABLE.forEach(way -> recipes.add(recipe(noise, way, List.of(), 200)));
            }
        } else {
            List<Preparation> fewer =
                    List.of(new Take("train", 10_000, Take.Order.RANDOM), new Take("test", 2000, Take.Order.RANDOM));
            DESK.forEach((noise, ways) -> ways.forEach(way -> recipes.add(recipe(noise, way, fewer, 40))));
        }
        return Protocol.seeded(recipes, scale == Scale.SMOKE ? 1 : seeds)
                .map(recipe -> scale == Scale.SMOKE ? Smoke.of(recipe) : recipe)
                .toList();
    }

    private static Recipe recipe(String noise, String way, List<Preparation> prepare, long epochs) {
        Optional<Method> method = method(way, noise);
        Net net = SmallImages.mlp(256);
        return new Recipe()
                .but()
                .name(arm(noise, way))
                .data(new Mnist())
                .prepare(prepare.toArray(Preparation[]::new))
                .noise(noise(noise))
                .net(method.isPresent() ? new Twins(net) : net)
                .loss(new CrossEntropy())
                .methods(method.stream().toArray(Method[]::new))
                .optimizer(new Adam())
                .schedule(new Linear(0.4, 0))
                .epochs(epochs)
                .batchSize(128)
                .logEvery(0)
                .probes(probes(method.isPresent()))
                .recipe();
    }

    /** Percent of wrong labels, or of those in the classes that have any. */
    private static double rate(String noise) {
        return Integer.parseInt(noise.replaceFirst("^a?sym-", "")) / 100.0;
    }

    private static Noise noise(String noise) {
        return noise.startsWith("sym-")
                ? SmallImages.symmetric(rate(noise))
                : new AsymmetricNoise(rate(noise), FlipMap.MNIST, List.of(), Draw.IID);
    }

    /** Where noise is asymmetric about half of the classes have any, so half as many examples are dropped. */
    private static Optional<Method> method(String way, String noise) {
        double dropped = noise.startsWith("asym-") ? rate(noise) / 2 : rate(noise);
        return switch (way) {
            case STANDARD -> Optional.empty();
            case DECOUPLING -> Optional.of(new Decoupling());
            case CO_TEACHING -> Optional.of(new CoTeaching(dropped, RAMP));
            case CO_TEACHING_PLUS -> Optional.of(new CoTeachingPlus(dropped, RAMP, 0));
            case JOCOR -> Optional.of(new Jocor(LAMBDA, dropped, RAMP));
            case LESS -> Optional.of(new Jocor(0.65, dropped, RAMP));
            case JOINT -> Optional.of(new Jocor(0, dropped, RAMP));
            default -> throw new IllegalArgumentException("way must be one that is known, was " + way);
        };
    }

    private static List<Probe> probes(boolean twins) {
        List<Probe> probes = new ArrayList<>();
        if (twins) {
            probes.add(new Probe(new TwinPredictions("test", Statistic.ACCURACY)));
            probes.add(new Probe(new TwinPredictions("test", Statistic.DIVERGENCE)));
        } else {
            probes.add(new Probe(new Accuracy("test")));
        }
        probes.add(Probe.at(new NoisyPart(), "end"));
        return probes;
    }
}
