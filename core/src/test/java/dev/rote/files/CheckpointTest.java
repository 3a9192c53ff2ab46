package dev.rote.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.tensor.DType;
import dev.rote.tensor.Safetensors;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {

    @TempDir
    Path run;

    private Path folder;

    @BeforeEach
    void name() {
        folder = run.resolve("checkpoint");
    }

    private static Checkpoint at(long step) {
        byte[] bytes = new byte[40];
        Arrays.fill(bytes, (byte) step);
        Safetensors.Entry entry = new Safetensors.Entry(DType.FLOAT64, List.of(5L), ByteBuffer.wrap(bytes));
        return new Checkpoint(step, Map.of("w", entry), Map.of("readings.jsonl", "" + 7 * step, "epoch", "0"));
    }

    private Path file(long step) {
        return folder.resolve("step-" + step + ".safetensors");
    }

    @Test
    void keepsTheNewestTwoAndFindsTheNewest() throws IOException {
        assertThat(Checkpoint.latest(folder)).isEmpty();
        for (long step : new long[] {0, 9, 10, 100}) {
            at(step).write(folder);
        }
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("step-10.safetensors", "step-100.safetensors");
        Checkpoint.Found found = Checkpoint.latest(folder).orElseThrow();
        assertThat(found.checkpoint()).isEqualTo(at(100));
        assertThat(found.notes()).isEmpty();
    }

    @Test
    void ignoresUnfinishedAndForeignFilesAndRemovesTheFormer() throws IOException {
        at(1).write(folder);
        Path unfinished = Files.writeString(folder.resolve("step-7.safetensors.tmp"), "half");
        Path foreign = Files.writeString(folder.resolve("notes.txt"), "mine");
        assertThat(Checkpoint.latest(folder).orElseThrow().checkpoint().step()).isEqualTo(1);
        at(2).write(folder);
        assertThat(unfinished).doesNotExist();
        assertThat(foreign).exists();
    }

    @Test
    void cutAtAnyLengthItFallsBackAndSaysSo() throws IOException {
        at(1).write(folder);
        at(2).write(folder);
        byte[] whole = Files.readAllBytes(file(2));
        for (int length = 0; length < whole.length; length++) {
            Files.write(file(2), Arrays.copyOf(whole, length));
            fallsBack();
        }
        Files.write(file(2), Arrays.copyOf(whole, whole.length + 1));
        fallsBack();
    }

    @Test
    void anyFlippedBitIsNoticed() throws IOException {
        at(1).write(folder);
        at(2).write(folder);
        byte[] whole = Files.readAllBytes(file(2));
        for (int bit = 0; bit < 8 * whole.length; bit += 3) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file(2), flipped);
            fallsBack();
        }
    }

    private void fallsBack() throws IOException {
        Optional<Checkpoint.Found> found = Checkpoint.latest(folder);
        assertThat(found.orElseThrow().checkpoint()).isEqualTo(at(1));
        assertThat(found.orElseThrow().notes()).singleElement().asString().startsWith(file(2) + ": ");
    }

    @Test
    void goesOnFromTheOlderOneAndForgetsTheDamagedFuture() throws IOException {
        at(1).write(folder);
        at(5).write(folder);
        Files.write(file(5), new byte[3]);
        at(3).write(folder);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("step-1.safetensors", "step-3.safetensors");
    }

    /** A process that writes checkpoints until it is ended. */
    static final class Writer {
        public static void main(String[] arguments) throws IOException {
            for (long step = Long.parseLong(arguments[1]); ; step++) {
                at(step).write(Path.of(arguments[0]));
                System.out.println(step);
            }
        }
    }

    @Test
    void aKillAtAnyMomentLeavesAWholeNewestCheckpoint() throws Exception {
        long step = 0;
        for (int kill = 0; kill < 3; kill++) {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            String classes = System.getProperty("java.class.path");
            Process writer = new ProcessBuilder(
                            java, "-cp", classes, Writer.class.getName(), folder.toString(), "" + (step + 1))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            long said = 0;
            for (int line = 0; line < 5 + 7 * kill; line++) {
                said = Long.parseLong(writer.inputReader().readLine());
            }
            writer.destroyForcibly().waitFor();

            Checkpoint.Found found = Checkpoint.latest(folder).orElseThrow();
            step = found.checkpoint().step();
            assertThat(found.notes()).isEmpty();
            assertThat(found.checkpoint()).isEqualTo(at(step));
            assertThat(step).isGreaterThanOrEqualTo(said);
        }
    }

    @Test
    void saysWhatIsWrongWithEachWhenNoneIsWhole() throws IOException {
        at(1).write(folder);
        at(2).write(folder);
        Files.write(file(1), new byte[3]);
        Files.copy(file(2), file(3));
        Files.delete(file(2));
        assertThatThrownBy(() -> Checkpoint.latest(folder))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(folder + ": no checkpoint is whole; start the run again")
                .hasMessageContaining(file(1) + ": is cut short")
                .hasMessageContaining(file(3) + ": is a checkpoint of step 2 under another name");
    }

    @Test
    void refusesTakenNamesNegativeStepsAndFilesForFolders() throws IOException {
        assertThatThrownBy(() -> new Checkpoint(-1, Map.of(), Map.of())).hasMessageContaining("was -1");
        assertThatThrownBy(() -> new Checkpoint(1, Map.of(), Map.of("sha256", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not be named step or sha256");
        Files.writeString(folder, "a file");
        assertThatThrownBy(() -> Checkpoint.latest(folder)).hasMessage(folder + ": must be a folder, is a file");
        assertThatThrownBy(() -> at(1).write(folder)).isInstanceOf(IOException.class);
    }
}
