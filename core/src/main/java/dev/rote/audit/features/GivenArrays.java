package dev.rote.audit.features;

import dev.rote.confident.Probabilities;
import dev.rote.data.files.NpyReader;
import dev.rote.yaml.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Labels and somebody's own probabilities, read from two npy files and held against each other.
 *
 * @param labels classes, [N], in [0, K)
 * @param probs [N, K], at least 0, rows of sum 1 within {@link Probabilities#TOLERANCE}
 */
public record GivenArrays(int[] labels, double[][] probs) {

    private static final int MOST_CLASSES = 1000;

    /** By how much numbers of 16 bits may miss a sum of 1, rounded one by one. */
    private static final double HALF_TOLERANCE = 1e-3;

    /**
     * Reads them.
     *
     * @param labels npy of whole numbers, [N]
     * @param probs npy [N, K], rows of sum 1 within {@link Probabilities#TOLERANCE}; 16-bit numbers within 1e-3, and then divided by it
     * @throws Problem naming the file and what is wrong with it
     */
    public static GivenArrays read(Path labels, Path probs) {
        double[] given = numbers(labels, open(labels), 1)[0];
        NpyReader reader = open(probs);
        double[][] rows = numbers(probs, reader, 2);
        boolean half = reader.dtype().endsWith("f2");
        if (rows.length != given.length) {
            throw Problem.wrongUse(
                            "must have one row for each of the " + given.length + " labels",
                            rows[0].length == given.length
                                    ? "it seems to be turned: save its transpose"
                                    : "name files that belong together")
                    .in(probs.toString())
                    .was(rows.length + " rows");
        }
        int[] classes = new int[given.length];
        for (int i = 0; i < classes.length; i++) {
            if (given[i] != Math.rint(given[i]) || !(Math.abs(given[i]) < 1e9)) {
                throw Problem.wrongUse("must be a whole number, the column of a class", "number the classes from 0")
                        .in(labels.toString())
                        .field("row " + i)
                        .was(Double.toString(given[i]));
            }
            classes[i] = (int) given[i];
            if (classes[i] < 0 || classes[i] >= rows[0].length) {
                throw Problem.wrongUse(
                                "must be from 0 to " + (rows[0].length - 1) + ", a column of the probabilities",
                                "number the classes from 0, in the order of the columns")
                        .in(labels.toString())
                        .field("row " + i)
                        .was(Integer.toString(classes[i]));
            }
        }
        for (int i = 0; i < rows.length; i++) {
            require(rows[i], half ? HALF_TOLERANCE : Probabilities.TOLERANCE, i, probs);
        }
        return new GivenArrays(classes, half ? Probabilities.normalised(rows) : rows);
    }

    private static void require(double[] row, double tolerance, int place, Path file) {
        double sum = 0;
        for (int k = 0; k < row.length; k++) {
            if (!(row[k] >= 0 && row[k] < Double.POSITIVE_INFINITY)) {
                throw Problem.wrongUse(
                                "must be a probability",
                                row[k] < 0
                                        ? "give probabilities, not their logarithms or other scores"
                                        : "leave the row out of both files, or predict it anew")
                        .in(file.toString())
                        .field("row " + place + ", column " + k)
                        .was(Double.toString(row[k]));
            }
            sum += row[k];
        }
        if (!(Math.abs(sum - 1) <= tolerance)) {
            throw Problem.wrongUse(
                            "must sum to 1 within " + tolerance, "if its columns are right, divide each row by its sum")
                    .in(file.toString())
                    .field("row " + place)
                    .was("a sum of " + sum);
        }
    }

    private static NpyReader open(Path file) {
        try {
            return NpyReader.open(file);
        } catch (IOException e) {
            throw Problem.wrongUse(String.valueOf(e.getMessage()), "").because(e);
        }
    }

    /** The numbers of a file, of one dimension as one row. */
    private static double[][] numbers(Path file, NpyReader reader, int dimensions) {
        try {
            long[] shape = reader.shape();
            boolean single = shape.length == 2 && dimensions == 1 && shape[1] == 1;
            if (shape.length != dimensions && !single) {
                throw Problem.wrongUse(
                                dimensions == 1
                                        ? "must have one number per example, [N]"
                                        : "must have the shape [N, K]",
                                "save it with numpy.save")
                        .in(file.toString())
                        .was("shape " + Arrays.toString(shape));
            }
            if (reader.count() == 0 || dimensions == 2 && (shape[1] < 2 || shape[1] > MOST_CLASSES)) {
                throw Problem.wrongUse("must have an example, and from 2 to " + MOST_CLASSES + " classes", "")
                        .in(file.toString())
                        .was("shape " + Arrays.toString(shape));
            }
            double[] all = reader.doubles();
            int width = dimensions == 1 ? all.length : (int) shape[1];
            double[][] rows = new double[all.length / width][];
            Arrays.setAll(rows, i -> Arrays.copyOfRange(all, i * width, (i + 1) * width));
            return rows;
        } catch (IOException e) {
            throw Problem.wrongUse(String.valueOf(e.getMessage()), "").because(e);
        }
    }
}
