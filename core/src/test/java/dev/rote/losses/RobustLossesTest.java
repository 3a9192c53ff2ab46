package dev.rote.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.nets.OutputGradient;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.DType;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The losses by the formulas of their papers, and what they become at the ends of their ranges. */
class RobustLossesTest {

    private static void is(OutputGradient loss, ToDoubleBiFunction<double[], Integer> formula) {
        for (int which = 0; which < 30; which++) {
            double[] outputs = ClosedForms.outputs(which);
            int label = which % ClosedForms.CLASSES;
            double expected = formula.applyAsDouble(ClosedForms.probabilities(outputs), label);
            assertThat(ClosedForms.loss(loss, outputs, label))
                    .as(loss.toString())
                    .isCloseTo(expected, within(1e-12 * (1 + expected)));
        }
    }

    private static void agree(OutputGradient loss, double factor, OutputGradient other, double tolerance) {
        for (int which = 0; which < 30; which++) {
            double[] outputs = ClosedForms.outputs(which);
            int label = which % ClosedForms.CLASSES;
            double expected = factor * ClosedForms.loss(other, outputs, label);
            assertThat(ClosedForms.loss(loss, outputs, label)).isCloseTo(expected, within(tolerance * (1 + expected)));
            double[] slope = ClosedForms.slope(other, outputs, label);
            assertThat(ClosedForms.slope(loss, outputs, label))
                    .containsExactly(Arrays.stream(slope).map(s -> factor * s).toArray(), within(tolerance));
        }
    }

    private static double sumOfLogs(double[] p) {
        return Arrays.stream(p).map(Math::log).sum();
    }

    @Test
    void formulasForAClassLabel() {
        is(new Mae(), (p, y) -> 2 * (1 - p[y]));
        is(new Gce(), (p, y) -> (1 - Math.pow(p[y], 0.7)) / 0.7);
        is(new Rce(), (p, y) -> 4 * (1 - p[y]));
        is(new Sce(), (p, y) -> -0.1 * Math.log(p[y]) + 4 * (1 - p[y]));
        is(new Nce(), (p, y) -> Math.log(p[y]) / sumOfLogs(p));
        is(new NceRce(10, 0.1, -9.21), (p, y) -> 10 * Math.log(p[y]) / sumOfLogs(p) + 0.921 * (1 - p[y]));
        is(new NceMae(), (p, y) -> Math.log(p[y]) / sumOfLogs(p) + 10 * (1 - p[y]));
        is(new Focal(), (p, y) -> -Math.pow(1 - p[y], 2) * Math.log(p[y]));
        is(new LabelSmoothing(), (p, y) -> -0.9 * Math.log(p[y]) - 0.1 / p.length * sumOfLogs(p));
    }

    @Test
    void aSoftLabelCostsWhatItsClassesCostAsFarAsTheyAreLinearInIt() {
        double[] outputs = ClosedForms.outputs(1);
        double[] shares = ClosedForms.probabilities(ClosedForms.outputs(2));
        for (OutputGradient loss : List.<OutputGradient>of(new Gce(), new Nce(), new Focal(), new LabelSmoothing())) {
            double expected = IntStream.range(0, shares.length)
                    .mapToDouble(label -> shares[label] * ClosedForms.loss(loss, outputs, label))
                    .sum();
            try (Scope scope = Scope.open()) {
                Tensor row = Place.FLOAT64.of(outputs, 1, outputs.length);
                double seen = loss.replace(row, Place.FLOAT64.of(shares, 1, shares.length));
                assertThat(seen).as(loss.toString()).isCloseTo(expected, within(1e-12));
            }
        }
    }

    @Test
    void theReverseLossCutsLogarithmsOfSmallShares() {
        double[] outputs = {1, 0, -1};
        double[] shares = {0.99, 0.01, 0};
        double[] p = ClosedForms.probabilities(outputs);
        double expected = -p[0] * Math.log(0.99) + 4 * (p[1] + p[2]); // log 0.01 = -4.6 is below -4
        try (Scope scope = Scope.open()) {
            Tensor row = Place.FLOAT64.of(outputs, 1, 3);
            assertThat(new Rce().replace(row, Place.FLOAT64.of(shares, 1, 3))).isCloseTo(expected, within(1e-14));
        }
    }

    @Test
    void theSlopeOfSymmetricCrossEntropyIsTheDerivedOne() {
        Sce loss = new Sce(0.3, 0.8, -5);
        for (int which = 0; which < 30; which++) {
            double[] outputs = ClosedForms.outputs(which);
            int y = which % ClosedForms.CLASSES;
            double[] p = ClosedForms.probabilities(outputs);
            double c = 0.3 + 0.8 * 5 * p[y];
            double[] expected = IntStream.range(0, p.length)
                    .mapToDouble(j -> j == y ? -(1 - p[y]) * c : p[j] * c)
                    .toArray();
            assertThat(ClosedForms.slope(loss, outputs, y)).containsExactly(expected, within(1e-13));
        }
    }

