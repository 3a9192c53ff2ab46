package dev.rote.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

    @TempDir
    Path folder;

    /** A process that takes the lock, says so or why not, and then waits to be ended. */
    static final class Owner {
        public static void main(String[] arguments) throws Exception {
            try (FolderLock lock = FolderLock.take(Path.of(arguments[0]))) {
                System.out.println("taken " + lock.hashCode());
                System.in.read();
            } catch (IOException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    private Process owner() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String firstLine(Process process) throws IOException {
        BufferedReader reader = process.inputReader();
        return String.valueOf(reader.readLine());
    }

    @Test
    void refusesASecondOwnerInThisProcessUntilClosed() throws IOException {
        String pid = Long.toString(ProcessHandle.current().pid());
        FolderLock lock = FolderLock.take(folder);
        assertThat(folder.resolve("lock")).hasContent(pid);
        assertThatThrownBy(() -> FolderLock.take(folder.resolve("../" + folder.getFileName())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is in use by process " + pid);
        lock.close();
        FolderLock again = FolderLock.take(folder);
        lock.close();
        assertThatThrownBy(() -> FolderLock.take(folder)).isInstanceOf(IOException.class);
        again.close();
        assertThat(folder.resolve("lock")).isEmptyFile();
    }

    @Test
    void refusesAnotherProcessEvenAfterASecondAttemptHere() throws Exception {
        try (FolderLock lock = FolderLock.take(folder)) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> FolderLock.take(folder)).isInstanceOf(IOException.class);
            Process other = owner();
            try {
                assertThat(firstLine(other))
                        .isEqualTo(folder + ": is in use by process "
                                + ProcessHandle.current().pid()
                                + "; wait until it ends, or choose another folder with --out");
            } finally {
                other.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void namesALivingOwnerAndTakesOverADeadOne() throws Exception {
        Process other = owner();
        try {
            assertThat(firstLine(other)).startsWith("taken");
            assertThatThrownBy(() -> FolderLock.take(folder))
                    .hasMessageContaining("is in use by process " + other.pid() + ";");
        } finally {
            other.destroyForcibly().waitFor();
        }
        FolderLock.take(folder).close();
    }

    @Test
    void saysWhenTheFolderIsMissingAndFollowsNoLink() throws IOException {
        assertThatThrownBy(() -> FolderLock.take(folder.resolve("no")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no: could not be locked: there is no such file or folder");
        Path outside = Files.writeString(folder.resolve("outside"), "keep");
        Path run = Files.createDirectory(folder.resolve("run"));
        Files.createSymbolicLink(run.resolve("lock"), outside);
        assertThatThrownBy(() -> FolderLock.take(run)).isInstanceOf(IOException.class);
        assertThat(outside).hasContent("keep");
    }
}
