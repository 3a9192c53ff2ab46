package dev.rote.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.data.ModularArithmetic;
import dev.rote.data.Operation;
import dev.rote.losses.Mse;
import dev.rote.methods.Mixup;
import dev.rote.methods.Sam;
import dev.rote.nets.Activation;
import dev.rote.nets.Model;
import dev.rote.nets.TwoLayer;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Ten times the steps take no more memory. */
class NativeMemoryTest {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int SHORT = 300;
    private static final int LONG = 3000;

    /**
     * A process of its own, whose Java heap is in memory from the start and cannot grow: what grows is native.
     *
     * <p>Prints the resident memory in kilobytes after the short and after the long stretch.
     */
    static final class Trainings {
        public static void main(String[] arguments) throws IOException {
            try (Scope scope = Scope.open();
                    Workers workers = new Workers(2);
                    Loop hand = loop(workers, 0, true, List.of(new Sam(0.05, 30)));
                    Loop automatic = loop(workers, 60, false, List.of(new Mixup()))) {
                steps(hand, automatic, SHORT);
                System.out.println(resident());
                steps(hand, automatic, LONG);
                System.out.println(resident());
            }
        }
    }

    private static Loop loop(Workers workers, int batchSize, boolean hand, List<Method> methods) {
        var parts = new ModularArithmetic(17, Operation.ADD, 0.7).open(new Seeds(3));
        Model model = new TwoLayer(24, Activation.SQUARE, 0.2, false)
                .build(parts.get("train").inputs(), 17, Place.FLOAT32, new Seeds(7));
        Settings settings = new Settings(
                new Mse(), methods, List.of(), new AdamW(), new Constant(), SHORT + LONG + 1, batchSize, 8, hand);
        return new Loop(model, parts, settings, new Seeds(5), workers, Recorder.NONE);
    }

    private static void steps(Loop hand, Loop automatic, int count) {
        hand.step();
        automatic.step();
        long live = Tensor.live();
        for (int i = 1; i < count; i++) {
            hand.step();
            automatic.step();
            if (Tensor.live() != live) {
                throw new AssertionError("step " + i + " left " + (Tensor.live() - live) + " tensors behind");
            }
        }
    }

    private static long resident() throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void staysFlat() throws Exception {
        if (!Files.exists(STATUS)) {
            System.err.println("left out: resident memory is read from /proc/self/status, which only Linux has");
        }
        Assumptions.assumeTrue(
                Files.exists(STATUS), "resident memory is read from /proc/self/status, which only Linux has");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms96m",
                        "-Xmx96m",
                        "-XX:+AlwaysPreTouch",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Trainings.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Long> resident = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(Long::valueOf)
                .toList();
        assertThat(process.waitFor()).isZero();
        System.out.println("resident kilobytes after " + SHORT + " and " + LONG + " more steps: " + resident);
        assertThat(resident).hasSize(2);
        assertThat(resident.get(1)).isLessThan(resident.get(0) * 105 / 100);
    }
}
