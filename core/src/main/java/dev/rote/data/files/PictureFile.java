package dev.rote.data.files;

import java.awt.image.BufferedImage;
import java.nio.file.Path;

/** A picture of a stranger's in a file: png, jpeg, bmp, gif (its first picture) or webp. */
public final class PictureFile {

    private PictureFile() {}

    /**
     * Decodes it; its size is looked at, and found small enough, before that.
     *
     * @throws IllegalArgumentException naming the file when it is no picture, is damaged or too large
     */
    public static BufferedImage read(Path file) {
        return Opening.of(() -> ImageRows.decode(Opening.file(file)));
    }
}
