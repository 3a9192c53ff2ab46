package dev.rote.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.audit.Findings.Cut;
import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImaginedNoiseTest {

    private static int[] all(int rows) {
        return IntStream.range(0, rows).toArray();
    }

    private static double[] quality(Belief belief, int[] labels) {
        return IntStream.range(0, labels.length)
                .mapToDouble(i -> belief.posterior(i, labels[i])[labels[i]])
                .toArray();
    }

    /** Of a quarter nothing is known, so whatever it is labelled is believed; the others are clear, and one in five of them is labelled wrong. */
    @Test
    void whatIsClearIsFoundAndWhatIsNotIsNot() {
        int rows = 1200;
        int[] truth = MadeInput.classes(rows, 3);
        int[] labels = truth.clone();
        double[][] opinion = new double[rows][3];
        double[] credible = new double[rows];
        for (int i = 0; i < rows; i++) {
            Arrays.fill(opinion[i], i < 300 ? 1.0 / 3 : 0);
            opinion[i][truth[i]] = i < 300 ? 1.0 / 3 : 1;
            labels[i] = i % 5 == 0 ? (truth[i] + 1 + i % 2) % 3 : truth[i];
            credible[i] = i < 300 ? 0.2 : i % 5 == 0 ? 0 : 0.9;
        }
        Belief belief = Belief.of(List.<double[][]>of(opinion), labels, all(rows));
        double[] recall = ImaginedNoise.recall(new double[] {0, 0.5, 1}, belief, labels, credible, all(rows));
        double clear = 720 * 0.9;
        assertThat(recall).containsExactly(new double[] {0, clear / (clear + 300 * 0.2), 1}, within(1e-12));
        int[] known = IntStream.range(300, rows).toArray();
        assertThat(ImaginedNoise.recall(new double[] {0.5}, belief, labels, credible, known))
                .containsExactly(new double[] {1}, within(1e-12));
    }

    /** Every example of class 0 might as well be of class 1: what goes there is not found. */
    @Test
    void labelsGoWhereTheChannelTakesThem() {
        int[] labels = MadeInput.classes(3000, 3);
        double[][] opinion = new double[3000][];
        double[][] kinds = {{0.5, 0.5, 0}, {0, 1, 0}, {0, 0, 1}};
        Arrays.setAll(opinion, i -> kinds[labels[i]]);
        for (int i = 0; i < 3000; i += 10) {
            labels[i] = labels[i] == 2 ? 0 : labels[i];
        }
        Belief belief = Belief.of(List.<double[][]>of(opinion), labels, all(3000));
        double[] even = new double[3000];
        Arrays.fill(even, 1);
        int[] first = IntStream.range(0, 3000).filter(i -> opinion[i][0] > 0).toArray();
        double[] from = belief.channel()[0];
        assertThat(ImaginedNoise.recall(new double[] {0.5}, belief, labels, even, first)[0])
                .isCloseTo(from[2] / (from[1] + from[2]), within(1e-3));
    }

    @Test
    void qualitiesAreThoseOfThePosterior() {
        int[] truth = MadeInput.classes(200, 4);
        int[] given = MadeInput.noisy(truth, 4, 0.2, true, new Seeds(3));
        Belief belief = Belief.of(
                List.of(
                        BeliefTest.opinions(truth, 4, 1.5, new Seeds(1)),
                        BeliefTest.opinions(truth, 4, 1, new Seeds(2))),
                given,
                all(200));
        for (int i = 0; i < 200; i++) {
            double[] qualities = belief.qualities(i);
            double[] after = new double[4];
            for (int j = 0; j < 4; j++) {
                assertThat(qualities[j]).isCloseTo(belief.posterior(i, j)[j], within(1e-12));
                after[j] = belief.before(i)[j];
            }
            assertThat(Arrays.stream(after).sum()).isCloseTo(1, within(1e-12));
        }
    }

    /** Two classes, two thirds of whose examples overlap: the qualities promise too much of the flags. */
    @Test
    void overlapIsNotTakenForNoise() {
        int rows = 6000;
        double noise = 0.1;
        int[] truth = MadeInput.classes(rows, 2);
        int[] given = MadeInput.noisy(truth, 2, noise, false, new Seeds(3));
        double[][] vague = BeliefTest.opinions(truth, 2, 1, new Seeds(1));
        double[][] clear = BeliefTest.opinions(truth, 2, 3, new Seeds(1));
        // Who learned from the given labels is as unsure as they are.
        double[][] learned = new double[rows][2];
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < 2; k++) {
                learned[i][k] = noise + (1 - 2 * noise) * (i % 3 == 0 ? clear : vague)[i][k];
            }
        }
        Belief belief = Belief.of(List.<double[][]>of(learned), given, all(rows));
        double[] quality = quality(belief, given);
        int[] flags = Arrays.stream(all(rows)).filter(i -> quality[i] < 0.5).toArray();
        double right = Arrays.stream(flags)
                .mapToDouble(i -> given[i] == truth[i] ? 0 : 1)
                .average()
                .orElseThrow();
        double promised =
                Arrays.stream(flags).mapToDouble(i -> 1 - quality[i]).average().orElseThrow();
        double rate = SureNoise.rate(belief, given, all(rows));
        assertThat(rate).isCloseTo(noise, within(0.02));
        List<Cut> cuts = ImaginedNoise.expected(
                List.of(new Cut(flags.length, Math.nextDown(0.5), promised)), rate, belief, given, quality, all(rows));
        assertThat(promised).isGreaterThan(right + 0.2);
        assertThat(cuts).hasSize(1);
        assertThat(cuts.get(0).expected()).isCloseTo(right, within(0.05));
    }
}
