package dev.rote.bench;

import dev.rote.data.Examples;
import dev.rote.data.Parts;
import dev.rote.data.Rows;
import dev.rote.data.Source;
import dev.rote.data.Target;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Noise in the shape of grey pictures of 28 x 28 with ten classes at random: enough to time a step on. */
record Pictures(int count) implements Source {

    private static final int CLASSES = 10;

    @Override
    public Parts open(Seeds seeds) {
        return new Parts(
                this,
                Map.of(
                        "train",
                        part(seeds.of("train")),
                        "test",
                        part(seeds.of("test")),
                        "clean",
                        part(seeds.of("clean"))));
    }

    private Examples part(Seeds seeds) {
        InputShape.Features shape = new InputShape.Features(List.of(1L, 28L, 28L));
        int width = Math.toIntExact(shape.size());
        double[] drawn = seeds.of("inputs").gaussians(count * width, 1);
        float[] numbers = new float[drawn.length];
        for (int i = 0; i < drawn.length; i++) {
            numbers[i] = (float) drawn[i];
        }
        Rows rows = new Rows() {
            @Override
            public InputShape.Features shape() {
                return shape;
            }

            @Override
            public void read(long id, float[] into, int at) {
                System.arraycopy(numbers, (int) id * width, into, at, width);
            }
        };
        int[] order = seeds.of("labels").permutation(count);
        int[] labels = Arrays.stream(order).map(i -> i % CLASSES).toArray();
        return Examples.of(LongStream.range(0, count).toArray(), rows, new Target.Classes(CLASSES), labels);
    }
}
