package dev.rote.data.tables;

import dev.rote.data.Parts;
import java.util.List;

/**
 * A table that was read.
 *
 * @param parts {@code train}, and {@code test} unless its share is 0; an id is a row of its file, from 0
 * @param columns how the values became numbers
 * @param notes what the user should know though it is no error, a sentence each
 */
public record TableData(Parts parts, TableColumns columns, List<String> notes) {

    public TableData {
        notes = List.copyOf(notes);
    }
}
