package dev.rote.app;

import dev.rote.runs.RecipeFile;
import dev.rote.runs.RunFolder;
import dev.rote.yaml.Kinds;
import dev.rote.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes up a run that stopped. */
@Command(
        name = "resume",
        description = "Takes up a run that was killed; it ends with the bytes of an unbroken run.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  rote resume runs/coexistence-1a2b3c4d"})
final class ResumeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", description = "A run folder.")
    Path folder;

    @Mixin
    Resources resources;

    @Mixin
    Output output;

    @Override
    public Integer call() throws IOException {
        RunFolder run = new RunFolder(folder);
        if (!Files.exists(run.recipe())) {
            throw Problem.wrongUse("must be a run folder, has no recipe.yaml", "start one with: rote run RECIPE.yaml")
                    .in(folder.toString());
        }
        Kinds kinds = resources.catalog().kinds();
        return RunCommand.carryOut(RecipeFile.read(run.recipe(), kinds), run, kinds, resources, output);
    }
}
