package dev.rote.sentences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NativesTest {

    /** A process that encodes a text, and ends with or without cleaning up. */
    static final class Ending {
        public static void main(String[] arguments) {
            try (SentenceEncoder encoder = new SentenceEncoder()) {
                int status = encoder.encode("text").length == SentenceEncoder.WIDTH ? 7 : 1;
                if (arguments[0].equals("killed")) {
                    Runtime.getRuntime().halt(status);
                }
                System.exit(status);
            }
        }
    }

    private static List<Path> left(String how, Path temporary) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Ending.class.getName(),
                        how)
                .inheritIO()
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(7);
        try (Stream<Path> left = Files.walk(temporary)) {
            return left.skip(1).toList();
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows deletes no library that is in use")
    void nothingIsLeftBehind(@TempDir Path temporary) throws Exception {
        assertThat(left("ends", temporary)).isEmpty();
        assertThat(left("killed", temporary)).noneMatch(Files::isRegularFile);
    }

    @Test
    void aPlatformWithoutNativeCodeIsNamed() {
        assertThatThrownBy(() -> Natives.extract("Linux", "riscv64"))
                .isInstanceOf(UnsatisfiedLinkError.class)
                .hasMessageStartingWith("ONNX Runtime has no /ai/onnxruntime/native/linux-riscv64/");
    }
}
