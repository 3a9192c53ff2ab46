package dev.rote.estimates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Every figure on examples that can be counted by hand. */
class RankMetricsTest {

    private static final Offset<Double> CLOSE = within(1e-12);
    private static final double[] SCORES = {0.9, 0.1, 0.5, 0.5, 0.3};
    private static final double[] SOUGHT = {1, 0, 1, 0, 0};

    @Test
    void areaCountsPairsAndTiesHalf() {
        assertThat(RankMetrics.auc(SCORES, SOUGHT)).isCloseTo(5.5 / 6, CLOSE);
        assertThat(RankMetrics.auc(new double[] {3, 2, 1}, new double[] {0, 0, 1}))
                .isZero();
        assertThat(RankMetrics.auc(new double[] {7, 7, 7, 7}, new double[] {1, 0, 1, 0}))
                .isEqualTo(0.5);
        assertThat(RankMetrics.auc(SCORES, new double[5])).isNaN();
        assertThat(RankMetrics.auc(new double[] {1, Double.NaN}, new double[] {0, 1}))
                .isNaN();
    }

    @Test
    void precisionAndRecallLookFromTheTop() {
        double[] scores = {4, 3, 2, 1};
        double[] sought = {1, 0, 1, 0};
        assertThat(RankMetrics.averagePrecision(scores, sought)).isCloseTo((1 + 2.0 / 3) / 2, CLOSE);
        // Of two that tie neither comes first: both are seen at once.
        assertThat(RankMetrics.averagePrecision(new double[] {1, 1}, new double[] {1, 0}))
                .isEqualTo(0.5);
        assertThat(RankMetrics.averagePrecision(new double[] {1, 1}, new double[] {0, 1}))
                .isEqualTo(0.5);
        assertThat(RankMetrics.recall(scores, sought, 0.25)).isEqualTo(0.5);
        assertThat(RankMetrics.recall(scores, sought, 0.75)).isEqualTo(1);
        assertThat(RankMetrics.recall(scores, new double[4], 0.5)).isNaN();
        assertThat(RankMetrics.averagePrecision(new double[] {Double.NaN, 1}, new double[] {1, 0}))
                .isNaN();
    }

    @Test
    void correlationOfRanks() {
        assertThat(RankMetrics.spearman(new double[] {1, 2, 3}, new double[] {10, 100, 1000}))
                .isCloseTo(1, CLOSE);
        assertThat(RankMetrics.spearman(new double[] {1, 2, 3}, new double[] {3, 2, 1}))
                .isCloseTo(-1, CLOSE);
        assertThat(RankMetrics.spearman(new double[] {1, 2, 2, 4}, new double[] {1, 3, 2, 4}))
                .isCloseTo(4.5 / Math.sqrt(4.5 * 5), CLOSE);
        assertThat(RankMetrics.spearman(new double[] {1, 1}, new double[] {1, 2}))
                .isNaN();
    }

    @Test
    void groupsGoFromLowToHigh() {
        assertThat(RankMetrics.groups(new double[] {5, 1, 4, 2, 3}, new double[] {50, 10, 40, 20, 30}, 2))
                .containsExactly(15, 40);
    }
}
