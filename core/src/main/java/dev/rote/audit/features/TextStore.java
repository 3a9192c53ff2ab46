package dev.rote.audit.features;

import dev.rote.yaml.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of texts, as they stand in a file, in about a byte for each character: a million rows fit where objects would not. */
final class TextStore {

    private static final int BLOCK = 1 << 22;

    private final int columns;
    private final long most;
    private final List<byte[]> blocks = new ArrayList<>();
    private long[] starts = new long[1024]; // block and position in it
    private byte[] block = new byte[0];
    private int end;
    private long bytes;
    private int rows;

    /** Empty, for rows of so many texts, taking a quarter of the heap at most. */
    TextStore(int columns) {
        this(columns, Runtime.getRuntime().maxMemory() / 4);
    }

    TextStore(int columns, long most) {
        this.columns = columns;
        this.most = most;
    }

    /**
     * Takes the next row.
     *
     * @throws Problem when there is no room left
     */
    void add(String... row) {
        byte[][] encoded = new byte[columns][];
        int length = 0;
        for (int i = 0; i < columns; i++) {
            encoded[i] = row[i].getBytes(StandardCharsets.UTF_8);
            length = Math.addExact(length, encoded[i].length + 5);
        }
        bytes += length + Long.BYTES;
        if (bytes > most) {
            throw Problem.couldNotRun(
                    "the texts of the first " + Said.count(rows, "row") + " take all the memory for texts, "
                            + (most >> 20) + " MiB",
                    "give Java more with -Xmx, leave out columns with --exclude, or audit a part of the file");
        }
        if (end + length > block.length) {
            block = new byte[Math.max(BLOCK, length)];
            blocks.add(block);
            end = 0;
        }
        starts = rows == starts.length ? Arrays.copyOf(starts, 2 * rows) : starts;
        starts[rows++] = (long) (blocks.size() - 1) << 32 | end;
        for (byte[] text : encoded) {
            int rest = text.length;
            for (; rest > 127; rest >>>= 7) {
                block[end++] = (byte) (rest | 128);
            }
            block[end++] = (byte) rest;
            System.arraycopy(text, 0, block, end, text.length);
            end += text.length;
        }
    }

    int size() {
        return rows;
    }

    /** The texts of a row. */
    String[] row(int row) {
        String[] texts = new String[columns];
        byte[] from = blocks.get((int) (starts[row] >>> 32));
        int at = (int) starts[row];
        for (int i = 0; i < columns; i++) {
            int length = 0;
            int shift = 0;
            for (; from[at] < 0; shift += 7) {
                length |= (from[at++] & 127) << shift;
            }
            length |= from[at++] << shift;
            texts[i] = new String(from, at, length, StandardCharsets.UTF_8);
            at += length;
        }
        return texts;
    }

    /** One text of a row. */
    String text(int row, int column) {
        return row(row)[column];
    }
}
