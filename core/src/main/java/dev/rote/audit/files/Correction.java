package dev.rote.audit.files;

import dev.rote.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a copy of audited data in which labels are as a person decided. The data themselves are never touched, a file that is there
 * already is never replaced, and a failure leaves nothing behind.
 *
 * <p>Of text the copy has the same bytes but for the labels that changed and the rows that were dropped; gzipped text is gzipped again.
 * Of Parquet it has the same columns and rows, written anew. Of arrays and pictures it is a table {@code row,label}, with {@code id}
 * between them when the audit had one.
 */
public final class Correction {

    private Correction() {}

    /** Where the copy goes when nobody says: {@code people.corrected.csv} beside {@code people.csv}. */
    public static Path usualPlace(Origin origin) {
        String name = String.valueOf(origin.path().getFileName());
        if (origin.kind() == Origin.Kind.LABELS) {
            return origin.path().resolveSibling(name + ".corrected-labels.csv");
        }
        int dot = name.replaceFirst("(?i)\\.gz$", "").lastIndexOf('.');
        return origin.path()
                .resolveSibling(
                        dot < 1 ? name + ".corrected" : name.substring(0, dot) + ".corrected" + name.substring(dot));
    }

    /**
     * Writes the copy.
     *
     * @param summary that was written by the audit
     * @param folder of the audit, whose {@code issues.csv} tells the labels of arrays and pictures
     * @throws Problem when the data are not those that were audited, saying where they differ
     * @throws IOException naming the file and the reason
     */
    public static void write(Review review, SummaryFile.Head summary, Path folder, Path out) throws IOException {
        Origin origin = summary.origin();
        if (Files.exists(out)) {
            throw Problem.wrongUse("is there already", "move it away, or choose another file with --out")
                    .in(out.toString());
        }
        Path parent = out.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw Problem.wrongUse("stands in a folder that is not there", "create it, or choose another with --out")
                    .in(out.toString());
        }
        if (!Files.exists(origin.path())) {
            throw Problem.wrongUse("is not there", "say with --data where the audited data are")
                    .in(origin.path().toString());
        }
        if (!Fingerprints.of(origin.path()).equals(origin.sha256())) {
            throw Problem.wrongUse(
                            "was changed since it was audited (its SHA-256 is another)",
                            "name the audited data with --data, or run the audit again")
                    .in(origin.path().toString());
        }
        switch (origin.kind()) {
            case TEXT -> CorrectedText.write(review, origin, out);
            case PARQUET -> CorrectedParquet.write(review, origin, out);
            default -> CorrectedLabels.write(review, summary, folder.resolve("issues.csv"), out);
        }
    }
}
