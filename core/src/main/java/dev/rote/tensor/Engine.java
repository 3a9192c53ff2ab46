package dev.rote.tensor;

import java.io.IOException;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
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
    }

    /** Initialised once, at the first use: the virtual machine sees to it. */
    private static final class Started {
        static {
            singleThreaded();
        }

        static void now() {
            // Calling any static method runs the initialiser above.
        }
    }

    private Engine() {}

    /** Loads libtorch when it is not yet loaded; costs seconds the first time in a process. */
    public static void start() {
        Started.now();
    }

    /** Sets the calling thread's share of the library pools to one thread. */
    static void singleThreaded() {
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

    /** True when this build of libtorch can use a CUDA device that is present. */
    public static boolean cuda() {
        return torch.hasCUDA();
    }
}
