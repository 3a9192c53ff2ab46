package dev.rote.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.runs.Extension;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a user gets wrong is answered by one line that says what to do, and leaves nothing behind. */
class WrongUseTest {

    @TempDir
    Path folder;

    private static void refused(Call call, int status, String message) {
        assertThat(call).isEqualTo(new Call(status, "", "rote: " + message + System.lineSeparator()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense             | was 'nonsense', is not a command; rote --help shows how",
                "pape                 | was 'pape', is not a command; did you mean paper? rote --help shows how",
                "run                  | Missing required parameter: 'RECIPE.yaml'; rote run --help shows how",
                "run a b              | was 'b', is one argument too many, or unknown; rote run --help shows how",
                "run --wrong a        | was '--wrong', is one argument too many, or unknown; rote run --help shows how",
                "run a --workers 0    | --workers: was 0, must be from 1 to 1024; leave it out for one per core",
                "run a --workers x    | Invalid value for option '--workers': 'x' is not a whole number;"
                        + " rote run --help shows how",
                "run a --workers 99999999999 | Invalid value for option '--workers': '99999999999' is too large a number;"
                        + " rote run --help shows how",
                "run a --checkpoint-every x | Invalid value for option '--checkpoint-every': 'x' is not a number;"
                        + " rote run --help shows how",
                "run a --checkpoint-every -1 | --checkpoint-every: was -1.0, must be at least 0;"
                        + " leave it out for 60 seconds",
                "explain a --format xml | Invalid value for option '--format': expected one of [text, json]"
                        + " but was 'xml'; rote explain --help shows how",
                "paper a --scale huge | Invalid value for option '--scale': expected one of [smoke, desk, paper]"
                        + " but was 'huge'; rote paper --help shows how",
                "list things          | Invalid value for positional parameter at index 0 (WHAT): expected one of"
                        + " [methods, losses, nets, measures, scores, noise, data, preparations, augmentations,"
                        + " optimizers, schedules] but was 'things'; rote list --help shows how",
                "run none.yaml        | none.yaml: there is no such file; check the path",
                "sweep none.yaml      | none.yaml: there is no such file; check the path",
                "explain none.yaml    | none.yaml: there is no such file; check the path",
                "resume none          | none: must be a run folder, has no recipe.yaml;"
                        + " start one with: rote run RECIPE.yaml",
                "report none          | none: must be a run folder or hold some;"
                        + " start a run with: rote run RECIPE.yaml",
                "list nets --with none.jar | none.jar: must be a jar that can be read; check the path after --with"
            })
    void wrongCalls(String call, String message) {
        refused(Call.rote((Object[]) call.strip().split(" +")), Main.WRONG_USE, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "net: {kind: two-layer, widht: 5} | 1: net.widht: is not a known key; did you mean width?"
                        + " the keys here are kind, width, activation, dropout, batch_norm",
                "net: {kind: tow-layer}           | 1: net.kind: was \"tow-layer\", is not a known kind;"
                        + " did you mean two-layer? choose one of analytic-two-layer, cnn-7, cnn-9, mlp, preact-resnet-18,"
                        + " resnet-18, small-cnn, torchscript, transformer, twins, two-layer, vgg-11",
                "steps: many                      | 1: steps: was \"many\", must be a whole number",
                "steps: -1                        | 1: steps: was -1, must be at least 0",
                "batch_size: -1                   | 1: batch_size: was -1,"
                        + " must be at least 0 (0 is the whole train part)",
                "lanes: 0                         | 1: lanes: was 0, must be from 1 to 256",
                "dtype: int64                     | 1: dtype: was int64, must be float32 or float64",
                "name: ../x                       | 1: name: was '../x',"
                        + " must be letters, digits, dots, hyphens and underscores, at most 100",
                "data: {kind: modular-arithmetic, p: 1} | 1: data.p: was 1, must be from 2 to 4096",
                "data: {kind: modular-arithmetic, fraction: -0.1}" + " | 1: data.fraction: was -0.1, must be in (0, 1]",
                "noise: [{kind: symmetric, fraction: -0.1}]" + " | 1: noise[0].fraction: was -0.1, must be in [0, 1]",
                "noise: [{kind: symmetric, fraction: 1.5}]" + " | 1: noise[0].fraction: was 1.5, must be in [0, 1]",
                "net: {kind: two-layer, dropout: 1} | 1: net.dropout: was 1.0, must be in [0, 1)",
                "net: &a {kind: two-layer}        | 1: net: was &a, anchors are not allowed; remove it",
                "net: !!java.net.URL [x]          | 1: net: was !!java.net.URL, tags are not allowed; remove it"
            })
    void wrongRecipes(String yaml, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.yaml"), yaml + "\n");
        Path out = folder.resolve("out");
        refused(Call.rote("run", file, "--out", out), Main.WRONG_USE, file + ":" + message);
        refused(Call.rote("explain", file), Main.WRONG_USE, file + ":" + message);
        assertThat(out).doesNotExist();
    }

    @Test
    void aSweepIsNoRecipe() throws IOException {
        Path file = Files.writeString(folder.resolve("sweep.yaml"), "name: s\naxes: {seed: [0, 1]}\n");
        refused(
                Call.rote("run", file),
                Main.WRONG_USE,
                file + ":2: axes: is a key of a sweep, not of a recipe; carry it out with: rote sweep " + file);
    }

    @Test
    void whatCannotBeCombinedIsRefusedInWords() throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.yaml"), "methods: [mixup, jocor]\n");
        refused(
                Call.rote("explain", file),
                Main.WRONG_USE,
                file + ": methods[1]: trains two nets side by side; write net: {kind: twins, net: ...}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "axes: {seed: 3}          | 1: axes.seed: must be a list of values; write [0, 1, 2]",
                "axes: {net.widht: [3]}   | 1: net.widht: there is no such field; did you mean width?",
                "axes: {steps: [-1]}      | steps: was -1, must be at least 0",
                "axis: {seed: [1]}        | 1: axis: is not a key of a sweep; use name, recipe, arms and axes",
                "recipe: {steps: 1}       | axes: must map fields of the recipe to lists of values;"
                        + " for example seed: [0, 1, 2]"
            })
    void wrongSweeps(String yaml, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.yaml"), yaml + "\n");
        Path out = folder.resolve("out");
        Call call = Call.rote("sweep", file, "--out", out);
        assertThat(call.status()).isEqualTo(Main.WRONG_USE);
        assertThat(call.out()).isEmpty();
        assertThat(call.error()).startsWith("rote: " + file).contains(message).hasLineCount(1);
        assertThat(out).doesNotExist();
    }

