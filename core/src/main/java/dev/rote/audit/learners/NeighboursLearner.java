package dev.rote.audit.learners;

import dev.rote.audit.features.Dense;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;

/**
 * The nearest neighbours of each row among those of other folds, by Euclidean distance in the scaled features; {@link Votes} counts what
 * they say.
 *
 * <p>Neighbours are chosen by {@code x.z - |z|^2 / 2} in single precision, matrix products of blocks of rows; the distances of those
 * chosen are then computed anew. Memory is bounded whatever N is, apart from the features and the answer.
 *
 * @param k m at most, at least 1
 */
public record NeighboursLearner(int k) implements Learner {

    private static final int ASKED = 256;
    private static final int OFFERED = 4096;

    /** 50 neighbours. */
    public NeighboursLearner() {
        this(50);
    }

    public NeighboursLearner {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, was " + k);
        }
    }

    @Override
    public String name() {
        return "neighbours";
    }

    @Override
    public double[][] outOfSample(Task task, Workers workers) {
        double[][] answer = new double[task.rows()][];
        for (int fold = 0; fold < task.foldCount(); fold++) {
            FoldRows rows = FoldRows.of(task, fold);
            double[] usual = Probabilities.shares(rows.counts(task));
            workers.forEach((rows.judged().length + ASKED - 1) / ASKED, block -> {
                int from = block * ASKED;
                int count = Math.min(ASKED, rows.judged().length - from);
                Nearest[] nearest = nearest(task.features().scaled(), rows, from, count);
                for (int i = 0; i < count; i++) {
                    int row = rows.judged()[from + i];
                    answer[row] = vote(task, rows, row, nearest[i], usual);
                }
            });
        }
        return answer;
    }

    private Nearest[] nearest(Dense matrix, FoldRows rows, int from, int count) {
        Nearest[] nearest = new Nearest[count];
        for (int i = 0; i < count; i++) {
            nearest[i] = new Nearest(k);
        }
        Tensor asked = rows(matrix, rows.judged(), from, count, false);
        int all = rows.learned().length;
        for (int first = 0; first < all; first += OFFERED) {
            int offered = Math.min(OFFERED, all - first);
            try (Scope scope = Scope.open()) {
                Tensor others = rows(matrix, rows.learned(), first, offered, true);
                float[] scores = asked.mm(others.t()).toFloats();
                for (int i = 0; i < count; i++) {
                    nearest[i].offer(scores, i * offered, (i + 1) * offered, first);
                }
            }
        }
        return nearest;
    }

    /** Rows z with {@code -|z|^2 / 2} behind, or x with 1, so that products are scores, [count, D + 1]. */
    private static Tensor rows(Dense matrix, int[] chosen, int from, int count, boolean offered) {
        int width = matrix.columns();
        float[] numbers = new float[count * (width + 1)];
        for (int i = 0; i < count; i++) {
            int at = i * (width + 1);
            System.arraycopy(matrix.values(), chosen[from + i] * width, numbers, at, width);
            double squares = 0;
            for (int j = at; offered && j < at + width; j++) {
                squares += numbers[j] * numbers[j];
            }
            numbers[at + width] = offered ? (float) (-squares / 2) : 1;
        }
        return Place.FLOAT32.of(numbers, count, width + 1);
    }

    private static double[] vote(Task task, FoldRows rows, int row, Nearest nearest, double[] usual) {
        double[] distances = new double[nearest.count()];
        int[] labels = new int[nearest.count()];
        for (int rank = 0; rank < labels.length; rank++) {
            int other = rows.learned()[nearest.at(rank)];
            distances[rank] = distance(task.features().scaled(), row, other);
            labels[rank] = task.labels()[other];
        }
        return Votes.of(distances, labels, usual);
    }

    private static double distance(Dense matrix, int a, int b) {
        int width = matrix.columns();
        double sum = 0;
        for (int j = 0; j < width; j++) {
            double difference = (double) matrix.values()[a * width + j] - matrix.values()[b * width + j];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }
}
