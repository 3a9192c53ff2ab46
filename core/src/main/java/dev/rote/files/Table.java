package dev.rote.files;

import java.util.List;

/**
 * A table in memory: named columns and rows of text, as read from {@code tables/NAME.csv}.
 *
 * @param columns names, at least one, all different
 * @param rows each as long as {@code columns}
 */
public record Table(List<String> columns, List<List<String>> rows) {

    /** Checks the rules above. */
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a table needs at least one column");
        }
        if (columns.stream().distinct().count() < columns.size()) {
            throw new IllegalArgumentException("the columns of a table must have different names, were " + columns);
        }
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row must have " + columns.size() + " cells, one per column, had " + row.size());
            }
        }
    }

    /** The cells of a column from the first row to the last; IllegalArgumentException when there is no such column. */
    public List<String> texts(String column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException("there is no column '" + column + "', only " + columns);
        }
        return rows.stream().map(row -> row.get(index)).toList();
    }

    /** The same as numbers ("NaN" and "Infinity" count); IllegalArgumentException names the row of a cell that is none. */
    public double[] doubles(String column) {
        List<String> texts = texts(column);
        double[] values = new double[texts.size()];
        for (int i = 0; i < values.length; i++) {
            try {
                values[i] = Double.parseDouble(texts.get(i));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "column '" + column + "', row " + (i + 1) + ": must be a number, was '" + texts.get(i) + "'",
                        e);
            }
        }
        return values;
    }
}
