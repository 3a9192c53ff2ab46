package dev.rote.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.data.Examples;
import dev.rote.data.Parts;
import dev.rote.data.Preparation;
import dev.rote.data.Rows;
import dev.rote.data.Target;
import dev.rote.data.prepare.Standardize.Per;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandardizeTest implements PreparationContract {

    @Override
    public Preparation preparation() {
        return new Standardize();
    }

    @Override
    public String name() {
        return "standardize";
    }

    @Override
    public Set<String> touched() {
        return Set.of("train", "test", "extra");
    }

    @Override
    public boolean draws() {
        return false;
    }

    @Override
    public int readsBefore() {
        return 61;
    }

    @Override
    public Map<String, ThrowingCallable> refusals() {
        float[][] four = {{1, 2}, {3, 4}};
        float[][] hole = {{1, 2}, {3, Float.NaN}};
        float[][] endless = {{1, 2}, {Float.NEGATIVE_INFINITY, 4}};
        return Map.of(
                "input 1 of row 1 of part train must be a finite number, was NaN",
                () -> preparation().apply(parts(hole, four), SEEDS),
                "input 0 of row 1 of part test must be a finite number, was -Infinity",
                () -> Album.read(rows(preparation().apply(parts(four, endless), SEEDS), "test"), 1),
                "standardize needs at least one training example",
                () -> preparation().apply(parts(new float[0][2], four), SEEDS),
                "part test must have inputs [2] as part train, was [3]",
                () -> preparation().apply(parts(four, new float[1][3]), SEEDS));
    }

    private static Parts parts(float[][] train, float[][] test) {
        return Album.usual()
                .parts()
                .with("train", examples(train))
                .with("test", examples(test))
                .with("extra", examples(train));
    }

    private static Examples examples(float[][] numbers) {
        long width = numbers.length == 0 ? 2 : numbers[0].length;
        Rows rows = new Rows() {
            @Override
            public InputShape.Features shape() {
                return new InputShape.Features(List.of(width));
            }

            @Override
            public void read(long id, float[] into, int at) {
                System.arraycopy(numbers[(int) id], 0, into, at, (int) width);
            }
        };
        long[] ids = IntStream.range(0, numbers.length).asLongStream().toArray();
        return Examples.of(ids, rows, new Target.Classes(2), new int[numbers.length]);
    }

    private static Rows rows(Parts parts, String name) {
        return Album.examples(parts.get(name)).rows();
    }

    /** Which numbers of a picture share their statistics. */
    private static int group(Per per, int j) {
        return switch (per) {
            case FEATURE -> j;
            case CHANNEL -> j / 24;
            case ALL -> 0;
        };
    }

    /** Against two plain passes over everything; and what is learned is replayed on the test part. */
    @ParameterizedTest
    @EnumSource(Per.class)
    void isTheTextbookFormula(Per per) {
        Parts before = Album.usual().parts();
        double[] sum = new double[Album.WIDTH];
        double[] squares = new double[Album.WIDTH];
        double[] count = new double[Album.WIDTH];
        for (long id : before.get("train").ids()) {
            for (int j = 0; j < Album.WIDTH; j++) {
                sum[group(per, j)] += Album.pixel(id, j);
                count[group(per, j)]++;
            }
        }
        for (long id : before.get("train").ids()) {
            for (int j = 0; j < Album.WIDTH; j++) {
                int g = group(per, j);
                squares[g] += Math.pow(Album.pixel(id, j) - sum[g] / count[g], 2);
            }
        }
        for (boolean centreOnly : new boolean[] {false, true}) {
            Parts after = new Standardize(per, centreOnly).apply(before, new Seeds(1));
            for (String name : List.of("train", "test")) {
                for (long id : after.get(name).ids()) {
                    float[] row = Album.read(rows(after, name), id);
                    for (int j = 0; j < Album.WIDTH; j++) {
                        int g = group(per, j);
                        double by = centreOnly ? 1 : Math.sqrt(squares[g] / count[g]);
                        double expected = (Album.pixel(id, j) - sum[g] / count[g]) / by;
                        assertThat((double) row[j]).isCloseTo(expected, within(1e-6));
                    }
                }
            }
        }
    }

    @Test
    void constantsAreCentredAndNotDivided() {
        float[][] train = new float[1000][];
        Arrays.setAll(train, i -> new float[] {0.1f, i % 2 == 0 ? 5 : 7});
        Parts parts = new Standardize(Per.FEATURE, false).apply(parts(train, new float[][] {{3.1f, 8}}), SEEDS);
        assertThat(Album.read(rows(parts, "train"), 4)).containsExactly(0, -1);
        assertThat(Album.read(rows(parts, "test"), 0)).containsExactly((float) (3.1f - (double) 0.1f), 2);
        Arrays.setAll(train, i -> new float[] {0.1f, 0.1f, 0.1f});
        Parts constant = new Standardize(Per.ALL, false).apply(parts(train, new float[][] {{1.1f, 0.1f, 0.1f}}), SEEDS);
        assertThat(Album.read(rows(constant, "test"), 0)).containsExactly((float) (1.1f - (double) 0.1f), 0, 0);
    }

    @Test
    void aLargeMeanDoesNotDrownTheDeviation() {
        float[][] train = {{10_000_001, 0}, {10_000_002, 0}, {10_000_003, 0}};
        Parts parts = new Standardize(Per.FEATURE, false).apply(parts(train, train), SEEDS);
        assertThat(Album.read(rows(parts, "train"), 2)[0]).isEqualTo((float) Math.sqrt(1.5));
    }

    @Test
    void columnsOfATableAreItsChannels() {
        float[][] train = {{1, 10}, {3, 50}};
        Parts parts = new Standardize().apply(parts(train, train), SEEDS);
        assertThat(Album.read(rows(parts, "train"), 0)).containsExactly(-1, -1);
    }
}
