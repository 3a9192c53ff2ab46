package dev.rote.app;

import dev.rote.app.report.AuditReport;
import dev.rote.audit.Auditor;
import dev.rote.audit.Findings;
import dev.rote.audit.GivenProbabilities;
import dev.rote.audit.Level;
import dev.rote.audit.Plan;
import dev.rote.audit.features.Columns;
import dev.rote.audit.features.ImageInput;
import dev.rote.audit.features.Input;
import dev.rote.audit.features.Inputs;
import dev.rote.audit.files.Origin;
import dev.rote.audit.files.SummaryFile;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Workers;
import dev.rote.yaml.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds wrong labels in somebody's data. */
@Command(
        name = "audit",
        description =
                "Says which labels of your data are wrong, how noisy they are, and what a model merely memorises.",
        mixinStandardHelpOptions = true,
        subcommands = AuditApplyCommand.class,
        footer = {
            "",
            "Examples:",
            "  rote audit people.csv --label income",
            "  rote audit reviews.tsv --label stars --text body",
            "  rote audit photos/",
            "  rote audit --labels labels.npy --probs probs.npy",
            "  rote audit apply runs/audit-people/issues.csv",
            "",
            "Exit status: 0 done, 1 more wrong labels than --fail-above, 2 wrong use, 3 could not run."
        })
final class AuditCommand implements Callable<Integer> {

    private static final int SHOWN = 10;

    @Parameters(
            arity = "0..1",
            paramLabel = "DATA",
            description = "CSV, TSV, JSON lines or Parquet; a folder of folders of pictures; idx, CIFAR or npz files.")
    @Nullable
    Path data;

    @Option(names = "--label", paramLabel = "COL", description = "The column of the labels of a table.")
    @Nullable
    String label;

    @Option(names = "--text", paramLabel = "COL", description = "A column of texts: learn from them alone.")
    @Nullable
    String text;

    @Option(
            names = "--id",
            paramLabel = "COL",
            description = "A column that is copied to the output, never learned from.")
    @Nullable
    String id;

    @Option(names = "--exclude", paramLabel = "COL", split = ",", description = "Columns that are not learned from.")
    List<String> exclude = new ArrayList<>();

    @Option(
            names = "--group",
            paramLabel = "COL",
            description = "Rows that agree in this column never judge one another.")
    @Nullable
    String group;

    @Option(names = "--encoding", paramLabel = "NAME", description = "Of text files (default: utf-8).")
    @Nullable
    String encoding;

    @Option(names = "--labels", paramLabel = "NPY", description = "Labels 0 to K - 1, [N]; goes with --probs.")
    @Nullable
    Path labels;

    @Option(
            names = "--probs",
            paramLabel = "NPY",
            description = "Out-of-sample probabilities [N, K] of your own model; goes with --labels.")
    @Nullable
    Path probs;

    @Option(names = "--quick", description = "Two small nets and trees: a fifth of the time, a little less sure.")
    boolean quick;

    @Option(
            names = "--full",
            description = "Also what is memorised and why, duplicates, planted noise, and which remedy helps.")
    boolean full;

    @Option(names = "--minutes", paramLabel = "M", description = "Plan for about so much time.")
    @Nullable
    Double minutes;

    @Option(
            names = "--plan",
            paramLabel = "YAML",
            description = "Replays the plan.yaml of another audit of these data.")
    @Nullable
    Path plan;

    @Option(names = "--seed", paramLabel = "N", description = "What every draw follows from (default: 0).")
    @Nullable
    Long seed;

    @Option(
            names = "--fail-above",
            paramLabel = "SHARE",
            description = "Exit with 1 when more labels than this share are estimated to be wrong.")
    @Nullable
    Double failAbove;

    @Option(names = "--redact", description = "Write no values of the data into report, files and messages.")
    boolean redact;

