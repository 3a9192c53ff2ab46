package dev.rote.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.data.ModularArithmetic;
import dev.rote.data.Operation;
import dev.rote.measures.Accuracy;
import dev.rote.nets.Activation;
import dev.rote.nets.TwoLayer;
import dev.rote.tensor.Tensor;
import dev.rote.train.Clock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunPoolTest {

    @TempDir
    Path root;

    private final RunPool pool = new RunPool(TestKinds.KINDS, 2, Duration.ofHours(1));

    /** What the pool told of its runs, by name: steps seen, and how it ended. */
    private static final class Told implements RunPool.Progress {
        private final Map<String, Integer> steps = new ConcurrentHashMap<>();
        private final Map<String, String> ends = new ConcurrentHashMap<>();

        @Override
        public void stepped(Recipe recipe, Clock clock) {
            steps.merge(recipe.name(), 1, Integer::sum);
        }

        @Override
        public void ended(RunPool.Fate fate, boolean skipped) {
            ends.merge(
                    fate.recipe().name(),
                    fate.failure().orElse(skipped ? "skipped" : "finished"),
                    (once, again) -> once + " and " + again);
        }
    }

    private static Recipe tiny(String name) {
        return new Recipe()
                .withName(name)
                .withData(new ModularArithmetic(7, Operation.ADD, 0.7))
                .withNet(new TwoLayer(8, Activation.SQUARE, 0, false))
                .withSteps(6, 0)
                .withProbes(2, List.of(new Probe(new Accuracy())));
    }

    /** Breaks at step 4. */
    private static Recipe failing(String name) {
        return tiny(name).withProbes(2, List.of(Probe.at(new TestKinds.Breaking(), "4")));
    }

    @Test
    void reportsAFailedRunAndFinishesTheOthers() {
        long before = Tensor.live();
        List<Recipe> recipes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            recipes.add(i == 1 ? failing("bad") : tiny("good-" + i));
        }
        Told told = new Told();
        List<RunPool.Fate> fates = pool.carryOut(recipes, root, told);
        assertThat(fates).extracting(RunPool.Fate::recipe).isEqualTo(recipes);
        for (int i = 0; i < 5; i++) {
            assertThat(fates.get(i).folder().isDone()).isEqualTo(i != 1);
            assertThat(fates.get(i).failure().isPresent()).isEqualTo(i == 1);
        }
        assertThat(told.ends.get("bad")).isEqualTo(TestKinds.Breaking.MESSAGE);
        assertThat(told.ends).containsEntry("good-0", "finished").hasSize(5);
        assertThat(told.steps).containsEntry("good-4", 6).hasSize(5);
        assertThat(Tensor.live()).isEqualTo(before);
    }

    @Test
    void skipsWhatIsFinishedAndTriesAgainWhatIsNot() {
        List<Recipe> recipes = List.of(tiny("a"), failing("bad"));
        pool.carryOut(recipes, root, new Told());
        Told told = new Told();
        List<RunPool.Fate> fates = pool.carryOut(recipes, root, told);
        assertThat(told.ends.get("a")).isEqualTo("skipped");
        assertThat(told.ends.get("bad")).isEqualTo(TestKinds.Breaking.MESSAGE);
        assertThat(told.steps).doesNotContainKey("a").containsKey("bad");
        assertThat(fates.get(0).failure()).isEmpty();
    }

    @Test
    void carriesOutARecipeThatIsNamedTwiceOnce() {
        Told told = new Told();
        List<RunPool.Fate> fates = pool.carryOut(List.of(tiny("a"), tiny("a"), tiny("b")), root, told);
        assertThat(fates).hasSize(3).allMatch(fate -> fate.failure().isEmpty());
        assertThat(told.ends).containsOnly(Map.entry("a", "finished"), Map.entry("b", "finished"));
    }

    @Test
    void aPoolNeedsAWorker() {
        assertThatThrownBy(() -> new RunPool(TestKinds.KINDS, 0, Duration.ZERO))
                .hasMessage("workers must be at least 1, was 0");
    }

    @Test
    void resultsShowTheGoodFoldersAndNameTheBadOnes() throws IOException {
        List<Recipe> recipes = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d", "e", "f", "g")) {
            recipes.add(tiny(name));
        }
        recipes.add(failing("h"));
        List<RunFolder> folders = pool.carryOut(recipes, root, new Told()).stream()
                .map(RunPool.Fate::folder)
                .toList();
        Files.writeString(root.resolve("notes.txt"), "not a run");
        Files.writeString(folders.get(1).readings(), "{\"step\":0}\n");
        Files.writeString(folders.get(2).recipe(), "steps: many\n");
        String readings = Files.readString(folders.get(3).readings());
        Files.writeString(folders.get(3).readings(), readings.substring(0, readings.length() - 3));
        Files.delete(folders.get(4).tables());
        Files.writeString(folders.get(5).tables().resolve("neurons.csv"), "a,b\n1\n");
        Files.delete(folders.get(6).readings());

        assertThat(Results.folders(root)).containsExactlyInAnyOrderElementsOf(folders);
        Results results = Results.read(Results.folders(root), TestKinds.KINDS);
        assertThat(results.runs()).extracting(run -> run.recipe().name()).containsExactly("a");
        assertThat(results.runs().get(0).readings("accuracy.test").steps()).containsExactly(0L, 2L, 4L, 6L);
        assertThat(results.problems()).hasSize(7);
        assertThat(results.problems().get(0)).startsWith(folders.get(1).readings() + ": line 1 is not a reading");
        assertThat(results.problems().get(1))
                .startsWith(folders.get(2).recipe() + ":1: steps: was \"many\", must be a whole number");
        assertThat(results.problems().get(2))
                .startsWith(folders.get(3).readings() + ": line 4 was torn after")
                .endsWith("the run was finished, so the file was changed since");
        assertThat(results.problems().get(3))
                .isEqualTo(folders.get(4).tables() + ": could not be read: there is no such file or folder");
        assertThat(results.problems().get(4)).startsWith(folders.get(5).tables().resolve("neurons.csv") + ": row 2");
        assertThat(results.problems().get(5))
                .isEqualTo(folders.get(6).readings() + ": could not be read: there is no such file or folder");
        assertThat(results.problems().get(6))
                .isEqualTo(folders.get(7).path() + ": is not finished; take it up with: rote resume "
                        + folders.get(7).path());
    }

    @Test
    void aRunFolderIsItsOwnOnlyResult() throws IOException {
        RunFolder only =
                pool.carryOut(List.of(tiny("a")), root, new Told()).get(0).folder();
        assertThat(Results.folders(only.path())).containsExactly(only);
    }
}
