package dev.rote.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about run folders: it names what is there, and its Python reads it. */
class RunFolderPageTest {

    private static final String PAGE = Repository.text("docs/run-folder.md");

    @TempDir
    Path folder;

    private void run() throws IOException {
        Path recipe = Files.writeString(folder.resolve("tiny.yaml"), CommandsTest.TINY);
        Call call = Call.rote("run", recipe, "--out", folder.resolve("runs/mine"), "--workers", 1);
        assertThat(call.status()).isEqualTo(Main.OK);
    }

    @Test
    void everyFileOfARunIsNamed() throws IOException {
        run();
        try (var files = Files.list(folder.resolve("runs/mine"))) {
            assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(PAGE).contains("`" + file.getFileName()));
        }
    }

    @Test
    void pandasReadsARun() throws IOException, InterruptedException {
        boolean pandas = python("import pandas") == 0;
        if (!pandas) {
            System.err.println("left out: the Python of docs/run-folder.md was not run, python3 has no pandas here");
        }
        assumeTrue(pandas, "python3 has no pandas here");
        run();
        assertThat(python(Repository.blocks(PAGE, "python").get(0)))
                .as(Files.readString(folder.resolve("output.txt")))
                .isZero();
        assertThat(folder.resolve("output.txt")).content().contains("accuracy.train", "generalising:");
    }

    private int python(String code) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("script.py"), code);
        try {
            Process process = new ProcessBuilder("python3", script.toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output.txt").toFile())
                    .start();
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            return process.exitValue();
        } catch (IOException e) {
            return 127; // no python3 at all
        }
    }
}
