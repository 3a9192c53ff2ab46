package dev.rote.papers.symmetricce;

import dev.rote.claims.Scale;
import dev.rote.measures.ClassSpread;
import dev.rote.noise.AsymmetricNoise.FlipMap;
import dev.rote.noise.Noise;
import dev.rote.papers.Protocol;
import dev.rote.papers.images.SmallImages;
import dev.rote.papers.images.Smoke;
import dev.rote.runs.Probe;
import dev.rote.runs.Recipe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which runs a scale is made of.
 *
 * <p>The desk's are small enough for seconds: 4,000 digits of MNIST at 14 x 14 pixels, an MLP, 40 epochs (30 where only some classes are
 * mislabelled). The paper scale adds CIFAR-10 as published.
 */
final class Experiments {

    private static final int TRAIN = 4000;
    private static final int TEST = 4000;

    /** What is trained on the small digits under which noise. */
    private static final Map<String, List<String>> SMALL = new LinkedHashMap<>();

    static {
        SMALL.put(
                "sym-50",
                Stream.concat(
                                Ways.LOSSES.stream(),
                                Ways.METHODS.stream().flatMap(method -> Stream.of(method, Ways.with(method))))
                        .toList());
        SMALL.put("sym-80", List.of(Ways.CE, Ways.GCE, Ways.SL, Ways.SL_CODE));
        SMALL.put("sym-40", List.of(Ways.CE, Ways.SL));
        SMALL.put(Ways.CLEAN, List.of(Ways.CE, Ways.SL));
        SMALL.put("asym-40", List.of(Ways.CE, Ways.SL, Ways.GCE, Ways.MAE));
    }

    private Experiments() {}

    /** The recipe's name. */
    static String small(String noise, String way) {
        return "mnist-" + noise + "-" + way;
    }

    static List<Recipe> recipes(Scale scale, int seeds) {
        return switch (scale) {
            case SMOKE -> desk(1).map(Smoke::of).toList();
            case DESK -> desk(seeds).toList();
            case PAPER ->
                Stream.concat(Protocol.seeded(Published.recipes(), seeds), desk(seeds))
                        .toList();
        };
    }

    private static Stream<Recipe> desk(int seeds) {
        List<Recipe> recipes = new ArrayList<>();
        SMALL.forEach((noise, ways) -> ways.forEach(way -> recipes.add(recipe(noise, way))));
        recipes.addAll(Identity.recipes());
        return Protocol.seeded(recipes, seeds);
    }

    private static Recipe recipe(String noise, String way) {
        List<Probe> probes = new ArrayList<>(SmallImages.PROBES);
        probes.add(new Probe(new ClassSpread("test")));
        Recipe plain = SmallImages.mnist14(small(noise, way), TRAIN, TEST)
                .noise(Ways.noise(noise, FlipMap.MNIST).toArray(Noise[]::new))
                .epochs(noise.startsWith("asym-") ? 30 : 40)
                .probes(probes)
                .recipe();
        return Ways.train(plain, way);
    }
}
