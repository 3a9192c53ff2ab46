package dev.rote.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.data.Npy;
import dev.rote.data.Npz;
import dev.rote.data.files.NpzFile;
import dev.rote.measures.Accuracy;
import dev.rote.measures.NeuronTable;
import dev.rote.measures.Pruning;
import dev.rote.nets.Mlp;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import dev.rote.yaml.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run makes of the state in which it finds its folder. */
class ResumeTest {

    /** Writes to a table at steps 0, 5, 10, 15, ...; the row of the last step before an interruption must be cut off. */
    private static final Recipe RECIPE = RunTest.small()
            .withProbes(
                    5,
                    List.of(
                            new Probe(new Accuracy()),
                            new Probe(new NeuronTable()),
                            Probe.at(new Pruning(Pruning.Order.RANDOM, 5), "end")));

    @TempDir
    Path root;

    private RunFolder run;
    private long live;

    @BeforeEach
    void name() {
        run = new RunFolder(root.resolve("run"));
        live = Tensor.live();
    }

    @AfterEach
    void leavesNoNativeMemoryBehind() {
        assertThat(Tensor.live()).isEqualTo(live);
    }

    /** The power cut of a test. */
    private static final class Cut extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static boolean carryOut(RunFolder folder, Recipe recipe, Run.Progress progress) throws IOException {
        return carryOut(folder, recipe, Duration.ofHours(1), progress);
    }

    private static boolean carryOut(RunFolder folder, Recipe recipe, Duration checkpointEvery, Run.Progress progress)
            throws IOException {
        try (Workers workers = new Workers(1)) {
            return new Run(recipe, folder, TestKinds.KINDS, workers, checkpointEvery, progress).carryOut();
        }
    }

    private boolean carryOut() throws IOException {
        return carryOut(run, RECIPE, (clock, loss) -> {});
    }

    /** Ends as a kill would after a step, with a checkpoint of each step before. */
    private void interruptAfter(long step) {
        assertThatThrownBy(() -> carryOut(run, RECIPE, Duration.ZERO, (clock, loss) -> {
                    if (clock.step() == step) {
                        throw new Cut();
                    }
                }))
                .isInstanceOf(Cut.class);
    }

    @Test
    void refusesToGoOnWithOtherDataInTheSameFiles() throws IOException {
        Path file = root.resolve("data.npz");
        write(file, 0.5f);
        Recipe recipe = new Recipe()
                .withData(new NpzFile(file.toString(), "x", "y", "", "", 0.5, List.of()))
                .withNet(new Mlp())
                .withSteps(9, 0);
        assertThatThrownBy(() -> carryOut(run, recipe, Duration.ZERO, (clock, loss) -> {
                    if (clock.step() == 5) {
                        throw new Cut();
                    }
                }))
                .isInstanceOf(Cut.class);
        write(file, 0.25f);
        assertThatThrownBy(() -> carryOut(run, recipe, (clock, loss) -> {}))
                .isInstanceOf(Problem.class)
                .hasMessage(
                        run.path() + ": was begun on other data than are there now; put the data back as they were, or"
                                + " begin anew with another --out");
        write(file, 0.5f);
        assertThat(carryOut(run, recipe, (clock, loss) -> {})).isTrue();
    }

    private static void write(Path file, float last) throws IOException {
        float[] inputs = {0, 1, 0.5f, 0.25f, 0, 1, 1, last};
        try (OutputStream out = Files.newOutputStream(file)) {
            Npz.write(out, Map.of("x", Npy.of(inputs, 8, 1), "y", Npy.of(new long[] {0, 1, 0, 1, 0, 1, 0, 1}, 8)));
        }
    }

    private Map<String, String> unbroken() throws IOException {
        RunFolder other = new RunFolder(root.resolve("unbroken"));
        carryOut(other, RECIPE, (clock, loss) -> {});
        return RunBytes.of(other);
    }

