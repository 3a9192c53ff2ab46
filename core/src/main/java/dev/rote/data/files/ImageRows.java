package dev.rote.data.files;

import dev.rote.data.Rows;
import dev.rote.tensor.InputShape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Pictures that are decoded when they are asked for; their size is known, and found small enough, before that. */
final class ImageRows implements Rows {

    private static final long MOST_BYTES = 64L << 20;
    private static final long MOST_PIXELS = 1L << 25;

    /** Room for a pixel: 8 bytes decoded, if colours have 16 bits, as much in the decoder, 12 as floats, 8 to resize. */
    private static final int BYTES_OF_A_PIXEL = 36;

    private static final int LONGEST_SIDE = 1 << 15;

    private final ImageFiles files;
    private final InputShape.Features shape;

    /** Pictures as arrays of this shape, [channels, H, W]. */
    ImageRows(ImageFiles files, InputShape.Features shape) {
        this.files = files;
        this.shape = shape;
    }

    @Override
    public InputShape.Features shape() {
        return shape;
    }

    @Override
    public void read(long id, float[] into, int at) {
        Path file = files.root().resolve(files.paths().get(Math.toIntExact(id)));
        BufferedImage image = Opening.of(() -> decode(Opening.file(file)));
        float[][] planes = Pixels.of(image, Math.toIntExact(shape.dims().get(0)));
        int height = Math.toIntExact(shape.dims().get(1));
        int width = Math.toIntExact(shape.dims().get(2));
        for (int channel = 0; channel < planes.length; channel++) {
            int start = at + channel * height * width;
            Resize.bilinear(planes[channel], image.getWidth(), into, start, height, width);
        }
    }

    static BufferedImage decode(Path file) throws IOException {
        long size = Files.size(file);
        if (size > MOST_BYTES) {
            throw new IOException(file + ": a picture must have at most " + MOST_BYTES + " bytes, has " + size);
        }
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("is no png, jpeg, bmp, gif or webp by its first bytes");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                requireSmall(reader.getWidth(0), reader.getHeight(0));
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) { // decoders meet damaged data in many ways
            throw new IOException(file + ": cannot be decoded: " + e.getMessage() + "; replace it or take it away", e);
        }
    }

    private static void requireSmall(int width, int height) throws IOException {
        long most = Math.min(MOST_PIXELS, Runtime.getRuntime().maxMemory() / BYTES_OF_A_PIXEL);
        if (width < 1 || height < 1 || Math.max(width, height) > LONGEST_SIDE || (long) width * height > most) {
            throw new IOException("must have from 1 to " + LONGEST_SIDE + " pixels along a side and at most " + most
                    + " in all, has " + width + " x " + height);
        }
    }
}