    @Test
    void atTheEndsOfTheirRangesTheyAreEachOther() {
        agree(new Gce(1e-9), 1, new CrossEntropy(), 1e-6);
        agree(new Gce(1), 0.5, new Mae(), 1e-13);
        agree(new Rce(-2), 1, new Mae(), 1e-13);
        agree(new Focal(0), 1, new CrossEntropy(), 1e-13);
        agree(new LabelSmoothing(0), 1, new CrossEntropy(), 1e-13);
        agree(new Sce(1, 0, -4), 1, new CrossEntropy(), 1e-13);
        agree(new Sce(0, 3, -4), 3, new Rce(), 1e-13);
        agree(new NceRce(2, 0, -4), 2, new Nce(), 1e-13);
        agree(new NceRce(0, 2, -4), 2, new Rce(), 1e-13);
        agree(new NceMae(0, 4), 2, new Mae(), 1e-13);
    }

    /** Also where a probability rounds to 0 or 1, and in single precision. */
    @Test
    void slopesAreFiniteForHugeOutputs() {
        List<OutputGradient> losses = List.of(
                new Mae(),
                new Gce(),
                new Gce(0.01),
                new Rce(),
                new Sce(),
                new Nce(),
                new NceRce(),
                new NceMae(),
                new Focal(),
                new Focal(0.5),
                new Focal(0),
                new LabelSmoothing());
        for (DType type : List.of(DType.FLOAT32, DType.FLOAT64)) {
            for (double size : new double[] {20, 1e3, 1e6}) {
                for (int label = 0; label < 3; label++) {
                    for (OutputGradient loss : losses) {
                        try (Scope scope = Scope.open()) {
                            Tensor row = Place.FLOAT32.with(type).of(new double[] {size, 0, -size}, 1, 3);
                            double value = loss.replace(row, row.place().indices(new long[] {label}, 1));
                            assertThat(value)
                                    .as(loss + " of " + size)
                                    .isFinite()
                                    .isNotNegative();
                            assertThat(row.toDoubles())
                                    .as(loss + " at " + size)
                                    .matches(s -> Arrays.stream(s).allMatch(Double::isFinite));
                        }
                    }
                }
            }
        }
    }

    /** A hand-written gradient of a net records nothing; the loss must record for itself, and leave nothing behind. */
    @Test
    void slopesAreTheSameWhereNothingIsRecorded() {
        double[] outputs = ClosedForms.outputs(3);
        double[] recorded = ClosedForms.slope(new Sce(), outputs, 2);
        long before = Tensor.live();
        try (Autograd.Guard guard = Autograd.noGrad()) {
            assertThat(ClosedForms.slope(new Sce(), outputs, 2)).containsExactly(recorded);
        }
        assertThat(Tensor.live()).isEqualTo(before);
    }

    @Test
    void valuesOutsideTheirRangesAreRefused() {
        Map<String, ThrowingCallable> refusals = new LinkedHashMap<>();
        refusals.put("q must be in (0, 1], was 0.0", () -> new Gce(0));
        refusals.put("q must be in (0, 1], was 1.5", () -> new Gce(1.5));
        refusals.put("q must be in (0, 1], was NaN", () -> new Gce(Double.NaN));
        refusals.put("a must be below 0 and finite, was 0.0", () -> new Rce(0));
        refusals.put("a must be below 0 and finite, was -Infinity", () -> new Rce(Double.NEGATIVE_INFINITY));
        refusals.put("alpha must be at least 0, was -1.0", () -> new Sce(-1, 1, -4));
        refusals.put("beta must be at least 0, was Infinity", () -> new Sce(1, Double.POSITIVE_INFINITY, -4));
        refusals.put("a must be below 0 and finite, was 4.0", () -> new Sce(1, 1, 4));
        refusals.put("a must be below 0 and finite, was 1.0", () -> new NceRce(1, 1, 1));
        refusals.put("alpha must be at least 0, was -2.0", () -> new NceRce(-2, 1, -4));
        refusals.put("beta must be at least 0, was -2.0", () -> new NceRce(1, -2, -4));
        refusals.put("alpha must be at least 0, was -3.0", () -> new NceMae(-3, 1));
        refusals.put("beta must be at least 0, was -3.0", () -> new NceMae(1, -3));
        refusals.put("gamma must be at least 0, was -0.5", () -> new Focal(-0.5));
        refusals.put("epsilon must be in [0, 1], was 1.1", () -> new LabelSmoothing(1.1));
        refusals.forEach((message, making) -> assertThatThrownBy(making)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message));
    }
}
