package dev.rote.papers.noisylabels;

import dev.rote.claims.Scale;
import dev.rote.data.Preparation;
import dev.rote.data.files.Mnist;
import dev.rote.data.prepare.Take;
import dev.rote.measures.NoiseRate;
import dev.rote.nets.Twins;
import dev.rote.papers.Protocol;
import dev.rote.papers.images.SmallImages;
import dev.rote.papers.images.Smoke;
import dev.rote.runs.Probe;
import dev.rote.runs.Recipe;
import dev.rote.runs.RecipeDraft;
import dev.rote.train.Adam;
import dev.rote.train.Linear;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which runs a scale is made of.
 *
 * <p>Desk: MNIST at 14 x 14 pixels, 4,000 images, an MLP 196-128-10. Every remedy under 50 % symmetric and 40 % asymmetric noise, one or
 * two of each group under heavy and complex noise.
 *
 * <p>Paper: the survey trains nothing, so this is the setting in which most of the surveyed papers were compared (Han et al. 2018, Wei
 * et al. 2020): the whole of MNIST, an MLP 784-256-10, Adam at 0.001, falling from 40 % of 200 epochs on, batches of 128; every remedy
 * under every noise.
 */
final class Experiments {

    /** Cross-entropy on clean labels. */
    static final String CLEAN = "clean-cross-entropy";

    private static final int IMAGES = 4000;
    /** So few that six steps are two epochs, and so many that the transition matrix that came out has an inverse. */
    private static final int SMOKE_IMAGES = 48;

    private static final int SMOKE_BATCH = 16;
    /** When noise rates are estimated: late enough to have learned the digits, before wrong labels are fitted. */
    private static final long EARLY = 5;
    /** Samples for the intervals in the table, which no claim looks at. */
    private static final int BOOTSTRAP = 20;

    /** Table II's groups under heavy and complex noise; how much JoCoR's nets must agree depends on the noise. */
    private static final List<String> FEW = List.of(
            Remedies.PLAIN,
            "s-model",
            "mixup",
            "elr",
            "gce",
            "nce-rce",
            "forward-anchors",
            "sat",
            "co-teaching",
            "divide-mix");

    private Experiments() {}

    static List<Recipe> recipes(Scale scale, int seeds) {
        List<Recipe> arms = switch (scale) {
            case SMOKE -> desk().stream().map(Experiments::smoke).toList();
            case DESK -> desk();
            case PAPER -> paper();
        };
        List<Recipe> longestFirst = arms.stream()
                .sorted(Comparator.comparingLong(Experiments::length).reversed())
                .toList();
        return Protocol.seeded(longestFirst, seeds).toList();
    }

    private static List<Recipe> desk() {
        List<Recipe> arms = new ArrayList<>();
        arms.add(SmallImages.mnist14(CLEAN, IMAGES, IMAGES).recipe());
        for (Spoiling spoiling : Spoiling.values()) {
            Recipe plain = SmallImages.mnist14("plain", IMAGES, IMAGES)
                    .noise(spoiling.noise())
                    .epochs(spoiling.epochs())
                    .recipe();
            remedies(spoiling).forEach(remedy -> arms.add(remedy.on(plain, spoiling)));
            arms.add(early(plain, spoiling));
        }
        return arms;
    }

    /** What is tried under this noise at desk scale. */
    static List<Remedy> remedies(Spoiling spoiling) {
        return switch (spoiling) {
            case SYMMETRIC_50, ASYMMETRIC_40 ->
                Remedies.ALL.stream()
                        .filter(remedy -> !remedy.id().equals("jocor-0.65"))
                        .toList();
            case SYMMETRIC_80 -> few("jocor-0.65");
            case INSTANCE_40 -> few("jocor-0.9");
        };
    }

    private static List<Remedy> few(String jocor) {
        return Stream.concat(FEW.stream(), Stream.of(jocor)).map(Remedies::of).toList();
    }

    /** The name of the arm whose noise rate is estimated. */
    static String early(Spoiling spoiling) {
        return Remedy.arm(spoiling, "early");
    }

    private static Recipe early(Recipe plain, Spoiling spoiling) {
        List<Probe> probes = new ArrayList<>(plain.probes());
        for (NoiseRate.Estimator estimator : NoiseRate.Estimator.values()) {
            probes.add(Probe.at(new NoiseRate(estimator, BOOTSTRAP), "end"));
        }
        return plain.but().name(early(spoiling)).epochs(EARLY).probes(probes).recipe();
    }

    private static List<Recipe> paper() {
        List<Recipe> arms = new ArrayList<>();
        arms.add(whole().name(CLEAN).recipe());
        for (Spoiling spoiling : Spoiling.values()) {
            Recipe plain = whole().noise(spoiling.noise()).recipe();
            Remedies.ALL.forEach(remedy -> arms.add(remedy.on(plain, spoiling)));
            arms.add(early(plain, spoiling));
        }
        return arms;
    }

    private static RecipeDraft whole() {
        return SmallImages.mnist14("plain", IMAGES, IMAGES)
                .data(new Mnist())
                .prepare()
                .net(SmallImages.mlp(256))
                .optimizer(new Adam(1e-3, 0.9, 0.999, 1e-8, 0))
                .schedule(new Linear(0.4, 0))
                .epochs(200)
                .batchSize(128);
    }

    private static Recipe smoke(Recipe recipe) {
        return Smoke.of(recipe.but()
                .prepare(recipe.prepare().stream()
                        .map(step ->
                                step instanceof Take take ? new Take(take.part(), SMOKE_IMAGES, take.order()) : step)
                        .toArray(Preparation[]::new))
                .batchSize(SMOKE_BATCH)
                .recipe());
    }

    /** How long it takes, in epochs of one net; without making the data, which would take longer than knowing is worth. */
    private static long length(Recipe recipe) {
        return recipe.epochs() * (recipe.net() instanceof Twins ? 2 : 1);
    }
}
