package dev.rote.data.tables;

import java.util.List;

/**
 * How the columns of a table became numbers, as learned from the train rows.
 *
 * @param label the column of the classes
 * @param classes the names of the classes, sorted
 * @param columns in the order of the file, without label and what was left out
 */
public record TableColumns(String label, List<String> classes, List<Column> columns) {

    public TableColumns {
        classes = List.copyOf(classes);
        columns = List.copyOf(columns);
    }

    /** The names of all numbers of a row, [W]. */
    public List<String> features() {
        return columns.stream().flatMap(column -> column.features().stream()).toList();
    }

    /** How many numbers a row has: W. */
    public int width() {
        return columns.stream().mapToInt(column -> column.features().size()).reduce(0, Math::addExact);
    }
}
