package dev.rote.app.report;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A headless Chromium that shows local files and tells what became of them. */
record Browser(Path program) {

    static final String ABSENT = "LEFT OUT: no chromium on the PATH, so no report was looked at in a browser."
            + " On Debian: apt-get install chromium";

    /** What the page's tree became, and what it wrote on the console. */
    record Seen(String dom, String console) {}

    static Optional<Browser> find() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Browser::new);
    }

    /** Shows a file until its scripts rest, in virtual time; fresh profile in {@code folder}. */
    Seen show(Path page, Path folder, String... options) throws IOException, InterruptedException {
        Path dom = Files.createTempFile(folder, "dom", ".html");
        Path log = Files.createTempFile(folder, "log", ".txt");
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--enable-logging=stderr",
                "--allow-file-access-from-files",
                "--user-data-dir=" + Files.createTempDirectory(folder, "profile"),
                "--virtual-time-budget=10000"));
        command.addAll(List.of(options));
        command.add(page.toUri().toString());
        Process process = new ProcessBuilder(command)
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("the browser did not come to rest: " + Files.readString(log));
        }
        return new Seen(Files.readString(dom), console(log));
    }

    private static String console(Path log) throws IOException {
        return Files.readString(log)
                .lines()
                .filter(line -> line.contains(":CONSOLE"))
                .collect(Collectors.joining("\n"));
    }
}
