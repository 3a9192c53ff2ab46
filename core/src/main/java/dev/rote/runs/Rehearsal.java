package dev.rote.runs;

import dev.rote.data.Parts;
import dev.rote.nets.Model;
import dev.rote.noise.Noise;
import dev.rote.tensor.Device;
import dev.rote.tensor.Engine;
import dev.rote.tensor.Scope;
import dev.rote.yaml.FieldPath;
import dev.rote.yaml.Problem;
import java.util.function.Supplier;

/**
 * Puts together all that a recipe names, without training: what cannot work is found in a moment, before there is a folder, and not
 * after hours.
 */
final class Rehearsal {

    private final Recipe recipe;

    Rehearsal(Recipe recipe) {
        this.recipe = recipe;
    }

    /**
     * Looks for what cannot work.
     *
     * @throws Problem naming the field of the recipe
     */
    void check() {
        if (recipe.device() == Device.CUDA && !Engine.cuda()) {
            throw Problem.couldNotRun("this build of libtorch finds no CUDA device", "use cpu")
                    .field("device")
                    .was("cuda");
        }
        try (Scope scope = Scope.open()) {
            Parts parts = parts();
            int examples = parts.get("train").size();
            if (recipe.batchSize() > examples) {
                throw Problem.wrongUse("must be at most the " + examples + " training examples", "0 takes them all")
                        .field("batch_size")
                        .was(Integer.toString(recipe.batchSize()));
            }
            Model model = at("net", () -> model(parts));
            for (int i = 0; i < recipe.probes().size(); i++) {
                Probe probe = recipe.probes().get(i);
                at(FieldPath.index("probes", i) + ".measure", () -> {
                    probe.measure().check(model, parts);
                    return probe;
                });
            }
        }
    }

    /** The data, spoiled as the recipe says. */
    Parts parts() {
        Parts parts = at("data", () -> recipe.data().open(recipe.dataSeeds()));
        for (int i = 0; i < recipe.noise().size(); i++) {
            Noise noise = recipe.noise().get(i);
            Parts before = parts;
            int number = i;
            parts = at(
                    FieldPath.index("noise", i),
                    () -> before.with(
                            "train",
                            noise.corrupt(
                                    before.get("train"),
                                    recipe.dataSeeds().of("noise").of(number))));
        }
        return parts;
    }

    /** The net with freshly drawn weights, for these data. */
    Model model(Parts parts) {
        return recipe.net()
                .build(
                        parts.get("train").inputs(),
                        parts.get("train").target().outputs(),
                        recipe.place(),
                        recipe.seeds().of("net"));
    }

    private static <T> T at(String field, Supplier<T> what) {
        try {
            return what.get();
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse(String.valueOf(e.getMessage()), "")
                    .field(field)
                    .because(e);
        }
    }
}
