package dev.rote.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.data.ModularArithmetic;
import dev.rote.data.Operation;
import dev.rote.nets.Activation;
import dev.rote.nets.TwoLayer;
import dev.rote.noise.SymmetricNoise;
import dev.rote.runs.Recipe;
import dev.rote.runs.Results;
import dev.rote.runs.Run;
import dev.rote.runs.RunFolder;
import dev.rote.runs.RunResult;
import dev.rote.tensor.Workers;
import dev.rote.train.AdamW;
import dev.rote.yaml.Kinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README shows code that works and names files that exist. */
class ReadmeTest {

    private static final String README = Repository.text("README.md");

    private static RunResult libraryUse(Path root) throws IOException {
        // begin
        Recipe recipe = new Recipe()
                .withName("readme")
                .withData(new ModularArithmetic(53, Operation.ADD, 0.6), new SymmetricNoise(0.25, true))
                .withNet(new TwoLayer(250, Activation.SQUARE, 0, false))
                .withOptimizer(new AdamW(0.01, 0.9, 0.98, 1e-8, 10))
                .withSteps(600, 0);
        Kinds kinds = Catalog.own().kinds();
        RunFolder folder = RunFolder.under(root, recipe, kinds);
        try (Workers workers = new Workers(2)) {
            new Run(recipe, folder, kinds, workers, Duration.ofMinutes(1), (clock, loss) -> {}).carryOut();
        }
        RunResult run = Results.read(List.of(folder), kinds).runs().get(0);
        System.out.println("equations never seen, right: " + run.last("accuracy.test"));
        System.out.println("wrong labels learned by rote: " + run.last("accuracy.corrupted"));
        // end
        return run;
    }

    @TempDir
    Path folder;

    @Test
    void theLibraryUnderstandsAndForgetsWrongLabels() throws IOException {
        RunResult run = libraryUse(folder);
        assertThat(run.last("accuracy.test")).isGreaterThan(0.9);
        assertThat(run.last("accuracy.corrupted")).isLessThan(0.3);
    }

    @Test
    void theCodeShownIsTheCodeTested() throws IOException {
        Path here = Repository.path("app/src/test/java/dev/rote/app/ReadmeTest.java");
        String tested = Files.readAllLines(here).stream()
                .dropWhile(line -> !line.strip().equals("// begin"))
                .skip(1)
                .takeWhile(line -> !line.strip().equals("// end"))
                .collect(Collectors.joining("\n"))
                .stripIndent();
        assertThat(Repository.blocks(README, "java")).containsExactly(tested + "\n");
        assertThat(tested.lines()).hasSizeLessThanOrEqualTo(15);
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (Path page : List.of(
                Repository.path("README.md"),
                Repository.path("CONTRIBUTING.md"),
                Repository.path("docs/recipe.md"),
                Repository.path("docs/run-folder.md"),
                Repository.path("docs/errors/README.md"),
                Repository.path("examples/own-method/README.md"))) {
            String[] links = Files.readString(page).split("]\\(");
            for (String link : Arrays.copyOfRange(links, 1, links.length)) {
                String target = link.substring(0, link.indexOf(')')).replaceFirst("#.*", "");
                if (!target.isEmpty() && !target.startsWith("http")) {
                    assertThat(page.resolveSibling(target)).exists();
                }
            }
        }
    }
}