    private List<Path> checkpoints() throws IOException {
        try (Stream<Path> files = Files.list(run.checkpoints())) {
            return files.sorted().toList();
        }
    }

    @Test
    void goesOnFromTheNewestCheckpoint() throws IOException {
        interruptAfter(15);
        assertThat(checkpoints())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("step-13.safetensors", "step-14.safetensors");
        long[] first = {-1};
        carryOut(run, RECIPE, (clock, loss) -> first[0] = first[0] < 0 ? clock.step() : first[0]);
        assertThat(first[0]).isEqualTo(15);
        assertThat(RunBytes.of(run)).isEqualTo(unbroken());
    }

    @Test
    void aDamagedNewestCheckpointCostsStepsAndNotTheRun() throws IOException {
        interruptAfter(15);
        Path newest = checkpoints().get(1);
        byte[] bytes = Files.readAllBytes(newest);
        bytes[bytes.length / 2] ^= 1;
        Files.write(newest, bytes);
        long[] first = {-1};
        carryOut(run, RECIPE, (clock, loss) -> first[0] = first[0] < 0 ? clock.step() : first[0]);
        assertThat(first[0]).isEqualTo(14);
        assertThat(RunBytes.of(run)).isEqualTo(unbroken());
    }

    @Test
    void whereNoCheckpointIsWholeItSaysSoAndTouchesNothing() throws IOException {
        interruptAfter(15);
        for (Path file : checkpoints()) {
            Files.write(file, new byte[9]);
        }
        byte[] readings = Files.readAllBytes(run.readings());
        assertThatThrownBy(this::carryOut)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no checkpoint is whole; start the run again in a new folder");
        assertThat(run.readings()).hasBinaryContent(readings);
    }

    @Test
    void tornLastLinesAndTablesOfTheLostStepsAreCutOff() throws IOException {
        interruptAfter(15);
        Files.writeString(run.readings(), "{\"step\":15,\"epo", StandardOpenOption.APPEND);
        Files.writeString(run.tables().resolve("of-the-future.csv"), "a,b\n1,");
        Files.write(run.checkpoints().resolve("step-15.safetensors.tmp"), new byte[100]);
        Files.write(run.path().resolve("weights.safetensors.tmp"), new byte[100]);
        carryOut();
        assertThat(RunBytes.of(run)).isEqualTo(unbroken());
    }

    @Test
    void withoutAnyCheckpointItStartsAnew() throws IOException {
        interruptAfter(1);
        assertThat(run.checkpoints()).doesNotExist();
        assertThat(Files.readString(run.readings())).isNotEmpty();
        carryOut();
        assertThat(RunBytes.of(run)).isEqualTo(unbroken());
    }

    @Test
    void readingsThatWereCutShortOfTheCheckpointAreNoticed() throws IOException {
        interruptAfter(15);
        String all = Files.readString(run.readings());
        Files.writeString(run.readings(), all.substring(0, all.indexOf('\n') + 1));
        assertThatThrownBy(this::carryOut)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("readings.jsonl")
                .hasMessageContaining("the file was changed since");
    }

    @Test
    void aSecondRunInTheSameFolderIsTurnedAway() throws IOException {
        long[] refused = {0};
        carryOut(run, RECIPE, (clock, loss) -> {
            if (clock.step() == 3) {
                assertThatThrownBy(this::carryOut)
                        .isInstanceOf(IOException.class)
                        .hasMessage(run.path() + ": is in use by process "
                                + ProcessHandle.current().pid()
                                + " (this one); wait until it ends, or choose another folder with --out");
                refused[0]++;
            }
        });
        assertThat(refused[0]).isEqualTo(1);
        assertThat(RunBytes.of(run)).isEqualTo(unbroken());
    }

