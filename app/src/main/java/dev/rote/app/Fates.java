package dev.rote.app;

import dev.rote.runs.Pool;
import dev.rote.runs.Recipe;
import dev.rote.train.Clock;
import dev.rote.yaml.Kinds;
import java.nio.file.Path;
import java.util.List;

/** Carries out many recipes and tells about it as it goes. */
final class Fates {

    private Fates() {}

    /** Carries out the recipes on a local pool; failures are told when they happen and again at the end by the caller. */
    static List<Pool.Fate> carryOut(
            String task, List<Recipe> recipes, Path root, Kinds kinds, Resources resources, Output output) {
        long steps = recipes.stream().mapToLong(Recipe::steps).sum();
        output.aside().println(recipes.size() + " runs, " + steps + " steps, " + resources.workers + " at a time");
        output.aside().flush();
        Pool pool = new Pool(kinds, resources.workers, resources.checkpoints());
        try (Progress progress = new Progress(task, steps, output.aside())) {
            return pool.carryOut(recipes, root, new Pool.Progress() {
                @Override
                public void stepped(Recipe recipe, Clock clock) {
                    progress.step();
                }

                @Override
                public void ended(Pool.Fate fate, boolean skipped) {
                    if (skipped) {
                        progress.skip(fate.recipe().steps());
                    }
                    fate.failure()
                            .ifPresent(reason ->
                                    progress.say("failed: " + fate.recipe().name() + ", seed "
                                            + fate.recipe().seed() + ": " + reason));
                }
            });
        }
    }
}
