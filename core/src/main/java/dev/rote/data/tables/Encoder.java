package dev.rote.data.tables;

import dev.rote.data.Rows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the rows of a file into numbers by columns that were learned. */
final class Encoder {

    private static final int MOST_SHOWN = 5;

    private final List<Column> columns;
    private final int width;
    private final Set<String> missing;
    private final boolean zeros;
    private final Map<String, Integer> unknown = new TreeMap<>();
    private final Map<String, Set<String>> examples = new TreeMap<>();
    private final Map<String, Integer> filled = new TreeMap<>();

    Encoder(TableColumns columns, LabelledTable table) {
        this.columns = columns.columns();
        this.width = columns.width();
        this.missing = Set.copyOf(table.missing());
        this.zeros = table.unknown() == LabelledTable.Unknown.ZEROS;
    }

    /** A value, or null when it is a mark for a missing one. */
    static @Nullable String present(String value, Set<String> missing) {
        return value.isEmpty() || missing.contains(value) ? null : value;
    }

    /**
     * All rows of a file.
     *
     * @param count how many there were at the first look
     * @throws IllegalArgumentException when a value cannot be encoded, or the file changed meanwhile
     */
    Rows encode(RowFile file, int count) throws IOException {
        int[] positions = columns.stream()
                .mapToInt(column -> file.column("features", column.name()))
                .toArray();
        int[] widths =
                columns.stream().mapToInt(column -> column.features().size()).toArray();
        float[] numbers = new float[width];
        try (RowReader rows = file.rows();
                FloatStore.Writer store = new FloatStore.Writer(count, width)) {
            int read = 0;
            for (; read < count && rows.next(); read++) {
                for (int i = 0, at = 0; i < positions.length; at += widths[i++]) {
                    String value = present(rows.value(positions[i]), missing);
                    Column column = columns.get(i);
                    judge(column.encode(value, numbers, at), column, value, rows);
                }
                store.add(numbers);
            }
            if (read < count || rows.next()) {
                throw Fault.in(file.toString(), "changed while it was read");
            }
            return store.done();
        }
    }

    private void judge(Column.Found found, Column column, @Nullable String value, RowReader rows) {
        switch (found) {
            case KNOWN -> {}
            case MISSING -> filled.merge(column.name(), 1, Integer::sum);
            case UNKNOWN -> {
                if (!zeros) {
                    throw fault(
                            rows,
                            column,
                            value,
                            "must be a category of the train part; set unknown: zeros, "
                                    + "add it to missing, or exclude the column");
                }
                unknown.merge(column.name(), 1, Integer::sum);
                Set<String> some = examples.computeIfAbsent(column.name(), any -> new TreeSet<>());
                if (some.size() < MOST_SHOWN) {
                    some.add(Fault.show(String.valueOf(value)));
                }
            }
            default ->
                throw fault(
                        rows,
                        column,
                        value,
                        "must be a " + column.kind()
                                + " as in the train part; mend the value, add it to missing, or exclude the column");
        }
    }

    private static IllegalArgumentException fault(RowReader rows, Column column, @Nullable String value, String rule) {
        return Fault.in(
                rows,
                "column " + Fault.show(column.name()) + ": was " + Fault.show(String.valueOf(value)) + ", " + rule);
    }

    /** What was encoded although the train part has nothing like it. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        unknown.forEach((column, count) -> notes.add("column " + Fault.show(column) + ": " + rows(count)
                + " of the test part with a category that the train part has not (such as "
                + examples.get(column).stream().collect(Collectors.joining(", ")) + "), encoded as zeros"));
        filled.forEach((column, count) -> notes.add("column " + Fault.show(column) + ": " + rows(count)
                + " of the test part without a value, where the train part misses none, encoded as "
                + (isCategory(column) ? "zeros" : "the train mean")));
        return notes;
    }

    private boolean isCategory(String name) {
        return columns.stream().anyMatch(column -> column.name().equals(name) && column instanceof CategoryColumn);
    }

    private static String rows(int count) {
        return count == 1 ? "1 row" : count + " rows";
    }
}
