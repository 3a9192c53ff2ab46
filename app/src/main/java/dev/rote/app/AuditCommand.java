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
import dev.rote.audit.features.TableInput;
import dev.rote.audit.features.TextInput;
import dev.rote.audit.files.IssuesFile;
import dev.rote.audit.files.Origin;
import dev.rote.audit.files.SummaryFile;
import dev.rote.files.AtomicFile;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Workers;
import dev.rote.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
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
    String encoding = "utf-8";

    @Option(names = "--labels", paramLabel = "NPY", description = "Labels 0 to K - 1, [N]; goes with --probs.")
    @Nullable
    Path labels;

    @Option(
            names = "--probs",
            paramLabel = "NPY",
            description = "Out-of-sample probabilities [N, K] of your own model; goes with --labels.")
    @Nullable
    Path probs;

    @Option(names = "--quick", description = "One training run: seconds instead of minutes, less sure.")
    boolean quick;

    @Option(
            names = "--full",
            description = "Also what is memorised and why, duplicates, planted noise, and which remedy helps.")
    boolean full;

    @Option(names = "--minutes", paramLabel = "M", description = "Plan for about so much time.")
    @Nullable
    Double minutes;

    @Option(names = "--plan", paramLabel = "YAML", description = "Replays the plan.yaml of another audit.")
    @Nullable
    Path plan;

    @Option(names = "--seed", paramLabel = "N", description = "What every draw follows from (default: 0).")
    long seed;

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
        try {
            return carryOut();
        } catch (Problem problem) {
            throw redact ? problem.withoutValue() : problem;
        }
    }

    private int carryOut() throws IOException {
        check();
        Findings findings;
        Path root;
        Optional<Origin> origin;
        if (probs != null && labels != null) {
            findings = GivenProbabilities.read(labels, probs);
            root = folder(labels);
            origin = Optional.of(Origin.labels(labels));
            Files.createDirectories(root);
        } else {
            Path source = data();
            Optional<Plan> replayed = Optional.ofNullable(plan).map(Plan::read);
            Input input = open(source, replayed.map(Plan::seed).orElse(seed));
            Plan planned = replayed.orElseGet(() -> Plan.of(level(), seed, input, minutes()));
            root = folder(source);
            origin = origin(source);
            Files.createDirectories(root);
            AtomicFile.write(root.resolve("plan.yaml"), planned.text());
            findings = audit(input, planned);
        }
        return tell(redact ? findings.redacted() : findings, origin, root);
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

    private int tell(Findings findings, Optional<Origin> origin, Path root) throws IOException {
        IssuesFile.writeCsv(findings, root.resolve("issues.csv"));
        if (parquet) {
            IssuesFile.writeParquet(findings, root.resolve("issues.parquet"));
        }
        Path summary = root.resolve("summary.json");
        SummaryFile.write(findings, origin, summary);
        Path report = root.resolve("report.html");
        if (probs == null) {
            AuditReport.write(findings, redact, report);
        } else {
            AuditReport.write(findings, AuditReport.GIVEN, redact, report);
        }
        if (output.json()) {
            output.json(SummaryFile.of(findings, origin, summary));
        }
        AuditWords.tell(findings, SHOWN, output.text());
        output.text().println("Report: " + report);
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
            throw Problem.wrongUse("must be above 0", "leave it out for the usual plan")
                    .field("--minutes")
                    .was(Double.toString(minutes));
        }
    }

    private Path data() {
        if (data == null) {
            throw new IllegalStateException("checked before");
        }
        return data;
    }

    private Optional<Double> minutes() {
        return Optional.ofNullable(minutes);
    }

    private Level level() {
        if (quick) {
            return Level.QUICK;
        }
        return full ? Level.FULL : Level.DEFAULT;
    }

    private Input open(Path source, long from) {
        Seeds seeds = new Seeds(from).of("features");
        if (ImageInput.is(source)) {
            return ImageInput.read(source, seeds);
        }
        String file = source.toString();
        return text == null ? TableInput.read(file, columns(), seeds) : TextInput.read(file, columns(), seeds);
    }

    private Columns columns() {
        if (label == null) {
            throw Problem.wrongUse("is needed for a table", "name the column of the labels")
                    .field("--label");
        }
        return new Columns(
                label,
                Optional.ofNullable(text),
                Optional.ofNullable(id),
                exclude,
                Optional.ofNullable(group),
                encoding,
                redact);
    }

    private Optional<Origin> origin(Path source) throws IOException {
        return Optional.of(
                ImageInput.is(source)
                        ? Origin.labels(source)
                        : Origin.table(source, String.valueOf(label), encoding, "auto", true));
    }

    private Path folder(Path source) {
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