    @Option(names = "--parquet", description = "Write issues.parquet, too.")
    boolean parquet;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write (default: runs/audit-NAME).")
    @Nullable
    Path out;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "How many threads work (default: one per core). Results do not depend on it.")
    int workers = Runtime.getRuntime().availableProcessors();

    @Mixin
    Output output;

    @Override
    public Integer call() throws IOException {
        if (!redact) {
            return carryOut();
        }
        try {
            return carryOut();
        } catch (Problem problem) {
            throw problem.withoutValue();
        } catch (RuntimeException error) { // not foreseen: nobody knows what its message quotes
            throw Problem.couldNotRun(
                    "an error inside of Rote, " + error.getClass().getSimpleName(), "without --redact it tells more");
        }
    }

    private int carryOut() throws IOException {
        check();
        if (probs != null && labels != null) {
            AuditFolder folder = AuditFolder.at(root(labels), List.of(labels, probs));
            Findings findings = GivenProbabilities.read(labels, probs);
            return tell(findings, Origin.labels(labels), Optional.of(AuditReport.GIVEN), folder);
        }
        Path source = data();
        AuditFolder folder = AuditFolder.at(root(source), List.of(source));
        Optional<Plan> replayed = Optional.ofNullable(plan).map(Plan::read);
        long start = replayed.map(Plan::seed).orElse(seed());
        Input input = Inputs.open(source.toString(), columns(), redact, new Seeds(start).of("features"));
        Plan planned = replayed.orElseGet(() -> Plan.of(level(), start, input, Optional.ofNullable(minutes)));
        Origin origin = ImageInput.is(source)
                ? Origin.labels(source)
                : Origin.table(source, String.valueOf(label), encoding(), "auto", true);
        folder.plan(planned.text());
        return tell(audit(input, planned), origin, Optional.empty(), folder);
    }

    private Findings audit(Input input, Plan planned) {
        output.aside().println(Auditor.words(input, planned));
        output.aside().flush();
        try (Progress progress = new Progress("audit", output.aside());
                Workers all = new Workers(workers)) {
            progress.expect(1);
            return Auditor.audit(input, planned, all, (what, share) -> progress.worked(share));
        }
    }

    private int tell(Findings found, Origin origin, Optional<String> how, AuditFolder folder) throws IOException {
        Findings findings = redact ? found.redacted() : found;
        folder.write(findings, Optional.of(origin), how, redact, parquet);
        if (output.json()) {
            output.json(SummaryFile.of(findings, Optional.of(origin), folder.summary()));
        }
        AuditWords.tell(findings, SHOWN, output.text());
        output.text().println("Report: " + folder.report());
        output.text().flush();
        boolean over = failAbove != null && findings.noise().value() > failAbove;
        return over ? Main.CLAIM_FAILED : Main.OK;
    }

    private void check() {
        if ((labels == null) != (probs == null)) {
            throw Problem.wrongUse("goes with " + (labels == null ? "--labels" : "--probs"), "name both files")
                    .field(labels == null ? "--probs" : "--labels");
        }
        if ((data == null) == (probs == null)) {
            throw Problem.wrongUse(
                    "needs either data or your own probabilities",
                    "name a file or folder, or --labels and --probs; rote audit --help shows examples");
        }
        if (quick && full) {
            throw Problem.wrongUse("cannot be --quick and --full at once", "leave one out");
        }
        if (probs != null) {
            none(forTables(), "has no meaning with --probs, where no table is read");
            none(forTraining(), "has no meaning with --probs, where nothing is trained");
            none(given("--plan", plan), "has no meaning with --probs, where nothing is trained");
        } else if (ImageInput.is(data())) {
            none(
                    forTables(),
                    "is for tables; pictures have no columns, and their classes are the folders or stand in the file");
        }
        if (plan != null) {
            none(forTraining(), "is fixed by the plan that --plan replays");
        }
        Encodings.require(encoding());
        if (workers < 1 || workers > 1024) {
            throw Problem.wrongUse("must be from 1 to 1024", "leave it out for one per core")
                    .field("--workers")
                    .was(Integer.toString(workers));
        }
        if (failAbove != null && !(failAbove >= 0 && failAbove <= 1)) {
            throw Problem.wrongUse("must be a share in [0, 1]", "0.05 stands for 5 %")
                    .field("--fail-above")
                    .was(Double.toString(failAbove));
        }
        if (minutes != null && !(minutes > 0 && minutes < 100_000)) {
            throw Problem.wrongUse("must be above 0 and below 100000", "leave it out for the usual plan")
                    .field("--minutes")
                    .was(Double.toString(minutes));
        }
    }

    private static Stream<String> given(String option, @Nullable Object value) {
        return value == null ? Stream.empty() : Stream.of(option);
    }

    private Stream<String> forTables() {
        return Stream.of(
                        given("--label", label),
                        given("--text", text),
                        given("--id", id),
                        given("--exclude", exclude.isEmpty() ? null : exclude),
                        given("--group", group),
                        given("--encoding", encoding))
                .flatMap(option -> option);
    }

    private Stream<String> forTraining() {
        return Stream.of(
                        quick ? Stream.of("--quick") : Stream.<String>empty(),
                        full ? Stream.of("--full") : Stream.<String>empty(),
                        given("--minutes", minutes),
                        given("--seed", seed))
                .flatMap(option -> option);
    }

    /** Throws when there is any: an option that is passed over would promise what nobody does. */
    private static void none(Stream<String> options, String rule) {
        List<String> named = options.toList();
        if (!named.isEmpty()) {
            throw Problem.wrongUse(rule, "leave it out").field(String.join(", ", named));
        }
    }

    private Path data() {
        if (data == null) {
            throw new IllegalStateException("checked before");
        }
        return data;
    }

    private long seed() {
        return seed == null ? 0 : seed;
    }

    private String encoding() {
        return encoding == null ? "utf-8" : encoding;
    }

    private Level level() {
        if (quick) {
            return Level.QUICK;
        }
        return full ? Level.FULL : Level.DEFAULT;
    }

    private Optional<Columns> columns() {
        return Optional.ofNullable(label)
                .map(column -> new Columns(
                        column,
                        Optional.ofNullable(text),
                        Optional.ofNullable(id),
                        exclude,
                        Optional.ofNullable(group),
                        encoding(),
                        redact));
    }

    private Path root(Path source) {
        if (out != null) {
            return out;
        }
        String name = String.valueOf(source.toAbsolutePath().normalize().getFileName())
                .replaceFirst("(\\.[A-Za-z0-9]{1,8}){1,2}$", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]+", "-");
        return Path.of("runs", "audit-" + (name.isEmpty() ? "data" : name));
    }
}
