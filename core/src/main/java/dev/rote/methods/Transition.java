package dev.rote.methods;

import dev.rote.data.KnowsTruth;
import dev.rote.estimates.AnchorPoints;
import dev.rote.tensor.DType;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import dev.rote.train.Clock;
import dev.rote.train.Moment;
import dev.rote.train.Outputs;
import dev.rote.train.Require;
import dev.rote.train.Training;
import java.util.Arrays;
import java.util.List;

/**
 * The transition matrix of a loss correction: checked, kept, estimated.
 *
 * @param name of the method, in front of what is kept
 * @param source where the matrix comes from
 * @param matrix T [K, K] by rows, when given; else empty
 * @param after epochs before it is estimated
 * @param percentile of the outlier filter
 */
record Transition(String name, TransitionSource source, List<List<Double>> matrix, int after, double percentile) {

    Transition {
        if ((source == TransitionSource.GIVEN) == matrix.isEmpty()) {
            throw new IllegalArgumentException(
                    "matrix must be given when source is given, and only then, was " + matrix);
        }
        for (List<Double> row : matrix) {
            double sum = row.stream().mapToDouble(p -> p).sum();
            if (row.size() != matrix.size() || !row.stream().allMatch(p -> p >= 0) || !(Math.abs(sum - 1) < 1e-6)) {
                throw new IllegalArgumentException(
                        "matrix must have as many columns as rows, none of them below 0, and rows"
                                + " that sum to 1, was " + matrix);
            }
        }
        Require.atLeast(1, "after", after);
        if (!(percentile > 0 && percentile <= 100)) {
            throw new IllegalArgumentException("percentile must be in (0, 100], was " + percentile);
        }
    }

    /** Whether the matrix is known by now. */
    boolean known(Clock clock) {
        return source != TransitionSource.ANCHORS || clock.epoch() >= after;
    }

    /** The matrix, float64 [K, K]; zeros while it is not {@linkplain #known known}. */
    Tensor of(Training training) {
        int classes = Positions.classes(name, training);
        double[][] values = switch (source) {
            case GIVEN ->
                matrix.stream()
                        .map(row -> row.stream().mapToDouble(p -> p).toArray())
                        .toArray(double[][]::new);
            case TRUTH ->
                KnowsTruth.of(training.data("train"))
                        .orElseThrow(() -> new IllegalArgumentException(
                                "source truth needs data that know the truth, the train part does not; add noise to the"
                                        + " recipe or estimate the matrix with source anchors"))
                        .transition();
            case ANCHORS -> new double[classes][classes];
        };
        if (values.length != classes) {
            throw new IllegalArgumentException(
                    "matrix must have a row for each of " + classes + " classes, had " + values.length);
        }
        return training.keep(name + ".transition", () -> place(training).of(flat(values), classes, classes));
    }

    private static Place place(Training training) {
        return training.model().place().with(DType.FLOAT64);
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    /** Estimates the matrix when it is time to, and says in the readings when the truth was used. */
    void at(Moment moment, Training training) {
        if (moment == Moment.END && source == TransitionSource.TRUTH) {
            training.log(name + ".knows-truth", 1);
        }
        if (moment == Moment.EPOCH
                && source == TransitionSource.ANCHORS
                && training.clock().epoch() == after) {
            try (Scope scope = Scope.open()) {
                double[][] estimate = AnchorPoints.estimate(probabilities(training), percentile);
                of(training).copy_(place(training).of(flat(estimate), estimate.length, estimate.length));
            }
        }
    }

    /** What the model says of the train part, by rows [n, K]; in evaluation mode. */
    static double[][] probabilities(Training training) {
        try (Scope scope = Scope.open()) {
            Tensor p = Outputs.of(training.model(), training.data("train"))
                    .to(DType.FLOAT64)
                    .softmax(1);
            int columns = (int) p.size(1);
            double[] flat = p.toDoubles();
            double[][] rows = new double[(int) p.size(0)][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = Arrays.copyOfRange(flat, i * columns, (i + 1) * columns);
            }
            return rows;
        }
    }

    /**
     * The outputs as a noisy label sees them: {@code log(T^T softmax(z))} [N, K], stable where a probability underflows.
     *
     * @param logs log T [K, K], no entry of it infinite
     */
    static Tensor through(Tensor outputs, Tensor logs) {
        return outputs.logSoftmax(1).unsqueeze(2).add(logs.unsqueeze(0)).logsumexp(1);
    }
}
