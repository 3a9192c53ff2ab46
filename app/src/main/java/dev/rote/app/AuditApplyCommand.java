package dev.rote.app;

import dev.rote.audit.files.Correction;
import dev.rote.audit.files.Origin;
import dev.rote.audit.files.Review;
import dev.rote.audit.files.Review.Action;
import dev.rote.audit.files.SummaryFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes corrected data after a person has looked. */
@Command(
        name = "apply",
        description =
                "Writes a copy of audited data with the labels that a person decided on; the data stay as they are.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "In a copy of issues.csv, add a column 'action' and write into it",
            "  keep       the label is right",
            "  relabel    it becomes what stands in suggested_label, which may be edited",
            "  drop       the example is left out",
            "and nothing where nothing is decided. Rows may be sorted, and left out.",
            "",
            "Example:",
            "  rote audit apply audits/people/reviewed.csv"
        })
final class AuditApplyCommand implements Callable<Integer> {

    /** What happens to flagged examples about which nobody decided. */
    enum Flagged {
        KEEP,
        RELABEL,
        DROP
    }

    @Parameters(paramLabel = "REVIEWED.csv", description = "The reviewed issues.csv.")
    Path reviewed;

    @Option(
            names = "--audit",
            paramLabel = "DIR",
            description = "The folder of the audit, which holds summary.json (default: the one of REVIEWED.csv).")
    @Nullable
    Path audit;

    @Option(names = "--data", paramLabel = "PATH", description = "The audited data, should they have been moved.")
    @Nullable
    Path data;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The copy (default: NAME.corrected.EXT beside the data); must not be there yet.")
    @Nullable
    Path out;

    @Option(
            names = "--flagged",
            paramLabel = "keep|relabel|drop",
            description = "What to do with flagged examples that have no action (default: keep).")
    Flagged flagged = Flagged.KEEP;

    @Option(names = "--new-labels", description = "Allow labels that the data did not have so far.")
    boolean newLabels;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "Of REVIEWED.csv, as a spreadsheet saved it (default: utf-8).")
    String encoding = "utf-8";

    @Mixin
    Output output;

    @Override
    public Integer call() throws IOException {
        Encodings.require(encoding);
        Path beside = reviewed.toAbsolutePath().getParent();
        Path folder = audit != null ? audit : beside == null ? Path.of("") : beside;
        SummaryFile.Head head = SummaryFile.read(folder.resolve("summary.json"));
        if (data != null) {
            Origin was = head.origin();
            head = new SummaryFile.Head(was.at(data), head.classes(), head.labelsSha256());
        }
        Action undecided = flagged == Flagged.KEEP ? Action.NONE : Action.valueOf(flagged.name());
        Review review = Review.read(reviewed, encoding, head.classes(), newLabels, undecided);
        Path copy = out == null ? Correction.usualPlace(head.origin()) : out;
        Correction.write(review, head, folder, copy);
        tell(review, copy);
        return Main.OK;
    }

    private static String same(Review review) {
        return review.unchanged() == 0 ? "" : " (and " + review.unchanged() + " with the label that it has already)";
    }

    private void tell(Review review, Path copy) {
        if (output.json()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("corrected", copy.toString());
            for (Action action : Action.values()) {
                answer.put(action.name().toLowerCase(Locale.ROOT), review.count(action));
            }
            output.json(answer);
        } else {
            output.text()
                    .println("Relabelled " + (review.count(Action.RELABEL) - review.unchanged()) + same(review)
                            + ", dropped " + review.count(Action.DROP)
                            + ", kept " + review.count(Action.KEEP)
                            + "; no decision about "
                            + review.count(Action.NONE) + "; all other labels stay as they are.\nCorrected copy: "
                            + copy);
        }
    }
}
