package dev.rote.sentences;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Loads ONNX Runtime, without telemetry, and leaves no file behind: left to itself it leaves an empty folder at every start, and its libraries, 16 MB, where the
 * process is killed (then now the empty folder). Only Windows, which deletes no library that is in use, keeps them in the temporary folder.
 */
final class Natives {

    private static final String FOLDER = "onnxruntime.native.path";

    private Natives() {}

    /**
     * The one environment of this process.
     *
     * @throws LinkageError where there is no native code for this platform
     */
    static OrtEnvironment runtime() {
        return Loaded.RUNTIME;
    }

    private static final class Loaded {
        private static final OrtEnvironment RUNTIME = load();
    }

    private static OrtEnvironment load() {
        if (System.getProperty(FOLDER) != null) { // somebody has libraries of their own
            return started();
        }
        Path folder = extract(System.getProperty("os.name"), System.getProperty("os.arch"));
        System.setProperty(FOLDER, folder.toString());
        try {
            return started();
        } finally {
            System.clearProperty(FOLDER);
            delete(folder);
        }
    }

    private static OrtEnvironment started() {
        OrtEnvironment runtime = OrtEnvironment.getEnvironment();
        try {
            runtime.setTelemetry(false);
        } catch (OrtException e) {
            throw new IllegalStateException("telemetry cannot be turned off: " + e.getMessage(), e);
        }
        return runtime;
    }

    /** A new folder with the libraries for a platform, as {@code os.name} and {@code os.arch} name it. */
    static Path extract(String os, String arch) {
        String name = os.toLowerCase(Locale.ROOT);
        String system = name.contains("mac") ? "osx" : name.contains("win") ? "win" : "linux";
        String resources =
                "/ai/onnxruntime/native/" + system + "-" + (arch.matches("amd64|x86_64") ? "x64" : arch) + "/";
        Path folder;
        try {
            folder = Files.createTempDirectory("rote-onnxruntime");
        } catch (IOException e) {
            throw new UnsatisfiedLinkError("nothing can be written to the temporary folder: " + e.getMessage());
        }
        try {
            for (String library : List.of("onnxruntime", "onnxruntime4j_jni")) {
                copy(resources, System.mapLibraryName(library), folder);
            }
            return folder;
        } catch (IOException e) {
            delete(folder);
            throw new UnsatisfiedLinkError(e.getMessage());
        }
    }

    private static void copy(String resources, String file, Path folder) throws IOException {
        try (InputStream code = OrtEnvironment.class.getResourceAsStream(resources + file)) {
            if (code == null) {
                throw new IOException("ONNX Runtime has no " + resources + file);
            }
            Files.copy(code, folder.resolve(file));
        }
    }

    private static void delete(Path folder) {
        File[] files = folder.toFile().listFiles();
        for (File file : files == null ? new File[0] : files) {
            if (!file.delete()) {
                return;
            }
        }
        folder.toFile().delete();
    }
}
