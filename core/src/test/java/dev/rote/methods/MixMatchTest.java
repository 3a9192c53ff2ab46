package dev.rote.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.data.Batch;
import dev.rote.losses.CrossEntropy;
import dev.rote.nets.Forward;
import dev.rote.nets.Hook;
import dev.rote.nets.Mode;
import dev.rote.nets.Model;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.train.Clock;
import dev.rote.train.Pass;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class MixMatchTest {

    /** Outputs are the inputs. */
    private record Through(Tensor unused) implements Model {
        @Override
        public Map<String, Tensor> parameters() {
            return Map.of("unused", unused);
        }

        @Override
        public List<String> layers() {
            return List.of();
        }

        @Override
        public Tensor forward(Tensor inputs, Forward how) {
            return inputs;
        }
    }

    private static final double[] INPUTS = {1, 0, -1, 2, 0, 0, 3, 1, 0.5, -2, 0, 1};
    private static final double[] TARGETS = {0.9, 0.1, 0, 0, 0.5, 0.5, 0.2, 0.2, 0.6, 0, 0, 1};

    /** Two views that differ, four rows, three classes; alpha so small that nothing is mixed. */
    private static double[] losses(double weight, int... labelled) {
        try (Scope scope = Scope.open()) {
            Tensor here = Place.FLOAT64.of(INPUTS, 4, 3);
            Tensor there = here.mul(0.5);
            Batch batch = new Batch(new long[] {3, 5, 8, 9}, here, Place.FLOAT64.of(TARGETS, 4, 3));
            Pass pass =
                    new Pass(new Through(here), batch, Hook.NONE, Mode.TRAIN, new Clock(0, 1, 1), true, new Seeds(1));
            Division division = new Division(new double[4], labelled);
            return new MixMatch(new CrossEntropy(), 1e-9, weight)
                    .losses(pass, List.of(here, there), batch.targets(), division, new Seeds(2))
                    .toDoubles();
        }
    }

    private static double[] softmax(int row, double factor) {
        double[] powers = DoubleStream.of(INPUTS[3 * row], INPUTS[3 * row + 1], INPUTS[3 * row + 2])
                .map(z -> Math.exp(factor * z))
                .toArray();
        double sum = DoubleStream.of(powers).sum();
        return DoubleStream.of(powers).map(power -> power / sum).toArray();
    }

    private static double known(int row) {
        double sum = 0;
        for (double factor : new double[] {1, 0.5}) {
            for (int k = 0; k < 3; k++) {
                sum -= TARGETS[3 * row + k] * Math.log(softmax(row, factor)[k]) / 2;
            }
        }
        return sum;
    }

    private static double other(int row) {
        double sum = 0;
        for (double factor : new double[] {1, 0.5}) {
            for (int k = 0; k < 3; k++) {
                sum += Math.pow(softmax(row, factor)[k] - TARGETS[3 * row + k], 2) / 6;
            }
        }
        return sum;
    }

    private static double penalty() {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            double mean = 0;
            for (int row = 0; row < 4; row++) {
                mean += (softmax(row, 1)[k] + softmax(row, 0.5)[k]) / 8;
            }
            sum += Math.log(1 / 3.0 / mean) / 3;
        }
        return sum;
    }

    @Test
    void theMeanIsTheObjectiveAndEachRowHasItsOwnShare() {
        double[] losses = losses(25, 1, 2);
        assertThat(penalty()).isPositive();
        assertThat(losses[0]).isCloseTo(2 * 25 * other(0) + penalty(), within(1e-12));
        assertThat(losses[1]).isCloseTo(2 * known(1) + penalty(), within(1e-12));
        assertThat(losses[2]).isCloseTo(2 * known(2) + penalty(), within(1e-12));
        assertThat(losses[3]).isCloseTo(2 * 25 * other(3) + penalty(), within(1e-12));
        double objective = (known(1) + known(2)) / 2 + 25 * (other(0) + other(3)) / 2 + penalty();
        assertThat(DoubleStream.of(losses).average().orElseThrow()).isCloseTo(objective, within(1e-12));
    }

    @Test
    void aSideWithoutRowsIsLeftOut() {
        double[] all = losses(25, 0, 1, 2, 3);
        double[] none = losses(25);
        for (int row = 0; row < 4; row++) {
            assertThat(all[row]).isCloseTo(known(row) + penalty(), within(1e-12));
            assertThat(none[row]).isCloseTo(25 * other(row) + penalty(), within(1e-12));
        }
    }

    @Test
    void thePenaltyIsZeroForEvenPredictionsAndFiniteForASingleClass() {
        try (Scope scope = Scope.open()) {
            double[] rows = {1, 0, 0, 0, 1, 0, 0, 0, 1};
            assertThat(MixMatch.penalty(Place.FLOAT64.of(rows, 3, 3)).item()).isCloseTo(0, within(1e-15));
            double one = MixMatch.penalty(Place.FLOAT64.of(new double[] {1, 0}, 1, 2))
                    .item();
            assertThat(one).isCloseTo(-Math.log(2) + 15 * Math.log(10), within(1e-9));
        }
    }

    @Test
    void targetsAreRefinedWhereLabelledAndGuessedElsewhere() {
        try (Scope scope = Scope.open()) {
            Tensor first = Place.FLOAT64.of(new double[] {0.8, 0.2, 0.6, 0.4}, 2, 2);
            Tensor second = Place.FLOAT64.of(new double[] {0.5, 0.5, 0.2, 0.8}, 2, 2);
            Tensor labels = Place.FLOAT64.of(new double[] {0, 1, 1, 0}, 2, 2);
            Division division = new Division(new double[] {0.75, 0.25}, new int[] {0});
            Guesses guesses = new Guesses(List.of(first, second));
            double[] targets = guesses.targets(0, labels, division, 0.5).toDoubles();
            // Row 0: 0.75 (0, 1) + 0.25 (0.8, 0.2) = (0.2, 0.8); row 1: the mean guess (0.4, 0.6).
            double sharp0 = 0.04 / (0.04 + 0.64);
            double sharp1 = 0.16 / (0.16 + 0.36);
            assertThat(targets).containsExactly(new double[] {sharp0, 1 - sharp0, sharp1, 1 - sharp1}, within(1e-12));
            double[] other = guesses.targets(1, labels, division, 1).toDoubles();
            assertThat(other).containsExactly(new double[] {0.125, 0.875, 0.4, 0.6}, within(1e-12));
            double[] hard = Guesses.sharpened(first, 1e-3).toDoubles();
            assertThat(hard).containsExactly(new double[] {1, 0, 1, 0}, within(1e-12));
        }
    }
}
