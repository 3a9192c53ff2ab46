package dev.rote.audit.learners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.audit.features.Dense;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Workers;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BinsTest {

    private static int[] bins(int most, float... values) {
        try (Workers workers = new Workers(1)) {
            Bins bins = Bins.of(new Dense(values, 1), most, workers);
            int[] all = new int[values.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = bins.at(i, 0);
            }
            return all;
        }
    }

    @Test
    void fewValuesHaveABinEachAndMissingOnesTheFirst() {
        float inf = Float.POSITIVE_INFINITY;
        assertThat(bins(256, 3, Float.NaN, -1, 3, -inf, inf, 0, -0.0f)).containsExactly(4, 0, 2, 4, 1, 5, 3, 3);
        assertThat(bins(256, Float.NaN, Float.NaN)).containsExactly(0, 0);
    }

    @Test
    void manyValuesAreCutIntoEqualParts() {
        float[] values = new float[1000];
        for (int i = 0; i < 1000; i++) {
            values[i] = (i * 7) % 1000;
        }
        int[] bins = bins(11, values);
        for (int i = 0; i < 1000; i++) {
            assertThat(bins[i]).isEqualTo(1 + (int) values[i] / 100);
        }
    }

    @Property(tries = 100)
    void orderIsKept(@ForAll @IntRange(min = 1, max = 600) int rows, @ForAll long seed) {
        float[] values = new float[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = (float) Math.floor(new Seeds(seed).gaussian(i) * 200);
        }
        int[] bins = bins(20, values);
        for (int i = 1; i < rows; i++) {
            int sign = Float.compare(values[i], values[i - 1]);
            assertThat(Integer.signum(bins[i] - bins[i - 1])).isIn(0, sign);
            assertThat(bins[i]).isBetween(1, 19);
        }
    }
}