    @Test
    void aFolderOfAnotherRecipeIsRefusedAndKept() throws IOException {
        interruptAfter(5);
        byte[] readings = Files.readAllBytes(run.readings());
        assertThatThrownBy(() -> carryOut(run, RECIPE.withSeed(1), (clock, loss) -> {}))
                .isInstanceOf(Problem.class)
                .hasMessage(run.path() + ": holds a run of another recipe; choose another folder with --out");
        assertThat(run.readings()).hasBinaryContent(readings);
        carryOut();
        assertThat(RunBytes.of(run)).isEqualTo(unbroken());
    }

    @Test
    void aRecipeThatCannotBeReadIsNamed() throws IOException {
        interruptAfter(5);
        for (String text : List.of("net: [", "net:\n  kind: tow-layer\n", "\u0000", "")) {
            Files.writeString(run.recipe(), text);
            assertThatThrownBy(this::carryOut)
                    .isInstanceOf(Problem.class)
                    .hasMessageStartingWith(
                            text.isEmpty()
                                    ? run.path().toString()
                                    : run.recipe().toString());
        }
        Files.delete(run.recipe());
        assertThatThrownBy(this::carryOut)
                .isInstanceOf(Problem.class)
                .hasMessageContaining("holds files of a run without recipe.yaml");
    }

    @Test
    void aFileInThePlaceOfAFolderIsNamed() throws IOException {
        Files.writeString(run.path(), "mine");
        assertThatThrownBy(this::carryOut)
                .isInstanceOf(IOException.class)
                .hasMessage(run.path() + ": could not be created: a file is in the place of a folder; move it away, or"
                        + " choose another folder with --out");
        assertThat(run.path()).hasContent("mine");
    }

    @Test
    void tablesThatCannotBeWrittenStopTheRunAndItGoesOnWhenTheyCan() throws IOException {
        interruptAfter(15);
        Path aside = root.resolve("aside");
        Files.move(run.tables(), aside);
        Files.writeString(run.tables(), "in the way");
        assertThatThrownBy(this::carryOut)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(run.tables() + ": could not be created: a file is in the place of a folder");
        assertThat(Files.readString(run.provenance())).contains("failed: " + run.tables());
        Files.delete(run.tables());
        Files.move(aside, run.tables());
        carryOut();
        assertThat(RunBytes.of(run)).isEqualTo(unbroken());
    }

    @Test
    void aLinkInThePlaceOfTheReadingsIsNotFollowed() throws IOException {
        interruptAfter(15);
        Path aside = root.resolve("aside");
        Files.move(run.readings(), aside);
        Path outside = Files.writeString(root.resolve("outside"), "keep\n");
        Files.createSymbolicLink(run.readings(), outside);
        assertThatThrownBy(this::carryOut)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("readings.jsonl: could not be opened");
        assertThat(outside).hasContent("keep\n");
        Files.delete(run.readings());
        Files.move(aside, run.readings());
        carryOut();
        assertThat(RunBytes.of(run)).isEqualTo(unbroken());
    }

    @Test
    void aCheckpointThatCannotBeWrittenLeavesEarlierResultsToGoOnFrom() throws IOException {
        interruptAfter(15);
        List<Path> before = checkpoints();
        // A folder in the place of the temporary file stands for a disk that takes no more.
        Path blocked = Files.createDirectories(run.checkpoints().resolve("step-15.safetensors.tmp/full"));
        assertThatThrownBy(() -> carryOut(run, RECIPE, Duration.ZERO, (clock, loss) -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(run.checkpoints().resolve("step-15.safetensors") + ": could not be written");
        assertThat(before).allMatch(Files::exists);
        Files.delete(blocked);
        Files.delete(blocked.getParent());
        carryOut();
        assertThat(RunBytes.of(run)).isEqualTo(unbroken());
    }

    @Test
    void aFinishedRunIsLeftAsItIs() throws IOException {
        carryOut();
        byte[] readings = "gone\n".getBytes(StandardCharsets.UTF_8);
        Files.write(run.readings(), readings);
        assertThat(carryOut()).isFalse();
        assertThat(run.readings()).hasBinaryContent(readings);
    }
}
