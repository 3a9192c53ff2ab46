package dev.rote.data.augment;

import dev.rote.tensor.DType;
import dev.rote.tensor.Device;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.Arrays;

/** Moves the pixels of images, rows and columns by themselves, all channels alike. */
final class Pixels {

    /** Where a row or column of the new image is zero. */
    static final int NOWHERE = -1;

    private Pixels() {}

    /** From where the pixels of one image come. */
    interface Origin {
        /**
         * Says where rows and columns come from.
         *
         * @param id which example
         * @param rows [H], receives for each row of the new image a row of the old one, or {@link #NOWHERE}
         * @param columns [W], receives the same for columns
         */
        void find(long id, int[] rows, int[] columns);
    }

    /**
     * The images with pixel (y, x) taken from (rows[y], columns[x]); bits are copied, whatever the element type.
     *
     * @param images [N, C, H, W]
     * @throws IllegalArgumentException when the inputs are no images
     */
    static Tensor move(Tensor images, long[] ids, String who, Origin origin) {
        if (images.dim() != 4) {
            throw new IllegalArgumentException(
                    who + " needs images [N, C, H, W], these inputs are " + Arrays.toString(images.shape()));
        }
        // Pixels travel as words of four bytes: narrower ones are widened, which loses nothing; wider ones are several
        // words.
        DType type = images.dtype().bytes() < Integer.BYTES ? DType.FLOAT32 : images.dtype();
        int words = type.bytes() / Integer.BYTES;
        try (Scope scope = Scope.open()) {
            Place host = new Place(type, Device.CPU);
            Tensor old = images.detach().move(host).contiguous();
            int[] from = new int[Math.toIntExact(old.numel() * words)];
            old.bytes().asIntBuffer().get(from);
            int[] to = new int[from.length];
            int channels = (int) images.size(1);
            int[] rows = new int[(int) images.size(2)];
            int[] columns = new int[(int) images.size(3)];
            for (int i = 0; i < ids.length; i++) {
                origin.find(ids[i], rows, columns);
                int[] wide = widen(columns, words);
                for (int c = 0; c < channels; c++) {
                    copy(from, to, (i * channels + c) * rows.length * wide.length, rows, wide);
                }
            }
            Tensor moved = host.empty(images.shape());
            moved.bytes().asIntBuffer().put(to);
            return scope.keep(moved.move(images.place()));
        }
    }

    private static int[] widen(int[] columns, int words) {
        int[] wide = new int[columns.length * words];
        for (int i = 0; i < wide.length; i++) {
            int column = columns[i / words];
            wide[i] = column == NOWHERE ? NOWHERE : column * words + i % words;
        }
        return wide;
    }

    /** One channel, which starts at {@code start} in both; {@code to} holds zeros. */
    private static void copy(int[] from, int[] to, int start, int[] rows, int[] columns) {
        for (int y = 0; y < rows.length; y++) {
            if (rows[y] != NOWHERE) {
                int source = start + rows[y] * columns.length;
                int target = start + y * columns.length;
                for (int x = 0; x < columns.length; x++) {
                    to[target + x] = columns[x] == NOWHERE ? 0 : from[source + columns[x]];
                }
            }
        }
    }

    /** Writes positions from {@code by} on into {@code origin}; those outside become {@link #NOWHERE}. */
    static void slide(int[] origin, int by) {
        for (int i = 0; i < origin.length; i++) {
            int at = i + by;
            origin[i] = at >= 0 && at < origin.length ? at : NOWHERE;
        }
    }
}
