package dev.rote.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.audit.Findings.Cut;
import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlantingTest {

    private static final double[][] ONE_WAY = {{0.8, 0.2, 0}, {0, 1, 0}, {0, 0.1, 0.9}};

    private static PlantedNoise plant(int[] labels, double[] quality, double share, long seed) {
        int[] candidates =
                IntStream.range(0, labels.length).filter(i -> i % 10 != 0).toArray();
        return PlantedNoise.of(ONE_WAY, labels, quality, candidates, share, new Seeds(seed));
    }

    @Test
    void wrongLabelsFollowTheChannel() {
        int[] labels = MadeInput.classes(3000, 3);
        double[] quality = new double[3000];
        Arrays.setAll(quality, i -> i < 300 ? 0.4 : 0.9);
        PlantedNoise planted = plant(labels, quality, 0.05, 1);
        int credible = 2430;
        assertThat(planted.rows()).hasSize((int) Math.round(0.05 * credible)).isSorted();
        int[] from = new int[3];
        for (int i = 0, next = 0; i < 3000; i++) {
            boolean here = next < planted.rows().length && planted.rows()[next] == i;
            next += here ? 1 : 0;
            if (here) {
                assertThat(i).isGreaterThanOrEqualTo(300);
                assertThat(i % 10).isNotZero();
                from[labels[i]]++;
                assertThat(planted.labels()[i]).isEqualTo(1);
            } else {
                assertThat(planted.labels()[i]).isEqualTo(labels[i]);
            }
        }
        // class 0 is mislabelled twice as often as class 2, class 1 never
        assertThat(from[1]).isZero();
        assertThat((double) from[0] / from[2]).isBetween(1.4, 2.8);
        assertThat(plant(labels, quality, 0.05, 1).labels()).isEqualTo(planted.labels());
        assertThat(plant(labels, quality, 0.05, 2).labels()).isNotEqualTo(planted.labels());
    }

    @Test
    void oneIsPlantedWhereAllClassesSeemRight() {
        int[] labels = {1, 1, 1, 1};
        double[] quality = {1, 1, 1, 1};
        PlantedNoise planted = plant(labels, quality, 0.01, 1);
        assertThat(planted.rows()).hasSize(1);
        assertThat(planted.labels()[planted.rows()[0]]).isNotEqualTo(1);
    }

    @Test
    void recallIsTheShareFound() {
        Planting planting = new Planting(new double[] {0.1, 0.2, 0.2, 0.9});
        assertThat(planting.recall(0.05)).isZero();
        assertThat(planting.recall(0.1)).isEqualTo(0.25);
        assertThat(planting.recall(0.2)).isEqualTo(0.75);
        assertThat(planting.recall(1)).isEqualTo(1);
    }

    @Test
    void expectationsLieBetweenQualitiesAndWhatWasFound() {
        Planting planting = new Planting(new double[] {0.1, 0.2, 0.3, 0.3, 0.9});
        // 20 wrong: found 0, 12 and 16 at the cuts; above them a line from 0 over 12 at 20 to 16 at 40
        List<Cut> cuts = List.of(new Cut(10, 0.05, 0.9), new Cut(20, 0.25, 0.8), new Cut(40, 0.5, 0.4));
        List<Cut> flat = planting.expected(cuts, 20);
        assertThat(flat.get(0).expected()).isCloseTo((0.9 + 0.4) / 2, within(1e-12));
        assertThat(flat.get(1).expected()).isCloseTo((0.8 + 8.0 / 20) / 2, within(1e-12));
        assertThat(flat.get(2).expected()).isCloseTo((0.4 + 16.0 / 40) / 2, within(1e-12));
        List<Cut> most = planting.expected(cuts, 1000);
        assertThat(most).allSatisfy(cut -> assertThat(cut.expected()).isLessThanOrEqualTo(1));
        assertThat(flat).extracting(Cut::examples).containsExactly(10, 20, 40);
    }

    @Test
    void whatIsFoundIsWhatIsBelievedOfThePlantedLabels() {
        int[] labels = MadeInput.classes(300, 2);
        double[][] opinion = new double[300][];
        Arrays.setAll(opinion, i -> labels[i] == 0 ? new double[] {0.9, 0.1} : new double[] {0.1, 0.9});
        for (int i = 0; i < 300; i += 10) {
            labels[i] = 1 - labels[i];
        }
        int[] all = IntStream.range(0, 300).toArray();
        Belief belief = Belief.of(List.<double[][]>of(opinion), labels, all);
        int[] wrong = labels.clone();
        wrong[7] = 1 - wrong[7];
        PlantedNoise planted = new PlantedNoise(new int[] {7}, wrong);
        assertThat(Planting.of(belief, planted).qualities()).containsExactly(belief.posterior(7, wrong[7])[wrong[7]]);
        double[][] other = opinion.clone();
        other[7] = new double[] {0.5, 0.5};
        assertThat(Planting.of(belief.seeing(List.<double[][]>of(other)), planted)
                        .qualities()[0])
                .isGreaterThan(belief.posterior(7, wrong[7])[wrong[7]]);
    }
}
