package dev.rote.audit.files;

import dev.rote.data.tables.LabelSpans;
import dev.rote.files.Disk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The file whose labels were audited, told so exactly that they can be corrected later.
 *
 * @param kind what can be done with it
 * @param path of the file, or of a folder
 * @param sha256 fingerprint of its bytes, 64 hexadecimal digits
 * @param label the column of the labels; empty where there are no columns
 * @param encoding of text
 * @param separator between values
 * @param header whether the first row of separated values has the names
 */
public record Origin(
        Kind kind, Path path, String sha256, Optional<String> label, String encoding, char separator, boolean header) {

    /** What a corrected copy can be. */
    public enum Kind {
        /** Separated values or JSON lines: the same text but for labels and dropped rows. */
        TEXT,
        /** The same rows and columns, written anew. */
        PARQUET,
        /** Arrays and pictures: the labels alone, as a table. */
        LABELS
    }

    /**
     * A table, of the format that its first bytes and its name tell.
     *
     * @param separator {@code auto}, {@code tab} or the character
     * @throws IOException when it cannot be read
     */
    public static Origin table(Path file, String label, String encoding, String separator, boolean header)
            throws IOException {
        Kind kind = isParquet(file) ? Kind.PARQUET : Kind.TEXT;
        boolean separated = kind == Kind.TEXT && !LabelSpans.isJson(file.toString());
        char between = separated ? LabelSpans.separator(file, encoding, separator) : ',';
        return new Origin(kind, file, Fingerprints.of(file), Optional.of(label), encoding, between, header);
    }

    /** Labels that stand in an array, in names of folders, or anywhere else where they are not to be changed. */
    public static Origin labels(Path path) throws IOException {
        return new Origin(Kind.LABELS, path, Fingerprints.of(path), Optional.empty(), "utf-8", ',', true);
    }

    /** The same data, in another place. */
    public Origin at(Path other) {
        return new Origin(kind, other, sha256, label, encoding, separator, header);
    }

    private static boolean isParquet(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(4), new byte[] {'P', 'A', 'R', '1'});
        } catch (IOException e) {
            throw Disk.explain(file, "read", e);
        }
    }
}
