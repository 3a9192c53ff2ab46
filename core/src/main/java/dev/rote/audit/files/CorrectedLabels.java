package dev.rote.audit.files;

import dev.rote.audit.files.Review.Action;
import dev.rote.audit.files.Review.Decision;
import dev.rote.data.tables.SeparatedRows;
import dev.rote.files.AtomicFile;
import dev.rote.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The corrected labels of arrays and pictures, as a table of their own; what they were is taken from what the audit wrote. */
final class CorrectedLabels {

    /**
     * An example as the audit wrote it down.
     *
     * @param id empty when the audit had none
     */
    private record Example(int row, String id, String label) {}

    private CorrectedLabels() {}

    static void write(Review review, SummaryFile.Head summary, Path issues, Path out) throws IOException {
        List<Example> examples = read(issues);
        MessageDigest digest = Fingerprints.sha256();
        examples.forEach(example -> Fingerprints.add(digest, example.row(), example.label()));
        if (!Fingerprints.hex(digest).equals(summary.labelsSha256())) {
            throw Problem.wrongUse(
                            "has other rows or given labels than the audit wrote",
                            "keep it as it was and save the reviewed file under another name; the same audit writes it again")
                    .in(issues.toString());
        }
        boolean ids = examples.stream().anyMatch(example -> !example.id().isEmpty());
        StringBuilder table = new StringBuilder(ids ? "row,id,label\n" : "row,label\n");
        Map<Integer, Example> known = examples.stream().collect(Collectors.toMap(Example::row, example -> example));
        review.decisions().keySet().stream()
                .filter(row -> !known.containsKey(row))
                .sorted()
                .findFirst()
                .ifPresent(row -> {
                    throw Problem.wrongUse("must be a row that was audited", "mend the row")
                            .in(
                                    review.file().toString(),
                                    review.decisions().get(row).line())
                            .field("row")
                            .was(String.valueOf(row));
                });
        for (Example example : examples) {
            Decision decision = review.at(example.row(), example.label())
                    .orElse(new Decision(example.label(), Action.NONE, example.label(), 0));
            if (decision.action() != Action.DROP) {
                table.append(example.row()).append(',');
                table.append(ids ? IssuesFile.cell(example.id()) + "," : "");
                table.append(IssuesFile.cell(decision.label())).append('\n');
            }
        }
        AtomicFile.write(out, table.toString());
    }

    private static List<Example> read(Path issues) throws IOException {
        if (!Files.exists(issues)) {
            throw Problem.wrongUse("is not there", "keep what the audit wrote beside its summary.json")
                    .in(issues.toString());
        }
        List<Example> examples = new ArrayList<>();
        try (SeparatedRows rows = SeparatedRows.open(issues, "utf-8")) {
            int row = rows.names().indexOf("row");
            int id = rows.names().indexOf("id");
            int given = rows.names().indexOf("given_label");
            while (row >= 0 && given >= 0 && rows.next()) {
                examples.add(new Example(
                        Integer.parseInt(rows.value(row)),
                        id < 0 ? "" : SpreadsheetText.restored(rows.value(id)),
                        SpreadsheetText.restored(rows.value(given))));
            }
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse("cannot be read: " + e.getMessage(), "run the audit again")
                    .in(issues.toString())
                    .because(e);
        }
        examples.sort(Comparator.comparingInt(Example::row));
        return examples;
    }
}
