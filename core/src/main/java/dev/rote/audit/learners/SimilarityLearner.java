package dev.rote.audit.learners;

import dev.rote.audit.features.Sparse;
import dev.rote.tensor.Workers;
import java.util.Arrays;

/**
 * The most similar rows of other folds by the cosine of their sparse linear features, such as the words of texts; {@link Votes} counts
 * what they say, at distances {@code sqrt(2 - 2 cos)}.
 *
 * @param k how many at most, at least 1
 */
public record SimilarityLearner(int k) implements Learner {

    private static final int ASKED = 256;

    /** 20 rows. */
    public SimilarityLearner() {
        this(20);
    }

    public SimilarityLearner {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, was " + k);
        }
    }

    @Override
    public String name() {
        return "similarity";
    }

    @Override
    public double[][] outOfSample(Task task, Workers workers) {
        if (!(task.features().linear() instanceof Sparse rows)) {
            throw new IllegalArgumentException("similarity needs sparse linear features");
        }
        double[] lengths = lengths(rows);
        double[][] answer = new double[task.rows()][];
        for (int fold = 0; fold < task.foldCount(); fold++) {
            FoldRows parts = FoldRows.of(task, fold);
            double[] usual = Probabilities.shares(parts.counts(task));
            Transposed columns = Transposed.of(rows, parts.learned(), lengths);
            workers.forEach((parts.judged().length + ASKED - 1) / ASKED, block -> {
                float[] cosines = new float[parts.learned().length];
                int to = Math.min(parts.judged().length, (block + 1) * ASKED);
                for (int i = block * ASKED; i < to; i++) {
                    int row = parts.judged()[i];
                    columns.cosines(rows, row, lengths[row], cosines);
                    Nearest nearest = new Nearest(k);
                    nearest.offer(cosines, 0, cosines.length, 0);
                    answer[row] = vote(task, parts, nearest, cosines, usual);
                }
            });
        }
        return answer;
    }

    private static double[] vote(Task task, FoldRows parts, Nearest nearest, float[] cosines, double[] usual) {
        double[] distances = new double[nearest.count()];
        int[] labels = new int[nearest.count()];
        for (int rank = 0; rank < labels.length; rank++) {
            distances[rank] = Math.sqrt(Math.max(0, 2 - 2 * cosines[nearest.at(rank)]));
            labels[rank] = task.labels()[parts.learned()[nearest.at(rank)]];
        }
        return Votes.of(distances, labels, usual);
    }

    private static double[] lengths(Sparse rows) {
        double[] lengths = new double[rows.rows()];
        for (int row = 0; row < lengths.length; row++) {
            double squares = 0;
            for (int i = rows.starts()[row]; i < rows.starts()[row + 1]; i++) {
                squares += (double) rows.values()[i] * rows.values()[i];
            }
            lengths[row] = Math.sqrt(squares);
        }
        return lengths;
    }

    /**
     * Rows of length 1, column after column.
     *
     * @param starts of the columns, [D + 1]
     * @param places among the rows, of each entry
     * @param values of the entries
     */
    private record Transposed(int[] starts, int[] places, float[] values) {

        static Transposed of(Sparse rows, int[] chosen, double[] lengths) {
            int[] starts = new int[rows.columns() + 1];
            for (int row : chosen) {
                for (int i = rows.starts()[row]; i < rows.starts()[row + 1]; i++) {
                    starts[rows.indices()[i] + 1]++;
                }
            }
            for (int j = 0; j < rows.columns(); j++) {
                starts[j + 1] += starts[j];
            }
            int[] next = starts.clone();
            int[] places = new int[starts[rows.columns()]];
            float[] values = new float[places.length];
            for (int place = 0; place < chosen.length; place++) {
                int row = chosen[place];
                for (int i = rows.starts()[row]; i < rows.starts()[row + 1]; i++) {
                    int at = next[rows.indices()[i]]++;
                    places[at] = place;
                    values[at] = (float) (rows.values()[i] / lengths[row]);
                }
            }
            return new Transposed(starts, places, values);
        }

        /** The cosine of one row with each of these. */
        void cosines(Sparse rows, int row, double length, float[] into) {
            Arrays.fill(into, 0);
            for (int i = rows.starts()[row]; i < rows.starts()[row + 1]; i++) {
                float value = (float) (rows.values()[i] / length);
                int column = rows.indices()[i];
                for (int at = starts[column]; at < starts[column + 1]; at++) {
                    into[places[at]] += value * values[at];
                }
            }
        }
    }
}
