package dev.rote.papers.rholoss;

import dev.rote.claims.Scale;
import dev.rote.data.Preparation;
import dev.rote.data.prepare.HoldOut;
import dev.rote.methods.EarlyStopping;
import dev.rote.methods.RhoLoss;
import dev.rote.methods.RhoLoss.By;
import dev.rote.nets.Net;
import dev.rote.papers.images.Smoke;
import dev.rote.runs.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Which runs a scale is made of. At each share of wrong labels the five ways to choose 32 of 320 examples; on clean labels, besides, a
 * large irreducible net, a half and a quarter of the held-out examples, and training without any held out.
 *
 * <p>At the desk scale 20 arms and 8 needed runs, at three seeds, take three and a half minutes of one core.
 */
final class Experiments {

    /** Percent of wrong labels. */
    static final List<Integer> NOISE = List.of(0, 10, 30);

    static final String RHO = "rho";
    static final String UNIFORM = "uniform";
    static final String LOSS = "loss";
    static final String GRADIENT = "gradient-norm";
    static final String IRREDUCIBLE = "irreducible";
    static final String LARGE = "rho-large-il";
    static final String HALF = "rho-half-holdout";
    static final String QUARTER = "rho-quarter-holdout";
    /** All examples to train on, none held out. */
    static final String NONE_HELD = "rho-no-holdout";
    /** What it is compared with: chance on the same examples. */
    static final String UNIFORM_ALL = "uniform-no-holdout";

    private static final int KEEP = 32;

    private Experiments() {}

    /** The name of an arm at so many percent of wrong labels. */
    static String arm(String way, int noise) {
        return way + "-" + noise;
    }

    static List<Recipe> recipes(Scale scale, int seeds) {
        Setting setting = scale == Scale.PAPER ? Setting.CIFAR10 : Setting.MNIST14;
        List<Recipe> recipes = LongStream.range(0, scale == Scale.SMOKE ? 1 : seeds)
                .mapToObj(seed -> arms(setting, seed))
                .flatMap(List::stream)
                .toList();
        return scale == Scale.SMOKE ? recipes.stream().map(Smoke::of).toList() : recipes;
    }

    private static List<Recipe> arms(Setting setting, long seed) {
        List<Recipe> recipes = new ArrayList<>();
        for (int noise : NOISE) {
            Recipe il = irreducible(setting, noise, seed, "il", setting.small(), "holdout");
            recipes.add(choosing(setting, RHO, noise, seed, By.REDUCIBLE, il));
            recipes.add(choosing(setting, IRREDUCIBLE, noise, seed, By.IRREDUCIBLE, il));
            recipes.add(choosing(setting, UNIFORM, noise, seed, By.UNIFORM));
            recipes.add(choosing(setting, LOSS, noise, seed, By.LOSS));
            recipes.add(choosing(setting, GRADIENT, noise, seed, By.GRADIENT_NORM));
        }
        Recipe large = irreducible(setting, 0, seed, "il-large", setting.large(), "holdout");
        recipes.add(choosing(setting, LARGE, 0, seed, By.REDUCIBLE, large));
        Recipe half = irreducible(setting, 0, seed, "il-half", setting.small(), "holdout.1-of-2");
        recipes.add(choosing(setting, HALF, 0, seed, By.REDUCIBLE, half));
        Recipe quarter = irreducible(setting, 0, seed, "il-quarter", setting.small(), "holdout.1-of-4");
        recipes.add(choosing(setting, QUARTER, 0, seed, By.REDUCIBLE, quarter));
        recipes.add(withoutHoldout(setting, seed));
        recipes.add(nothingHeld(choosing(setting, UNIFORM_ALL, 0, seed, By.UNIFORM)));
        return recipes;
    }

    private static Recipe choosing(Setting setting, String way, int noise, long seed, By by, Recipe... irreducible) {
        return setting.target(arm(way, noise), noise)
                .seed(seed)
                .methods(new RhoLoss(KEEP, by, Map.of()))
                .needs(irreducible.length == 0 ? Map.of() : Map.of("irreducible", irreducible[0]))
                .recipe();
    }

    /** Trained on held-out examples; the weights of the epoch with the smallest loss on those that the target trains on. */
    private static Recipe irreducible(Setting setting, int noise, long seed, String name, Net net, String holdout) {
        return setting.irreducible(arm(name, noise), noise, net)
                .seed(seed)
                .roles(Map.of("train", holdout, "validation", "train"))
                .methods(new EarlyStopping("validation", 0))
                .recipe();
    }

    private static Recipe withoutHoldout(Setting setting, long seed) {
        Recipe target = nothingHeld(choosing(setting, NONE_HELD, 0, seed, By.REDUCIBLE));
        return target.but()
                .roles(Map.of("half-a", "train.1-of-2", "half-b", "train.2-of-2"))
                .methods(new RhoLoss(KEEP, By.REDUCIBLE, Map.of("half-a", "on-b", "half-b", "on-a")))
                .needs(Map.of("on-a", onHalf(setting, seed, 1), "on-b", onHalf(setting, seed, 2)))
                .recipe();
    }

    private static Recipe onHalf(Setting setting, long seed, int half) {
        String own = "train." + half + "-of-2";
        String other = "train." + (3 - half) + "-of-2";
        return nothingHeld(irreducible(setting, 0, seed, "il-on-half-" + half, setting.small(), "holdout"))
                .but()
                .roles(Map.of("train", own, "validation", other))
                .recipe();
    }

    /** The same on all examples, those included that others hold out. */
    private static Recipe nothingHeld(Recipe recipe) {
        return recipe.but()
                .prepare(recipe.prepare().stream()
                        .filter(step -> !(step instanceof HoldOut))
                        .toArray(Preparation[]::new))
                .recipe();
    }
}
