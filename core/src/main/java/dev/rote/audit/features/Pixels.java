package dev.rote.audit.features;

import dev.rote.data.Examples;
import dev.rote.data.Rows;
import dev.rote.tensor.Seeds;
import dev.rote.yaml.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one look at all pictures gives.
 *
 * @param kept positions of those that can be decoded
 * @param values small versions, or the numbers as they are
 * @param hashes of all pixels, for each that is kept
 * @param grey whether all channels are the same everywhere
 * @param broken positions of the files that cannot be decoded
 * @param total how many there are
 */
record Pixels(int[] kept, Dense values, long[] hashes, boolean grey, List<Integer> broken, int total) {

    private static final long MOST = 1L << 30;
    private static final int SHOWN = 10;

    /** Pictures of shape [C, H, W]. */
    static Pixels small(Examples examples, List<Path> files) {
        List<Long> dims = examples.inputs().dims();
        int channels = Math.toIntExact(dims.get(0));
        Pooling pooling = new Pooling(channels, Math.toIntExact(dims.get(1)), Math.toIntExact(dims.get(2)));
        return read(examples, files, pooling.columns(), channels, pooling::apply);
    }

    /** Rows of any numbers. */
    static Pixels whole(Examples examples) {
        int width = examples.rows().width();
        return read(examples, List.of(), width, 1, (from, into, at) -> System.arraycopy(from, 0, into, at, width));
    }

    private interface Write {
        void to(float[] from, float[] into, int at);
    }

    private static Pixels read(Examples examples, List<Path> files, int columns, int channels, Write write) {
        Rows rows = examples.rows();
        long[] ids = examples.ids();
        if ((long) ids.length * columns > MOST) {
            throw Problem.couldNotRun(
                    ids.length + " examples of " + columns + " numbers are more than " + MOST
                            + " numbers, the most that one audit takes",
                    "audit a part of them");
        }
        float[] values = new float[ids.length * columns];
        float[] row = new float[rows.width()];
        long[] hashes = new long[ids.length];
        int[] kept = new int[ids.length];
        List<Integer> broken = new ArrayList<>();
        boolean grey = channels == 3;
        int count = 0;
        for (int i = 0; i < ids.length; i++) {
            try {
                rows.read(ids[i], row, 0);
            } catch (IllegalArgumentException e) {
                if (files.isEmpty()) {
                    throw Problem.wrongUse(String.valueOf(e.getMessage()), "").because(e);
                }
                broken.add(i);
                continue;
            }
            grey = grey && equalChannels(row);
            hashes[count] = hash(row);
            write.to(row, values, count * columns);
            kept[count++] = i;
        }
        if (count == 0) {
            return new Pixels(new int[0], new Dense(new float[0], columns), new long[0], grey, broken, ids.length);
        }
        Dense all = new Dense(Arrays.copyOf(values, count * columns), columns);
        return new Pixels(
                Arrays.copyOf(kept, count),
                grey ? firstThird(all) : all,
                Arrays.copyOf(hashes, count),
                grey,
                broken,
                ids.length);
    }

    private static boolean equalChannels(float[] row) {
        int plane = row.length / 3;
        for (int i = 0; i < plane; i++) {
            if (row[i] != row[plane + i] || row[i] != row[2 * plane + i]) {
                return false;
            }
        }
        return true;
    }

    private static long hash(float[] row) {
        long hash = row.length;
        for (float value : row) {
            hash = Seeds.mix(hash * 31 + Float.floatToIntBits(value));
        }
        return hash;
    }

    private static Dense firstThird(Dense all) {
        int columns = all.columns() / 3;
        float[] values = new float[all.rows() * columns];
        for (int i = 0; i < all.rows(); i++) {
            System.arraycopy(all.values(), i * all.columns(), values, i * columns, columns);
        }
        return new Dense(values, columns);
    }

    /**
     * Tells which pictures are broken, and gives up when they are more than half.
     *
     * @param redacted whether to tell their rows only
     */
    List<String> notices(Path source, List<Path> files, boolean redacted) {
        if (broken.isEmpty()) {
            return List.of();
        }
        String names = redacted
                ? rows()
                : Said.list(broken.stream()
                        .map(i -> ImageSource.below(source, files.get(i)))
                        .toList());
        if (kept.length < broken.size()) {
            throw Problem.wrongUse(
                            broken.size() + " of " + total + " pictures cannot be decoded: " + names,
                            "replace them or take them away")
                    .in(source.toString());
        }
        return List.of(Said.count(broken.size(), "picture") + " that cannot be decoded "
                + (broken.size() == 1 ? "is" : "are") + " left out: " + names + ".");
    }

    private String rows() {
        String some = broken.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
        return (broken.size() == 1 ? "row " : "rows ") + some
                + (broken.size() > SHOWN ? " and " + (broken.size() - SHOWN) + " more" : "")
                + " (counted from 0, in the order of the paths)";
    }
}
