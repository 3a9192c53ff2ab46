package dev.rote.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.Seeds;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BeliefTest {

    private static final int ROWS = 1500;

    /** What somebody believes who sees, of each class, a number of mean {@code sharp} for the right class, else 0, deviation 1. */
    static double[][] opinions(int[] truth, int classes, double sharp, Seeds seeds) {
        double[][] opinions = new double[truth.length][classes];
        for (int i = 0; i < truth.length; i++) {
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                double seen = seeds.gaussian(i * classes + k) + (truth[i] == k ? sharp : 0);
                opinions[i][k] = Math.exp(sharp * seen);
                sum += opinions[i][k];
            }
            for (int k = 0; k < classes; k++) {
                opinions[i][k] /= sum;
            }
        }
        return opinions;
    }

    private static List<double[][]> committee(int[] truth, int classes) {
        return List.of(
                opinions(truth, classes, 1.8, new Seeds(11)),
                opinions(truth, classes, 1.8, new Seeds(12)),
                opinions(truth, classes, 1.2, new Seeds(13)));
    }

    private static int[] all(int rows) {
        return IntStream.range(0, rows).toArray();
    }

    private static double[] quality(Belief belief, int[] labels) {
        return IntStream.range(0, labels.length)
                .mapToDouble(i -> belief.posterior(i, labels[i])[labels[i]])
                .toArray();
    }

    @Test
    void equalsTheReference() throws IOException {
        List<double[]> lines;
        try (InputStream in = Objects.requireNonNull(BeliefTest.class.getResourceAsStream("pool.csv"))) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
        }
        double[] rates = lines.get(0);
        List<double[]> examples = lines.subList(1, lines.size());
        assertThat(examples).hasSize(60);
        int[] labels = examples.stream().mapToInt(line -> (int) line[0]).toArray();
        List<double[][]> members = IntStream.range(0, 3)
                .mapToObj(m -> examples.stream()
                        .map(line -> Arrays.copyOfRange(line, 1 + 3 * m, 4 + 3 * m))
                        .toArray(double[][]::new))
                .toList();
        Belief belief = Belief.of(members, labels, all(60));
        for (int i = 0; i < 60; i++) {
            assertThat(belief.posterior(i, labels[i]))
                    .containsExactly(Arrays.copyOfRange(examples.get(i), 10, 13), within(1e-6));
        }
        Interval noise = belief.noise(labels, all(60));
        assertThat(new double[] {noise.value(), noise.low(), noise.high()}).containsExactly(rates, within(1e-6));
        // sure_rate and expected_precision of bench/audit/pool.py for the same; 17 are flagged.
        double rate = SureNoise.rate(belief, labels, all(60));
        assertThat(rate).isCloseTo(0.263869332818719, within(1e-6));
        double[] below = {Math.nextDown(0.5)};
        double recall = ImaginedNoise.recall(below, belief, labels, quality(belief, labels), all(60))[0];
        assertThat(rate * 60 * recall / 17).isCloseTo(0.8349405824717814, within(1e-6));
    }

    private static void found(int classes, double rate, boolean next) {
        int[] truth = MadeInput.classes(ROWS, classes);
        int[] given = MadeInput.noisy(truth, classes, rate, next, new Seeds(3));
        Belief belief = Belief.of(committee(truth, classes), given, all(ROWS));
        double[] quality = quality(belief, given);
        assertThat(MadeInput.auroc(quality, given, truth)).isGreaterThan(0.95);
        double wrong = (double) IntStream.range(0, ROWS)
                        .filter(i -> given[i] != truth[i])
                        .count()
                / ROWS;
        Interval noise = belief.noise(given, all(ROWS));
        assertThat(wrong).isBetween(noise.low(), noise.high());
        assertThat(noise.value()).isBetween(noise.low(), noise.high());
        assertThat(noise.high() - noise.low()).isLessThan(0.15);
        assertThat(belief.channel()[0][1]).isCloseTo(next ? rate : rate / (classes - 1), within(0.05));
    }

    @Test
    void evenNoiseIsFound() {
        found(4, 0.2, false);
    }

    @Test
    void oneSidedNoiseIsFound() {
        found(4, 0.3, true);
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        int[] truth = MadeInput.classes(300, 3);
        int[] given = MadeInput.noisy(truth, 3, 0.2, false, new Seeds(3));
        List<double[][]> members = committee(truth, 3);
        int[] order = new Seeds(9).permutation(300);
        Belief straight = Belief.of(members, given, all(300));
        Belief other = Belief.of(
                members.stream()
                        .map(member ->
                                Arrays.stream(order).mapToObj(i -> member[i]).toArray(double[][]::new))
                        .toList(),
                Arrays.stream(order).map(i -> given[i]).toArray(),
                all(300));
        Belief shuffledRows = Belief.of(members, given, order);
        for (int i = 0; i < 300; i++) {
            double[] expected = straight.posterior(order[i], given[order[i]]);
            assertThat(other.posterior(i, given[order[i]])).containsExactly(expected, within(1e-9));
            assertThat(shuffledRows.posterior(order[i], given[order[i]])).containsExactly(expected, within(1e-9));
        }
    }

    @Test
    void theOrderOfClassesDoesNotMatter() {
        int[] truth = MadeInput.classes(300, 3);
        int[] given = MadeInput.noisy(truth, 3, 0.2, true, new Seeds(3));
        List<double[][]> members = committee(truth, 3);
        int[] to = {2, 0, 1};
        Belief straight = Belief.of(members, given, all(300));
        Belief other = Belief.of(
                members.stream()
                        .map(member ->
                                Arrays.stream(member).map(p -> moved(p, to)).toArray(double[][]::new))
                        .toList(),
                Arrays.stream(given).map(k -> to[k]).toArray(),
                all(300));
        for (int i = 0; i < 300; i++) {
            assertThat(other.posterior(i, to[given[i]]))
                    .containsExactly(moved(straight.posterior(i, given[i]), to), within(1e-9));
        }
    }

    private static double[] moved(double[] p, int[] to) {
        double[] moved = new double[p.length];
        for (int k = 0; k < p.length; k++) {
            moved[to[k]] = p[k];
        }
        return moved;
    }

    @Test
    void onlyChosenRowsAreFitted() {
        int[] truth = MadeInput.classes(300, 3);
        int[] given = MadeInput.noisy(truth, 3, 0.2, false, new Seeds(3));
        int[] some = IntStream.range(0, 200).toArray();
        Belief belief = Belief.of(committee(truth, 3), given, some);
        int[] other = given.clone();
        Arrays.fill(other, 200, 300, 0);
        assertThat(Belief.of(committee(truth, 3), other, some).channel()).isDeepEqualTo(belief.channel());
        assertThat(Arrays.deepEquals(
                        Belief.of(committee(truth, 3), other, all(300)).channel(), belief.channel()))
                .isFalse();
    }
}
