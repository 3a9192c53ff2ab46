package dev.rote.tensor;

import java.io.IOException;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.global.torch;

/**
 * Starts libtorch once for the process and says what was started.
 *
 * <p>Library threads are set to one: parallel work is done by {@link Workers}, because two library pools (OpenMP and
 * OpenBLAS) spin against each other and are slower than one thread each. JavaCPP's garbage collection of native
 * pointers is switched off: {@link Scope} frees tensors at a known moment, and a leak shows up in a test instead of
 * being swept away late.
 */
public final class Engine {

    static {
        System.setProperty("org.bytedeco.javacpp.nopointergc", "true");
        System.setProperty("org.bytedeco.javacpp.maxBytes", "0");
        System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        prepareThread();
    }

    private Engine() {}

    /** Loads libtorch when it is not yet loaded; costs seconds the first time in a process. */
    public static void start() {
        // Calling any static method runs the initialiser above.
    }

    /**
     * Prepares the calling thread for work: its share of the library pools is one thread, and results below 1.2e-38 become
     * zero. With weight decay, unused weights and their averages end there, at numbers that arithmetic never takes to zero and
     * on which it is many times slower. The same holds for Java's own arithmetic on this thread.
     */
    static void prepareThread() {
        Context.setFlushDenormal(true);
        torch.set_num_threads(1);
        openblas.blas_set_num_threads(1);
    }

    /** Version of libtorch and of its Java binding, such as {@code 2.10.0-1.5.13}; answers without loading libtorch. */
    public static String version() {
        try {
            return Loader.getVersion("org.bytedeco", "pytorch");
        } catch (IOException e) {
            return "unknown";
        }
    }

    /** The CPU instructions that libtorch will use, such as {@code AVX512}. */
    public static String cpuCapability() {
        try (var name = torch.get_cpu_capability()) {
            return name.getString();
        }
    }

    /** How this libtorch was built, several lines. */
    public static String buildInformation() {
        try (var text = torch.show_config()) {
            return text.getString();
        }
    }

    /** True when this build of libtorch can use a CUDA device that is present. */
    public static boolean cuda() {
        return torch.hasCUDA();
    }
}
