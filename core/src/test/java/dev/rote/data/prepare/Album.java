package dev.rote.data.prepare;

import dev.rote.data.Dataset;
import dev.rote.data.Examples;
import dev.rote.data.ModularArithmetic;
import dev.rote.data.Parts;
import dev.rote.data.Rows;
import dev.rote.data.Target;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/** Little colour pictures of five classes of unequal size, in three parts; pixels and label are functions of the id. */
final class Album {

    static final List<Long> DIMS = List.of(3L, 4L, 6L);
    static final int WIDTH = 72;
    static final List<String> NAMES = List.of("ant", "bee", "cat", "dog", "elk");

    private final double testScale;
    private final AtomicLong reads = new AtomicLong();

    private Album(double testScale) {
        this.testScale = testScale;
    }

    static Album usual() {
        return new Album(1);
    }

    /** The same but for the pixels and the labels of the test part. */
    static Album withOtherTest() {
        return new Album(100);
    }

    /** 61 training pictures, 40 for testing, 20 more; every third id is in no part. */
    Parts parts() {
        return new Parts(new ModularArithmetic(), Map.of())
                .with("train", part(0, 61, 1))
                .with("test", part(1, 40, testScale))
                .with("extra", part(301, 20, 1));
    }

    /** How many rows were read. */
    long reads() {
        return reads.get();
    }

    private Examples part(long first, int count, double scale) {
        long[] ids = LongStream.range(0, count).map(i -> first + 3 * i).toArray();
        int[] labels = Arrays.stream(ids)
                .mapToInt(id -> scale == 1 ? label(id) : (int) (id % 5))
                .toArray();
        return Examples.of(ids, new Pictures(scale, reads), new Target.Classes(NAMES), labels);
    }

    static float pixel(long id, int j) {
        return (float) new Seeds(9).of(id).uniform(j);
    }

    /** Lower classes are larger; 0 to 4. */
    static int label(long id) {
        double draw = new Seeds(8).uniform(id);
        return (int) (5 * draw * draw);
    }

    static float[] picture(long id) {
        float[] pixels = new float[WIDTH];
        for (int j = 0; j < WIDTH; j++) {
            pixels[j] = pixel(id, j);
        }
        return pixels;
    }

    /** One row, checked for staying inside its place. */
    static float[] read(Rows rows, long id) {
        float[] guarded = new float[rows.width() + 6];
        Arrays.fill(guarded, Float.NaN);
        rows.read(id, guarded, 3);
        for (int i = 0; i < guarded.length; i++) {
            if (Float.isNaN(guarded[i]) == (i >= 3 && i < rows.width() + 3)) {
                throw new AssertionError("row " + id + " was written wrongly at " + (i - 3));
            }
        }
        return Arrays.copyOfRange(guarded, 3, rows.width() + 3);
    }

    static Examples examples(Dataset part) {
        return Examples.of(part, "test");
    }

    /** Everything that can be seen of a part. */
    static List<Object> seen(Dataset part) {
        Examples examples = examples(part);
        Map<Long, List<Float>> rows = new TreeMap<>();
        for (long id : examples.ids()) {
            List<Float> row = new java.util.ArrayList<>();
            for (float value : read(examples.rows(), id)) {
                row.add(value);
            }
            rows.put(id, row);
        }
        return List.of(rows, Arrays.stream(examples.labels()).boxed().toList(), examples.inputs(), examples.target());
    }

    private record Pictures(double scale, AtomicLong reads) implements Rows {
        @Override
        public InputShape.Features shape() {
            return new InputShape.Features(DIMS);
        }

        @Override
        public void read(long id, float[] into, int at) {
            reads.incrementAndGet();
            for (int j = 0; j < WIDTH; j++) {
                into[at + j] = (float) (scale * pixel(id, j));
            }
        }
    }
}
