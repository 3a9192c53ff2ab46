package dev.rote.data.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the first look at a file tells of each row: its label, its group, and whether the user put it into the test part. */
final class Scan {

    private static final int MOST_CLASSES = 10_000;

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final BitSet picked = new BitSet();
    private int[] labels = new int[1024];
    private long[] groups = new long[0];
    private int rows;

    /**
     * Reads the whole file once.
     *
     * @throws IllegalArgumentException when a row has no label, or no group where groups are asked for, or there is no row
     */
    Scan(RowFile file, LabelledTable table) throws IOException {
        int label = file.column("label", table.label());
        boolean alone = table.testFile().isEmpty();
        int split = alone && table.splitColumn().isPresent()
                ? file.column("split_column", table.splitColumn().get())
                : -1;
        int group = alone && table.group().isPresent()
                ? file.column("group", table.group().get())
                : -1;
        try (RowReader reader = file.rows()) {
            while (reader.next()) {
                grow(group >= 0);
                labels[rows] = code(reader, label, file);
                if (group >= 0) {
                    groups[rows] = Duplicates.key(filled(reader, group, file, "group"));
                }
                if (split >= 0) {
                    picked.set(
                            rows, reader.value(split).equals(table.testValue().orElseThrow()));
                }
                rows++;
            }
        }
        if (rows == 0) {
            throw Fault.in(file.toString(), "has no rows");
        }
        labels = Arrays.copyOf(labels, rows);
        groups = group >= 0 ? Arrays.copyOf(groups, rows) : groups;
    }

    private void grow(boolean withGroups) {
        if (rows == labels.length) {
            labels = Arrays.copyOf(labels, rows + rows / 2);
        }
        if (withGroups && rows >= groups.length) {
            groups = Arrays.copyOf(groups, labels.length);
        }
    }

    private static String filled(RowReader reader, int column, RowFile file, String what) {
        String value = reader.value(column);
        if (value.isEmpty()) {
            throw Fault.in(
                    reader,
                    "column " + Fault.show(file.names().get(column)) + ": has no " + what
                            + "; fill it in, or delete the row");
        }
        return value;
    }

    private int code(RowReader reader, int column, RowFile file) {
        String label = filled(reader, column, file, "label");
        Integer known = codes.get(label);
        if (known != null) {
            return known;
        }
        if (names.size() == MOST_CLASSES) {
            throw Fault.in(
                    reader,
                    "column " + Fault.show(file.names().get(column)) + ": must hold classes, has more than "
                            + MOST_CLASSES + " different values up to here; choose another label");
        }
        codes.put(label, names.size());
        names.add(label);
        return names.size() - 1;
    }

    int rows() {
        return rows;
    }

    /** The label of each row: an index into {@link #names()}. */
    int[] labels() {
        return labels;
    }

    /** The labels as they stand in the file, in the order of their first appearance. */
    List<String> names() {
        return Collections.unmodifiableList(names);
    }

    /** The key of each row's group. */
    long[] groups() {
        return groups;
    }

    /** The rows whose split column has the test value. */
    BitSet picked() {
        return picked;
    }
}
