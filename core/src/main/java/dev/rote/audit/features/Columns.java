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
 */
public record Columns(
        String label,
        Optional<String> text,
        Optional<String> id,
        List<String> exclude,
        Optional<String> group,
        String encoding) {

    public Columns {
        exclude = List.copyOf(exclude);
    }

    /** All columns beside the label, in UTF-8. */
    public Columns(String label) {
        this(label, Optional.empty(), Optional.empty(), List.of(), Optional.empty(), "utf-8");
    }

    /** The same with texts to learn from. */
    public Columns learningFrom(String column) {
        return new Columns(label, Optional.of(column), id, exclude, group, encoding);
    }
}