    @Test
    void papersAreNamed() {
        String ids = String.join(
                ", ",
                Catalog.papers().stream().map(paper -> paper.citation().id()).toList());
        refused(
                Call.rote("paper", "nonsense"),
                Main.WRONG_USE,
                "was 'nonsense', is not the id of a paper; choose one of " + ids);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0"})
    void seedsAreCounted(String seeds) {
        for (var paper : Catalog.papers()) {
            refused(
                    Call.rote("paper", paper.citation().id(), "--seeds", seeds),
                    Main.WRONG_USE,
                    "--seeds: was " + seeds + ", must be at least 1; leave it out for the paper's own choice");
        }
    }

    @Test
    void foldersAreNoRecipes() {
        refused(
                Call.rote("run", folder),
                Main.COULD_NOT_RUN,
                folder + ": the file cannot be read; check that it is a file and that you may read it");
    }

    @Test
    void halfWrittenRunsAreNamedAndOthersKept() throws IOException {
        Path torn = Files.createDirectory(folder.resolve("torn"));
        Files.writeString(torn.resolve("recipe.yaml"), "steps: 3\n");
        Call call = Call.rote("report", torn);
        assertThat(call.status()).isEqualTo(Main.COULD_NOT_RUN);
        assertThat(call.out()).isEmpty();
        assertThat(call.error())
                .isEqualTo("left out: " + torn + ": is not finished; take it up with: rote resume " + torn
                        + System.lineSeparator() + "rote: " + torn
                        + ": no run here can be read; see the lines above" + System.lineSeparator());
        assertThat(torn.resolve("report.html")).doesNotExist();
    }

    @Test
    void foldersOfOtherRecipesStayAsTheyAre() throws IOException {
        Path run = Files.createDirectory(folder.resolve("run"));
        Files.writeString(run.resolve("recipe.yaml"), "steps: 3\n");
        Path other = Files.writeString(folder.resolve("other.yaml"), "steps: 4\n");
        refused(
                Call.rote("run", other, "--out", run),
                Main.WRONG_USE,
                run + ": holds a run of another recipe; choose another folder with --out");
        assertThat(run.resolve("recipe.yaml")).hasContent("steps: 3\n");
    }

    @Test
    void jarsWithoutExtensionOrWithABrokenOneAreRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jar"), "no jar at all");
        refused(
                Call.rote("list", "nets", "--with", text),
                Main.WRONG_USE,
                text + ": must declare an extension; name its class in META-INF/services/" + Extension.class.getName());
        Path broken = folder.resolve("broken.jar");
        try (OutputStream bytes = Files.newOutputStream(broken);
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("META-INF/services/" + Extension.class.getName()));
            zip.write("no.such.Type\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        refused(
                Call.rote("list", "nets", "--with", broken),
                Main.WRONG_USE,
                broken + ": its extension cannot be loaded; rebuild it against this version of Rote");
    }

    @Test
    void tracesAreShownOnRequestOnly() throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.yaml"), "steps: -1\n");
        assertThat(Call.rote("--debug", "run", file).error()).contains("\tat dev.rote.");
        assertThat(Call.rote("run", "--debug", file).error()).contains("\tat dev.rote.");
    }

    @Test
    void deepNestingIsCut() throws IOException {
        Path file = Files.writeString(folder.resolve("bomb.yaml"), "a: " + "[".repeat(4000) + "]".repeat(4000) + "\n");
        Call call = Call.rote("run", file);
        assertThat(call.status()).isEqualTo(Main.WRONG_USE);
        assertThat(call.error())
                .hasLineCount(1)
                .contains("mappings and lists may stand at most 32 deep inside each other");
    }
}
