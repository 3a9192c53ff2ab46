package dev.rote.app;

import dev.rote.app.report.AuditReport;
import dev.rote.audit.Findings;
import dev.rote.audit.files.IssuesFile;
import dev.rote.audit.files.Origin;
import dev.rote.audit.files.SummaryFile;
import dev.rote.files.AtomicFile;
import dev.rote.files.Disk;
import dev.rote.yaml.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where an audit is written: all of its files or none, never over the data, and never over what a person decided. */
final class AuditFolder {

    private static final String ISSUES = "issues.csv";
    private static final String PARQUET = "issues.parquet";
    private static final String PLAN = "plan.yaml";
    private static final String SUMMARY = "summary.json";
    private static final String REPORT = "report.html";

    private static final List<String> FILES = List.of(ISSUES, PARQUET, PLAN, SUMMARY, REPORT);

    private final Path root;

    private AuditFolder(Path root) {
        this.root = root;
    }

    /**
     * Looks whether an audit may be written there; makes nothing yet.
     *
     * @param data files and folders that are audited
     * @throws Problem naming what is in the way
     */
    static AuditFolder at(Path root, List<Path> data) throws IOException {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw refused(root, "is a file, must be a folder");
        }
        for (String name : FILES) {
            if (Files.isDirectory(root.resolve(name))) {
                throw refused(root, "has a folder in the place of " + name);
            }
        }
        for (Path one : data) {
            if (Files.isDirectory(one) && real(root).startsWith(one.toRealPath())) {
                throw refused(root, "lies in the audited data, which are never touched");
            }
            for (String name : FILES) {
                Path written = root.resolve(name);
                if (Files.exists(written) && Files.exists(one) && Files.isSameFile(written, one)) {
                    throw refused(root, "would replace the audited data, " + name);
                }
            }
        }
        requireOurs(root.resolve(ISSUES));
        return new AuditFolder(root);
    }

    private static Problem refused(Path root, String rule) {
        return Problem.wrongUse(rule, "choose another with --out").in(root.toString());
    }

    /** The folder without links, although some of it may not be there yet. */
    private static Path real(Path root) throws IOException {
        Path there = root.toAbsolutePath().normalize();
        Path rest = Path.of("");
        while (!Files.exists(there) && there.getParent() != null) {
            rest = there.getFileName().resolve(rest);
            there = there.getParent();
        }
        return there.toRealPath().resolve(rest).normalize();
    }

    /** An audit may be replaced by another one; a review, and a file that is no audit's, may not. */
    private static void requireOurs(Path issues) throws IOException {
        if (!Files.isRegularFile(issues)) {
            return;
        }
        String first;
        try (BufferedReader lines = Files.newBufferedReader(issues, StandardCharsets.ISO_8859_1)) {
            first = String.valueOf(lines.readLine());
        }
        if (!first.matches("row,(id,)?given_label,suggested_label,label_quality,is_issue(,.*)?")) {
            throw Problem.wrongUse("is not as an audit wrote it, and is not replaced", "move it away, or use --out")
                    .in(issues.toString());
        }
        if (List.of(first.split(",")).contains("action")) {
            throw Problem.wrongUse("holds what somebody decided, and is not replaced", "move it away, or use --out")
                    .in(issues.toString());
        }
    }

    /** Makes the folder, and writes what is planned. */
    void plan(String text) throws IOException {
        Disk.createFolder(root);
        AtomicFile.write(root.resolve(PLAN), text);
    }

    Path report() {
        return root.resolve(REPORT);
    }

    Path summary() {
        return root.resolve(SUMMARY);
    }

    /**
     * Writes what was found; until all of it is on the disk, files of an earlier audit stay as they were.
     *
     * @param how the labels were judged; empty when the level tells
     */
    void write(Findings findings, Optional<Origin> origin, Optional<String> how, boolean redact, boolean parquet)
            throws IOException {
        Disk.createFolder(root);
        Path part = root.resolve(".unfinished");
        List<String> written = new ArrayList<>(List.of(ISSUES, SUMMARY, REPORT));
        try {
            Disk.createFolder(part);
            IssuesFile.writeCsv(findings, part.resolve(ISSUES));
            if (parquet) {
                written.add(PARQUET);
                IssuesFile.writeParquet(findings, part.resolve(PARQUET));
            }
            SummaryFile.write(findings, origin, summary(), part.resolve(SUMMARY));
            if (how.isEmpty()) {
                AuditReport.write(findings, redact, part.resolve(REPORT));
            } else {
                AuditReport.write(findings, how.get(), redact, part.resolve(REPORT));
            }
            for (String name : written) {
                move(part.resolve(name), root.resolve(name));
            }
            if (!parquet) {
                Files.deleteIfExists(root.resolve(PARQUET)); // of an earlier audit
            }
        } finally {
            remove(part);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Disk.explain(to, "written", e);
        }
    }

    private static void remove(Path part) throws IOException {
        if (Files.isDirectory(part)) {
            for (String name : FILES) {
                Files.deleteIfExists(part.resolve(name));
                Files.deleteIfExists(part.resolve(name + ".tmp"));
            }
            Files.deleteIfExists(part);
        }
    }
}
