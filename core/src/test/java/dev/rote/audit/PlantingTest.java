package dev.rote.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlantingTest {

    /** A belief about rows of two classes in turn, of which those from {@code known} on nobody can tell. */
    private static Belief belief(int rows, int known, int[] labels) {
        double[][] opinion = new double[rows][];
        for (int i = 0; i < rows; i++) {
            opinion[i] =
                    i >= known ? new double[] {0.5, 0.5} : labels[i] == 0 ? new double[] {1, 0} : new double[] {0, 1};
        }
        return Belief.of(
                List.of(opinion, opinion), labels, IntStream.range(0, rows).toArray());
    }

    private static Planting planting(int rows, int known, double[] quality) {
        int[] labels = MadeInput.classes(rows, 2);
        return Planting.of(
                belief(rows, known, labels),
                labels,
                quality,
                IntStream.range(0, rows).toArray(),
                new Seeds(1));
    }

    private static double[] quality(int rows, int known) {
        double[] quality = new double[rows];
        Arrays.fill(quality, 0.5);
        Arrays.fill(quality, 0, known, 1);
        return quality;
    }

    @Test
    void whoKnowsAllFindsAll() {
        Planting planting = planting(100, 100, quality(100, 100));
        assertThat(planting.recall(0.5)).isCloseTo(1, within(1e-12));
        assertThat(planting.recall(1e-9)).isZero();
    }

    @Test
    void whatNobodyKnowsIsNotFoundAndCountsByItsQuality() {
        // 50 of quality 1 are found, 50 of quality 0.5 are not.
        Planting planting = planting(100, 50, quality(100, 50));
        assertThat(planting.recall(0.3)).isCloseTo(50 / 75.0, within(1e-12));
        assertThat(planting.recall(1)).isCloseTo(1, within(1e-12));
        assertThat(planting.recall(-1)).isZero();
    }

    @Test
    void recallRisesWithQuality() {
        int[] truth = MadeInput.classes(400, 3);
        int[] given = MadeInput.noisy(truth, 3, 0.2, false, new Seeds(1));
        int[] all = IntStream.range(0, 400).toArray();
        Belief belief = Belief.of(List.<double[][]>of(BeliefTest.opinions(truth, 3, 2, new Seeds(2))), given, all);
        double[] quality = IntStream.of(all)
                .mapToDouble(i -> belief.posterior(i, given[i])[given[i]])
                .toArray();
        Planting planting = Planting.of(belief, given, quality, all, new Seeds(3));
        double before = 0;
        for (double q = 0; q <= 1.001; q += 0.05) {
            assertThat(planting.recall(q)).isGreaterThanOrEqualTo(before);
            before = planting.recall(q);
        }
        assertThat(before).isCloseTo(1, within(1e-9));
        assertThat(planting.recall(0.5)).isBetween(0.8, 1.0);
    }
}
