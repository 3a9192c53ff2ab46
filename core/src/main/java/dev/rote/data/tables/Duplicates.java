package dev.rote.data.tables;

import dev.rote.tensor.Seeds;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds two rows with one id, in eight bytes of memory for each row: by hashes first, by the texts where those agree. */
final class Duplicates {

    private static final Seeds HASH = new Seeds(0);

    private Duplicates() {}

    /** A number for a text: equal for equal texts, different for others but for one pair in 2^64. */
    static long key(String text) {
        return HASH.of(text).key();
    }

    /**
     * Looks at a column of ids.
     *
     * @throws IllegalArgumentException when two rows have the same, or a row has none
     */
    static void check(RowFile file, int column) throws IOException {
        Set<Long> twice = twice(keys(file, column));
        if (twice.isEmpty()) {
            return;
        }
        String name = Fault.show(file.names().get(column));
        Map<String, Long> seen = new HashMap<>();
        try (RowReader rows = file.rows()) {
            while (rows.next()) {
                String id = rows.value(column);
                Long before = twice.contains(key(id)) ? seen.putIfAbsent(id, rows.row()) : null;
                if (before != null) {
                    throw Fault.in(
                            rows,
                            "column " + name + ": has the same id as row " + (before + 1) + ", " + Fault.show(id)
                                    + "; delete one of them");
                }
            }
        }
    }

    private static long[] keys(RowFile file, int column) throws IOException {
        long[] keys = new long[1024];
        int count = 0;
        try (RowReader rows = file.rows()) {
            while (rows.next()) {
                if (rows.value(column).isEmpty()) {
                    throw Fault.in(rows, "column " + Fault.show(file.names().get(column)) + ": has no id");
                }
                keys = count == keys.length ? Arrays.copyOf(keys, 2 * count) : keys;
                keys[count++] = key(rows.value(column));
            }
        }
        return Arrays.copyOf(keys, count);
    }

    private static Set<Long> twice(long[] keys) {
        Arrays.sort(keys);
        Set<Long> twice = new TreeSet<>();
        for (int i = 1; i < keys.length && twice.size() < 1000; i++) {
            if (keys[i] == keys[i - 1]) {
                twice.add(keys[i]);
            }
        }
        return twice;
    }
}
