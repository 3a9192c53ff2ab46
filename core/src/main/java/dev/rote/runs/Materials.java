package dev.rote.runs;

import dev.rote.data.Dataset;
import dev.rote.data.Examples;
import dev.rote.data.Parts;
import dev.rote.data.Preparation;
import dev.rote.nets.Model;
import dev.rote.noise.Noise;
import dev.rote.tensor.Seeds;
import dev.rote.yaml.FieldPath;
import dev.rote.yaml.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a recipe trains with: the data as read, prepared, spoiled and given their roles, and the net with fresh weights. The data hold no
 * native memory, so they are opened once and used by whoever needs them.
 */
final class Materials {

    /** Parts that come from where the train part comes from, and are as noisy. */
    private static final List<String> NOISY = List.of("train", "validation", "holdout");

    private final Recipe recipe;
    private final Parts parts;

    private Materials(Recipe recipe, Parts parts) {
        this.recipe = recipe;
        this.parts = parts;
    }

    /**
     * Opens the data.
     *
     * @throws Problem naming the field of the recipe that cannot work
     */
    static Materials open(Recipe recipe) {
        Parts ready = prepared(recipe);
        for (Map.Entry<String, Dataset> part : ready.byName().entrySet()) {
            if (part.getValue() instanceof Examples examples) {
                ready = ready.with(part.getKey(), examples.inMemory());
            }
        }
        for (int i = 0; i < recipe.noise().size(); i++) {
            Noise noise = recipe.noise().get(i);
            Seeds seeds = recipe.dataSeeds().of("noise").of(i);
            Parts before = ready;
            ready = at(FieldPath.index("noise", i), () -> spoiled(before, noise, seeds));
        }
        Parts spoiled = ready;
        return new Materials(recipe, at("roles", () -> cast(spoiled, recipe)));
    }

    /** The data as read and prepared, before anything is spoiled; inputs stay where they are. */
    static Parts prepared(Recipe recipe) {
        Parts parts = at("data", () -> recipe.data().open(recipe.dataSeeds()));
        for (int i = 0; i < recipe.prepare().size(); i++) {
            Preparation preparation = recipe.prepare().get(i);
            Seeds seeds = recipe.dataSeeds().of("prepare").of(i);
            Parts before = parts;
            parts = at(FieldPath.index("prepare", i), () -> preparation.apply(before, seeds));
        }
        return parts;
    }

    private static Parts spoiled(Parts clean, Noise noise, Seeds seeds) {
        Parts parts = clean;
        for (String name : NOISY) {
            if (clean.byName().containsKey(name)) {
                Seeds own = name.equals("train") ? seeds : seeds.of(name);
                parts = parts.with(name, noise.corrupt(clean.get(name), own));
            }
        }
        return parts;
    }

    private static Parts cast(Parts parts, Recipe recipe) {
        Parts after = parts;
        for (Map.Entry<String, String> role : recipe.roles().entrySet()) {
            Dataset player =
                    Shares.of(parts, role.getValue(), recipe.dataSeeds().of("shares"));
            after = after.with(role.getKey(), player);
        }
        return after;
    }

    /** The data. */
    Parts parts() {
        return parts;
    }

    /** Number of training examples. */
    int examples() {
        return parts.get("train").size();
    }

    /** The net with the recipe's fresh weights, in the calling thread's scope. */
    Model model() {
        return model(recipe.seeds().of("net"));
    }

    /** The net with weights drawn from these seeds, in the calling thread's scope. */
    Model model(Seeds seeds) {
        return model(recipe, parts.get("train"), seeds);
    }

    /** The net of a recipe with its fresh weights, when only the net is wanted: no input is read. */
    static Model untrained(Recipe recipe) {
        return model(recipe, prepared(recipe).get("train"), recipe.seeds().of("net"));
    }

    private static Model model(Recipe recipe, Dataset train, Seeds seeds) {
        return at("net", () -> recipe.net().build(train.inputs(), train.target().outputs(), recipe.place(), seeds));
    }

    /** Says which field of the recipe could not work. */
    static <T> T at(String field, Supplier<T> what) {
        try {
            return what.get();
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse(String.valueOf(e.getMessage()), "")
                    .field(field)
                    .because(e);
        }
    }
}
