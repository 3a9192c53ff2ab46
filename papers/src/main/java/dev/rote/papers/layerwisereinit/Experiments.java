package dev.rote.papers.layerwisereinit;

import dev.rote.claims.Scale;
import dev.rote.data.Preparation;
import dev.rote.data.prepare.Pad;
import dev.rote.data.prepare.Take;
import dev.rote.methods.DenseSparseDense;
import dev.rote.methods.LayerwiseReinit;
import dev.rote.methods.SubsetReinit;
import dev.rote.nets.SmallCnn;
import dev.rote.noise.SymmetricNoise;
import dev.rote.papers.images.Smoke;
import dev.rote.runs.Recipe;
import dev.rote.train.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Which runs a scale is made of: seven ways to spend one budget on three data sets, two of them with wrong labels and on more data. */
final class Experiments {

    static final String PLAIN = "plain";
    static final String LAYERWISE = "layerwise";
    static final String BARE = "layerwise-bare";
    static final String HEAD = "head-only";
    static final String FIXED = "subset-fixed";
    static final String ANEW = "subset-anew";
    static final String SPARSE = "dense-sparse-dense";

    /** The data sets of the comparison. */
    static final List<String> SETS = List.of("mnist", "fashion-mnist", "cifar10");

    /** The one on which sizes are compared, and on which labels are random. */
    static final String SIZED = "cifar10";

    static final String RANDOM = "fashion-mnist";

    /** Percent of random labels, besides none. */
    static final List<Integer> NOISE = List.of(20, 40);

    private static final int ROUNDS = 4;

    private Experiments() {}

    static String arm(String way, String set) {
        return way + "-" + set;
    }

    /** An arm with so many percent of random labels. */
    static String random(String way, int percent) {
        return percent == 0 ? arm(way, RANDOM) : arm(way, RANDOM) + "-" + percent;
    }

    /** An arm on more examples. */
    static String large(String way) {
        return arm(way, SIZED) + "-large";
    }

    private static Map<String, List<Method>> ways() {
        Map<String, List<Method>> ways = new LinkedHashMap<>();
        ways.put(PLAIN, List.of());
        ways.put(LAYERWISE, List.of(new LayerwiseReinit(ROUNDS, true, true, false)));
        ways.put(BARE, List.of(new LayerwiseReinit(ROUNDS, false, false, false)));
        ways.put(HEAD, List.of(new LayerwiseReinit(ROUNDS, false, false, true)));
        ways.put(FIXED, List.of(new SubsetReinit(ROUNDS, 0.5, true)));
        ways.put(ANEW, List.of(new SubsetReinit(ROUNDS, 0.5, false)));
        ways.put(SPARSE, List.of(new DenseSparseDense(ROUNDS, 0.5)));
        return ways;
    }

    static List<Recipe> recipes(Scale scale, int seeds) {
        Setting setting = scale == Scale.PAPER ? Setting.PUBLISHED : Setting.SMALL;
        Stream<Recipe> recipes = LongStream.range(0, scale == Scale.SMOKE ? 1 : seeds)
                .boxed()
                .flatMap(seed -> arms(setting).stream().map(recipe -> recipe.withSeed(seed)));
        return (scale == Scale.SMOKE ? recipes.map(Experiments::smoke) : recipes).toList();
    }

    private static List<Recipe> arms(Setting setting) {
        List<Recipe> recipes = new ArrayList<>();
        for (String way : List.of(PLAIN, LAYERWISE)) {
            recipes.add(with(way, setting.large(large(way), SIZED)));
        }
        for (String way : ways().keySet()) {
            SETS.forEach(set -> recipes.add(with(way, setting.small(arm(way, set), set))));
        }
        for (int percent : NOISE) {
            for (String way : List.of(PLAIN, LAYERWISE)) {
                recipes.add(with(way, setting.small(random(way, percent), RANDOM))
                        .but()
                        .noise(new SymmetricNoise(percent / 100.0, true))
                        .recipe());
            }
        }
        return recipes;
    }

    private static Recipe with(String way, Recipe recipe) {
        return recipe.withMethods(ways().get(way).toArray(Method[]::new));
    }

    /** Digits of 8 x 8 pixels in a frame, since the net halves its input four times, and few channels. */
    private static Recipe smoke(Recipe recipe) {
        Preparation[] takes =
                recipe.prepare().stream().filter(step -> step instanceof Take).toArray(Preparation[]::new);
        Recipe small = Smoke.of(recipe.but().prepare(takes).recipe());
        return small.but()
                .net(new SmallCnn(List.of(3, 4, 5, 6), 3, true, 0, List.of(), true))
                .prepare(Stream.concat(small.prepare().stream(), Stream.of(new Pad(4)))
                        .toArray(Preparation[]::new))
                .recipe();
    }
}
