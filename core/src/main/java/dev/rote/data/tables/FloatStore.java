package dev.rote.data.tables;

import dev.rote.data.Rows;
import dev.rote.tensor.InputShape;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of numbers by their position: in memory while they are few, in a temporary file that is mapped into memory when they
 * are more than 64 MiB or an eighth of the heap.
 */
final class FloatStore implements Rows {

    private static final long MOST_IN_MEMORY = 1L << 26;
    private static final int BLOCK = 1 << 29; // bytes of one mapping at most; Java maps less than 2 GiB

    private final InputShape.Features shape;
    private final int width;
    private final int perBlock;
    private final List<FloatBuffer> blocks;

    private FloatStore(int width, int perBlock, List<FloatBuffer> blocks) {
        this.shape = new InputShape.Features(List.of((long) width));
        this.width = width;
        this.perBlock = perBlock;
        this.blocks = List.copyOf(blocks);
    }

    @Override
    public InputShape.Features shape() {
        return shape;
    }

    @Override
    public void read(long id, float[] into, int at) {
        int block = (int) (id / perBlock);
        blocks.get(block).get((int) (id % perBlock) * width, into, at, width);
    }

    /** Takes rows from first to last. */
    static final class Writer implements Closeable {
        private final int width;
        private final int perBlock;
        private final long rows;
        private final @Nullable FloatBuffer memory;
        private final @Nullable Path file;
        private final @Nullable FileChannel channel;
        private final ByteBuffer row;

        /** For so many rows of so many numbers. */
        Writer(long rows, int width) throws IOException {
            this(rows, width, Math.min(MOST_IN_MEMORY, Runtime.getRuntime().maxMemory() / 8));
        }

        Writer(long rows, int width, long most) throws IOException {
            this.rows = rows;
            this.width = width;
            this.perBlock = Math.max(1, BLOCK / Float.BYTES / width);
            this.row =
                    ByteBuffer.allocate(Math.multiplyExact(width, Float.BYTES)).order(ByteOrder.nativeOrder());
            boolean inMemory = rows * width * Float.BYTES <= most;
            memory = inMemory ? FloatBuffer.allocate((int) (rows * width)) : null;
            file = inMemory ? null : Files.createTempFile("rote-table", ".floats");
            channel = file == null ? null : FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        }

        boolean isMapped() {
            return channel != null;
        }

        void add(float[] numbers) throws IOException {
            if (memory != null) {
                memory.put(numbers, 0, width);
            }
            if (channel != null) {
                row.clear();
                row.asFloatBuffer().put(numbers, 0, width);
                try {
                    while (row.hasRemaining()) {
                        channel.write(row);
                    }
                } catch (IOException e) {
                    throw new IOException("no room for the numbers in " + file + ": " + e.getMessage(), e);
                }
            }
        }

        FloatStore done() throws IOException {
            if (memory != null) {
                return new FloatStore(width, (int) rows, List.of(memory));
            }
            List<FloatBuffer> blocks = new ArrayList<>();
            long perRow = (long) width * Float.BYTES;
            for (long first = 0; channel != null && first < rows; first += perBlock) {
                long count = Math.min(perBlock, rows - first);
                blocks.add(channel.map(FileChannel.MapMode.READ_ONLY, first * perRow, count * perRow)
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer());
            }
            return new FloatStore(width, perBlock, blocks);
        }

        /** What is mapped stays readable: the space is given back when nobody reads it any more. */
        @Override
        public void close() throws IOException {
            if (channel == null || file == null) {
                return;
            }
            channel.close();
            try {
                Files.deleteIfExists(file);
            } catch (IOException mapped) { // Windows keeps files that are mapped
                file.toFile().deleteOnExit();
            }
        }
    }
}
