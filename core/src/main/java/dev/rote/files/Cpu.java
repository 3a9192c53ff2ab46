package dev.rote.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The processor of this machine.
 *
 * @param model its name as the operating system tells it, else its architecture
 * @param cores logical processors that this process may use, at least 1
 * @param features of {@code fma avx2 avx512f avx512_bf16 amx_bf16} those it has; empty where the system does not tell
 */
public record Cpu(String model, int cores, List<String> features) {

    /** Instruction sets by which libtorch and OpenBLAS choose their kernels. */
    private static final Set<String> TOLD = Set.of("fma", "avx2", "avx512f", "avx512_bf16", "amx_bf16");

    /** The processor that this runs on. */
    public static Cpu here() {
        int cores = Runtime.getRuntime().availableProcessors();
        try {
            return parse(Files.readAllLines(Path.of("/proc/cpuinfo")), cores);
        } catch (IOException e) {
            return parse(List.of(), cores); // not Linux
        }
    }

    /** Reads the lines {@code model name : ...} and {@code flags : ...} of the first processor listed. */
    static Cpu parse(List<String> lines, int cores) {
        List<String> flags = Arrays.stream(field(lines, "flags").split(" "))
                .filter(TOLD::contains)
                .sorted()
                .toList();
        String model = field(lines, "model name");
        return new Cpu(model.isEmpty() ? System.getProperty("os.arch") : model, cores, flags);
    }

    private static String field(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.contains(":")
                        && line.substring(0, line.indexOf(':')).strip().equals(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("");
    }
}
