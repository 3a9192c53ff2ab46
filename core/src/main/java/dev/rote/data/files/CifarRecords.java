package dev.rote.data.files;

import dev.rote.data.Examples;
import dev.rote.data.Rows;
import dev.rote.data.Target;
import dev.rote.tensor.InputShape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** The records of one or more CIFAR-10 files as one sequence. */
final class CifarRecords implements Rows {

    private static final int PIXELS = 3 * 32 * 32;
    private static final int RECORD = 1 + PIXELS;
    private static final InputShape.Features SHAPE = new InputShape.Features(List.of(3L, 32L, 32L));

    private static final float[] BRIGHTNESS = ArrayRows.quotients(255);

    private final List<Bytes> files;
    private final long[] first; // the record that a file begins with; one more for the end

    private CifarRecords(List<Bytes> files) {
        this.files = files;
        this.first = new long[files.size() + 1];
        for (int i = 0; i < files.size(); i++) {
            first[i + 1] = first[i] + files.get(i).length() / RECORD;
        }
    }

    /**
     * The labelled pictures of these files.
     *
     * @throws IOException naming the file and the broken rule
     */
    static Examples read(List<Path> paths, Target.Classes classes) throws IOException {
        List<Bytes> files = new ArrayList<>();
        for (Path path : paths) {
            files.add(bytes(Opening.file(path)));
        }
        CifarRecords records = new CifarRecords(files);
        int[] labels = new int[Labels.rows(paths.toString(), records.first[files.size()])];
        byte[] label = new byte[1];
        for (int file = 0; file < files.size(); file++) {
            for (long row = 0; row < records.first[file + 1] - records.first[file]; row++) {
                files.get(file).copy(row * RECORD, label, 0, 1);
                if ((label[0] & 0xFF) >= classes.count()) {
                    throw new IOException(paths.get(file) + ": record " + row + " (byte " + row * RECORD
                            + "): label must be from 0 to " + (classes.count() - 1) + ", was " + (label[0] & 0xFF)
                            + "; name all classes, or a file of CIFAR-10 records (CIFAR-100 has others)");
                }
                labels[Math.toIntExact(records.first[file] + row)] = label[0] & 0xFF;
            }
        }
        return Examples.of(LongStream.range(0, labels.length).toArray(), records, classes, labels);
    }

    private static Bytes bytes(Path path) throws IOException {
        if (!Opening.isGzip(path)) {
            return whole(path, Bytes.map(path));
        }
        long claimed = lengthAtEnd(path);
        return whole(path, Opening.gzip(path, (in, size) -> Inflated.read(path.toString(), in, size, claimed)));
    }

    private static Bytes whole(Path path, Bytes bytes) throws IOException {
        if (bytes.length() == 0 || bytes.length() % RECORD != 0) {
            throw new IOException(path + ": must be records of " + RECORD + " bytes, has " + bytes.length() + " bytes, "
                    + bytes.length() % RECORD + " more than whole records: it is empty, cut short, or something else");
        }
        return bytes;
    }

    /** A gzip file ends with how many bytes it makes, modulo 2^32. */
    private static long lengthAtEnd(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            ByteBuffer last = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
            long size = Files.size(path);
            if (size < 18 || channel.read(last, size - 4) < 4) {
                throw new IOException(path + ": is cut short: a gzip file has at least 18 bytes, this has " + size);
            }
            return last.getInt(0) & 0xFFFFFFFFL;
        }
    }

    @Override
    public InputShape.Features shape() {
        return SHAPE;
    }

    @Override
    public void read(long id, float[] into, int at) {
        int file = 0;
        while (file < files.size() && id >= first[file + 1]) {
            file++;
        }
        if (id < 0 || file == files.size()) {
            throw new IllegalArgumentException("record must be from 0 to " + (first[files.size()] - 1) + ", was " + id);
        }
        byte[] record = new byte[PIXELS];
        files.get(file).copy((id - first[file]) * RECORD + 1, record, 0, PIXELS);
        for (int i = 0; i < PIXELS; i++) {
            into[at + i] = BRIGHTNESS[record[i] & 0xFF];
        }
    }
}
