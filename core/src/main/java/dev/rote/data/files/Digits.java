package dev.rote.data.files;

import dev.rote.data.Examples;
import dev.rote.data.Parts;
import dev.rote.data.Source;
import dev.rote.tensor.Seeds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/**
 * Handwritten digits of 8 x 8 pixels, 1797 of them; small, real, and part of Rote.
 *
 * <p>Inputs have shape [1, 8, 8]: how many of the 4 x 4 dots under a pixel were inked, 0 to 16, divided by 16. The id is the row
 * in the original file. Source: Alpaydin and Kaynak 1998, <i>Optical Recognition of Handwritten Digits</i>, UCI Machine Learning
 * Repository, its test part, which is also scikit-learn's {@code load_digits}; licence CC BY 4.0.
 *
 * @param test share of each class that is tested on, in [0, 1)
 */
public record Digits(double test) implements Source {

    private static final double MOST_INK = 16;

    /** A fifth to test on. */
    public Digits() {
        this(0.2);
    }

    /** Throws {@link IllegalArgumentException} when the share is none. */
    public Digits {
        Split.require("test", test);
    }

    @Override
    public Parts open(Seeds seeds) {
        Examples all = Opening.of(() -> ArrayPart.train(
                read("digits-images-idx3-ubyte.gz"), read("digits-labels-idx1-ubyte.gz"), List.of(), MOST_INK));
        return Split.of(this, all, "test", test, seeds);
    }

    private static NumberArray read(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Digits.class.getResourceAsStream(name), name)) {
            byte[] all = in.readAllBytes();
            return Opening.gzip(
                    name,
                    new ByteArrayInputStream(all),
                    all.length,
                    (stream, size) -> IdxFile.inflate(name, stream, size));
        }
    }
}
