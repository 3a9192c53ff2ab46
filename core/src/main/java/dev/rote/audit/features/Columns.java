package dev.rote.audit.features;

import dev.rote.data.tables.LabelledTable;
import java.util.List;
import java.util.Optional;

/**
 * What a user says about the columns of a table.
 *
 * @param label the column of the classes
 * @param text the column of texts to learn from; empty to learn from all columns
 * @param id a column that is copied to the output and never learned from
 * @param exclude columns to leave out
 * @param group a column that is never learned from; rows that agree in it are never used to judge one another
 * @param encoding of text files, as in {@link LabelledTable}
 * @param redacted whether notices may not show values of cells; labels and names of columns they always may
 */
public record Columns(
        String label,
        Optional<String> text,
        Optional<String> id,
        List<String> exclude,
        Optional<String> group,
        String encoding,
        boolean redacted) {

    public Columns {
        exclude = List.copyOf(exclude);
    }

    /** Notices show values. */
    public Columns(
            String label,
            Optional<String> text,
            Optional<String> id,
            List<String> exclude,
            Optional<String> group,
            String encoding) {
        this(label, text, id, exclude, group, encoding, false);
    }

    /** All columns beside the label, in UTF-8. */
    public Columns(String label) {
        this(label, Optional.empty(), Optional.empty(), List.of(), Optional.empty(), "utf-8");
    }

    /** The same with texts to learn from. */
    public Columns learningFrom(String column) {
        return new Columns(label, Optional.of(column), id, exclude, group, encoding, redacted);
    }
}
