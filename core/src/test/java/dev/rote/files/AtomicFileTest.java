package dev.rote.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    Path folder;

    @Test
    void replacesTheFileAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("a.txt");
        AtomicFile.write(file, "one");
        AtomicFile.write(file, "zwölf");
        assertThat(file).hasContent("zwölf");
        assertThat(folder).isDirectoryContaining(file::equals);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void failureKeepsTheOldFile() throws IOException {
        Path file = folder.resolve("a.txt");
        AtomicFile.write(file, "old");
        assertThatThrownBy(() -> AtomicFile.write(file, channel -> {
                    Disk.writeFully(channel, ByteBuffer.wrap(new byte[100]));
                    throw new IOException("the cable broke");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": could not be written: the cable broke");
        assertThatThrownBy(() -> AtomicFile.write(file, channel -> {
                    throw new IllegalStateException("a bug");
                }))
                .hasMessage("a bug");
        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("a.txt");
    }

    @Test
    void fullDiskIsSaidWithWhatToDo() {
        assumeTrue(Files.exists(FULL), "this system has no /dev/full");
        Path file = folder.resolve("a.txt");
        assertThatThrownBy(() -> AtomicFile.write(file, channel -> {
                    try (FileChannel full = FileChannel.open(FULL, StandardOpenOption.WRITE)) {
                        Disk.writeFully(full, ByteBuffer.wrap(new byte[1]));
                    }
                }))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": could not be written: No space left on device; free space on that disk, then"
                        + " do it again; a run continues with 'rote resume'");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void leftoverOfAKilledWriteIsReplacedAndNotFollowed() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside"), "keep");
        Files.createSymbolicLink(folder.resolve("a.txt.tmp"), outside);
        AtomicFile.write(folder.resolve("a.txt"), "new");
        assertThat(outside).hasContent("keep");
        assertThat(folder.resolve("a.txt")).hasContent("new");
    }

    @Test
    void missingFolderIsSaid() {
        Path file = folder.resolve("no/a.txt");
        assertThatThrownBy(() -> AtomicFile.write(file, ""))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": could not be written: there is no such file or folder");
    }
}
