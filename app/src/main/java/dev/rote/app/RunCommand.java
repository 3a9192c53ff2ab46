package dev.rote.app;

import dev.rote.runs.Recipe;
import dev.rote.runs.RecipeFile;
import dev.rote.runs.Run;
import dev.rote.runs.RunFolder;
import dev.rote.tensor.Workers;
import dev.rote.train.Clock;
import dev.rote.yaml.Kinds;
import dev.rote.yaml.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Carries out one recipe. */
@Command(
        name = "run",
        description = "Carries out a recipe; a run that was killed goes on where it stopped.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  rote run examples/coexistence.yaml --out runs/mine"})
final class RunCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RECIPE.yaml", description = "What to train; docs/recipe.md says what it may hold.")
    Path file;

    @Option(names = "--out", paramLabel = "DIR", description = "The run folder (default: runs/NAME-HASH).")
    @Nullable
    Path out;

    @Mixin
    Resources resources;

    @Mixin
    Output output;

    @Override
    public Integer call() throws IOException {
        Kinds kinds = resources.catalog().kinds();
        Recipe recipe = RecipeFile.read(file, kinds);
        RunFolder folder = out == null ? RunFolder.under(Path.of("runs"), recipe, kinds) : new RunFolder(out);
        try {
            return carryOut(recipe, folder, kinds, resources, output);
        } catch (Problem problem) {
            throw problem.file() == null ? problem.in(file.toString()) : problem;
        }
    }

    /** Starts or takes up a run and tells how it ended. */
    static int carryOut(Recipe recipe, RunFolder folder, Kinds kinds, Resources resources, Output output)
            throws IOException {
        boolean fresh;
        try (Workers workers = new Workers(resources.workers);
                Progress progress = new Progress(recipe.name(), output.aside())) {
            fresh = new Run(recipe, folder, kinds, workers, resources.checkpoints(), new Steps(progress)).carryOut();
        }
        if (output.json()) {
            output.json(Map.of("run", folder.path().toString(), "name", recipe.name(), "carriedOut", fresh));
        } else {
            output.text()
                    .println((fresh ? "Finished " : "Was finished already: ") + folder.path()
                            + "\nLook at it with: rote report " + folder.path());
        }
        return Main.OK;
    }

    /** Counts a run's steps, those before a resume included. */
    private static final class Steps implements Run.Progress {
        private final Progress progress;
        private boolean begun;

        Steps(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void stepped(Clock clock, double loss) {
            if (!begun) {
                begun = true;
                progress.expect(clock.steps());
                progress.skip(clock.step() - 1);
            }
            progress.worked(1);
        }
    }
}
