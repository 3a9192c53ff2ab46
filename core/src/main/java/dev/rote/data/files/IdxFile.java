package dev.rote.data.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The idx format of the MNIST files: two zero bytes, a type, the number of dimensions, their sizes, then the numbers; all
 * big-endian, last index fastest; as it is or gzipped.
 *
 * <p>Source: LeCun, Cortes, Burges, <i>The MNIST database of handwritten digits</i>, "The IDX file format".
 */
final class IdxFile {

    private static final int MOST_DIMENSIONS = 8;

    private IdxFile() {}

    /** What precedes the numbers. */
    private record Header(Element element, List<Long> shape, int length) {
        long dataBytes() {
            return NumberArray.count(shape) * element.bytes();
        }

        NumberArray array(String name, Bytes data) {
            return new NumberArray(name, data, element, ByteOrder.BIG_ENDIAN, shape, false);
        }
    }

    /**
     * Maps a plain file, inflates a gzipped one.
     *
     * @throws IOException naming the file and the broken rule
     */
    static NumberArray read(Path file) throws IOException {
        String name = Opening.file(file).toString();
        if (Opening.isGzip(file)) {
            return Opening.gzip(file, (in, compressed) -> inflate(name, in, compressed));
        }
        Bytes all = Bytes.map(file);
        byte[] start = new byte[(int) Math.min(all.length(), 4 + 4 * MOST_DIMENSIONS)];
        all.copy(0, start, 0, start.length);
        Header header = header(name, new ByteArrayInputStream(start));
        Opening.requireLength(name, header.dataBytes(), all.length() - header.length());
        return header.array(name, all.slice(header.length(), header.dataBytes()));
    }

    static NumberArray inflate(String name, InputStream in, long compressed) throws IOException {
        Header header = header(name, in);
        return header.array(name, Inflated.read(name, in, compressed, header.dataBytes()));
    }

    private static Header header(String name, InputStream in) throws IOException {
        byte[] magic = in.readNBytes(4);
        if (magic.length < 4) {
            throw new IOException(name + ": is cut short: an idx file has at least 8 bytes, this has " + magic.length);
        }
        if (magic[0] != 0 || magic[1] != 0) {
            throw new IOException(name + ": byte 0: an idx file begins with two zero bytes, this with "
                    + (magic[0] & 0xFF) + " and " + (magic[1] & 0xFF) + "; name an idx file, gzipped or not");
        }
        Element element = element(name, magic[2]);
        int rank = magic[3] & 0xFF;
        if (rank < 1 || rank > MOST_DIMENSIONS) {
            throw new IOException(
                    name + ": byte 3: must have from 1 to " + MOST_DIMENSIONS + " dimensions, was " + rank);
        }
        byte[] sizes = in.readNBytes(4 * rank);
        if (sizes.length < 4 * rank) {
            throw new IOException(name + ": is cut short within the sizes of its " + rank + " dimensions");
        }
        List<Long> shape = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            shape.add(ByteBuffer.wrap(sizes).getInt(4 * i) & 0xFFFFFFFFL);
        }
        long count = NumberArray.count(shape);
        if (count < 0 || count > Long.MAX_VALUE / 16) {
            throw new IOException(name + ": byte 4: dimensions " + shape + " make more numbers than a file can hold");
        }
        return new Header(element, shape, 4 + 4 * rank);
    }

    private static Element element(String name, byte type) throws IOException {
        return switch (type) {
            case 0x08 -> Element.UINT8;
            case 0x09 -> Element.INT8;
            case 0x0B -> Element.INT16;
            case 0x0C -> Element.INT32;
            case 0x0D -> Element.FLOAT32;
            case 0x0E -> Element.FLOAT64;
            default ->
                throw new IOException(
                        name + ": byte 2: the type must be one of 8, 9, 11, 12, 13, 14, was " + (type & 0xFF));
        };
    }
}
