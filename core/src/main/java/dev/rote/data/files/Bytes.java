package dev.rote.data.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Bytes at rest, on the heap or in a mapped file that may be larger than the heap. Safe for several threads. */
interface Bytes {

    /** How many there are. */
    long length();

    /** Copies {@code count} bytes from position {@code from} to {@code into}, beginning at {@code at}. */
    void copy(long from, byte[] into, int at, int count);

    /** Some of these bytes, seen as all. */
    default Bytes slice(long start, long length) {
        Bytes whole = this;
        return new Bytes() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public void copy(long from, byte[] into, int at, int count) {
                whole.copy(start + from, into, at, count);
            }
        };
    }

    /** An array seen as bytes at rest. */
    static Bytes of(byte[] array) {
        return new Bytes() {
            @Override
            public long length() {
                return array.length;
            }

            @Override
            public void copy(long from, byte[] into, int at, int count) {
                System.arraycopy(array, Math.toIntExact(from), into, at, count);
            }
        };
    }

    /** A file that must stay as it is: the system brings its pages in when they are read. */
    static Bytes map(Path file) throws IOException {
        int bits = 30; // a mapped buffer holds less than 2 GiB, so a file becomes several
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long length = channel.size();
            ByteBuffer[] parts = new ByteBuffer[Math.toIntExact((length + (1L << bits) - 1) >> bits)];
            for (int i = 0; i < parts.length; i++) {
                long start = (long) i << bits;
                parts[i] = channel.map(FileChannel.MapMode.READ_ONLY, start, Math.min(length - start, 1L << bits));
            }
            return new Bytes() {
                @Override
                public long length() {
                    return length;
                }

                @Override
                public void copy(long from, byte[] into, int at, int count) {
                    for (int done = 0; done < count; ) {
                        ByteBuffer part = parts[(int) ((from + done) >> bits)];
                        int start = (int) ((from + done) & ((1L << bits) - 1));
                        int some = Math.min(count - done, part.limit() - start);
                        part.get(start, into, at + done, some);
                        done += some;
                    }
                }
            };
        }
    }
}
