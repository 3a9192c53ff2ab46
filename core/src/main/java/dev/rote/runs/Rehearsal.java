package dev.rote.runs;

import dev.rote.nets.Model;
import dev.rote.scores.ExampleScore;
import dev.rote.tensor.Device;
import dev.rote.tensor.Engine;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Workers;
import dev.rote.train.Clock;
import dev.rote.train.Loop;
import dev.rote.train.Models;
import dev.rote.train.Recorder;
import dev.rote.yaml.FieldPath;
import dev.rote.yaml.Problem;
import java.util.HashMap;
import java.util.Map;

/**
 * Puts together all that a recipe names, without training: what cannot work is found in a moment, before there is a folder, and not
 * after hours.
 */
final class Rehearsal {

    private final Recipe recipe;
    private final Materials materials;

    Rehearsal(Recipe recipe, Materials materials) {
        this.recipe = recipe;
        this.materials = materials;
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
        Combination.check(recipe);
        if (recipe.batchSize() > materials.examples()) {
            throw Problem.wrongUse(
                            "must be at most the " + materials.examples() + " training examples", "0 takes them all")
                    .field("batch_size")
                    .was(Integer.toString(recipe.batchSize()));
        }
        recipe.needed().forEach((name, needed) -> {
            try {
                new Rehearsal(needed, Materials.open(needed)).check();
            } catch (Problem problem) {
                String inner = problem.field() == null ? "" : "." + problem.field();
                throw problem.field("needs." + name + inner);
            }
        });
        try (Scope scope = Scope.open()) {
            Model model = materials.model();
            for (int i = 0; i < recipe.probes().size(); i++) {
                Probe probe = recipe.probes().get(i);
                Materials.at(FieldPath.index("probes", i) + ".measure", () -> {
                    probe.measure().check(model, materials.parts());
                    return probe;
                });
            }
            Clock start = Materials.at("methods", () -> wrapped(model));
            for (int i = 0; i < recipe.scores().size(); i++) {
                ExampleScore score = recipe.scores().get(i);
                Materials.at(FieldPath.index("scores", i), () -> {
                    score.check(model, materials.parts(), start);
                    return score;
                });
            }
        }
    }

    /**
     * Lets the methods wrap loss and update, with models fresh from the draw in place of those of runs that are still to come; tells
     * when the training starts and how long it lasts.
     */
    private Clock wrapped(Model model) {
        Models fresh = new Models() {
            @Override
            public Model another(Seeds seeds) {
                return materials.model(seeds);
            }

            @Override
            public Model finished(String name) {
                if (!recipe.needed().containsKey(name)) {
                    return NONE.finished(name);
                }
                return Materials.untrained(recipe.needed().get(name));
            }

            @Override
            public Map<Long, Double> scores(String run, String score) {
                String part = Needs.score(recipe, run, score).part();
                Map<Long, Double> zeros = new HashMap<>();
                for (long id : Materials.open(recipe.needed().get(run))
                        .parts()
                        .get(part)
                        .ids()) {
                    zeros.put(id, 0.0);
                }
                return zeros;
            }
        };
        try (Workers workers = new Workers(1);
                Loop loop = new Loop(
                        model,
                        materials.parts(),
                        recipe.settings(materials.examples()),
                        recipe.seeds(),
                        workers,
                        Recorder.NONE,
                        fresh)) {
            return loop.clock();
        }
    }
}
