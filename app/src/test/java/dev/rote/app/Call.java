package dev.rote.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One call of the command line and what came of it.
 *
 * @param status exit status
 * @param out what was written to standard output
 * @param error what was written to standard error
 */
record Call(int status, String out, String error) {

    /** In this process. */
    static Call rote(Object... arguments) {
        PrintStream out = System.out;
        PrintStream error = System.err;
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errorBytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(errorBytes, true, StandardCharsets.UTF_8));
        try {
            int status = Main.run(words(arguments).toArray(String[]::new));
            return new Call(
                    status, outBytes.toString(StandardCharsets.UTF_8), errorBytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(error);
        }
    }

    /** In a process of its own, which is told to name every class it loads on standard output. */
    static Call namingClasses(Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-verbose:class",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(words(arguments));
        Path out = Files.createTempFile("rote", ".out");
        Path error = Files.createTempFile("rote", ".err");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(error.toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("did not end: " + command);
            }
            return new Call(process.exitValue(), Files.readString(out), Files.readString(error));
        } finally {
            Files.delete(out);
            Files.delete(error);
        }
    }

    private static List<String> words(Object... arguments) {
        return List.of(arguments).stream().map(String::valueOf).toList();
    }
}
