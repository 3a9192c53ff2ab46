package dev.rote.data.prepare;

import dev.rote.data.Examples;
import dev.rote.data.Parts;
import dev.rote.data.Rows;
import dev.rote.tensor.InputShape;
import java.util.List;

/**
 * Inputs that are images.
 *
 * @param channels C
 * @param height H
 * @param width W
 */
record Images(int channels, int height, int width) {

    /** Images of another size. */
    interface Size {
        /** The size after the change; throws {@link IllegalArgumentException} when images of this size cannot be changed. */
        Images of(Images before);
    }

    /** Writes one changed image. */
    interface Change {
        /**
         * Reads {@code from}, [C, H, W] from position 0, and writes all pixels of the changed image from position {@code at}
         * of {@code into}.
         */
        void write(Images before, float[] from, float[] into, int at);
    }

    /** The parts with every image changed when it is read. */
    static Parts change(Parts parts, String who, Size size, Change change) {
        return Every.part(parts, who, (name, examples) -> {
            Images before = of(examples, who);
            return examples.with(
                    new Changed(examples.rows(), before, size.of(before).shape(), change));
        });
    }

    private static Images of(Examples examples, String who) {
        List<Long> dims = examples.inputs().dims();
        if (dims.size() != 3) {
            throw new IllegalArgumentException(who + " needs images [C, H, W], these inputs are " + dims);
        }
        return new Images(Math.toIntExact(dims.get(0)), Math.toIntExact(dims.get(1)), Math.toIntExact(dims.get(2)));
    }

    private InputShape.Features shape() {
        return new InputShape.Features(List.of((long) channels, (long) height, (long) width));
    }

    /** Images that are changed when they are read. */
    private record Changed(Rows source, Images before, InputShape.Features shape, Change change) implements Rows {
        @Override
        public void read(long id, float[] into, int at) {
            float[] image = new float[source.width()];
            source.read(id, image, 0);
            change.write(before, image, into, at);
        }
    }
}
