package dev.rote.app;

import dev.rote.runs.Recipe;
import dev.rote.runs.RunPool;
import dev.rote.runs.Workload;
import dev.rote.train.Clock;
import dev.rote.yaml.Kinds;
import dev.rote.yaml.Problem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Carries out many recipes and tells about it as it goes. */
final class Fates {

    private Fates() {}

    /** Carries out the recipes on a local pool; failures are told when they happen, a reason that many share once. */
    static List<RunPool.Fate> carryOut(
            String task, List<Recipe> recipes, Path root, Kinds kinds, Resources resources, Output output) {
        Map<Recipe, Double> work = new HashMap<>();
        Workload workload = new Workload();
        recipes.forEach(recipe -> work.put(recipe, work(recipe, workload)));
        double total = work.values().stream().mapToDouble(Double::doubleValue).sum();
        output.aside().println(recipes.size() + " runs, " + resources.workers + " at a time");
        output.aside().flush();
        Map<String, Integer> reasons = new ConcurrentHashMap<>();
        RunPool pool = new RunPool(kinds, resources.workers, resources.checkpoints());
        List<RunPool.Fate> fates;
        try (Progress progress = new Progress(task, output.aside())) {
            progress.expect(total);
            fates = pool.carryOut(recipes, root, new RunPool.Progress() {
                @Override
                public void stepped(Recipe recipe, Clock clock) {
                    progress.worked(work.getOrDefault(recipe, 0.0) / Math.max(1, clock.steps()));
                }

                @Override
                public void ended(RunPool.Fate fate, boolean skipped) {
                    if (skipped) {
                        progress.skip(work.getOrDefault(fate.recipe(), 0.0));
                    }
                    fate.failure()
                            .filter(reason -> reasons.merge(reason, 1, Integer::sum) == 1)
                            .ifPresent(reason ->
                                    progress.say("failed: " + fate.recipe().name() + ", seed "
                                            + fate.recipe().seed() + ": " + reason));
                }
            });
        }
        int more = reasons.values().stream().mapToInt(count -> count - 1).sum();
        if (more > 0) {
            output.aside().println(more + " more runs failed, for a reason that is told above");
            output.aside().flush();
        }
        return fates;
    }

    /** The work of a recipe; a recipe that cannot work is told of when its turn comes. */
    private static double work(Recipe recipe, Workload workload) {
        try {
            return workload.of(recipe);
        } catch (Problem e) {
            return 1;
        }
    }
}
