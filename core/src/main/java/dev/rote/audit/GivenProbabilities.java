package dev.rote.audit;

import dev.rote.audit.features.Exhibit;
import dev.rote.confident.ConfidentJoint;
import dev.rote.confident.LabelIssues;
import dev.rote.confident.Probabilities;
import dev.rote.confident.Quality;
import dev.rote.data.files.NpyReader;
import dev.rote.yaml.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An audit by somebody's own model: labels and its out-of-sample probabilities, nothing is trained.
 *
 * <p>Flags, scores and transitions are those of confident learning with its defaults ({@link LabelIssues}); quality is the probability of the
 * given label. The noise rate is that of the {@link Belief} with this one opinion, because the confident joint counts a model's own mistakes
 * as noise.
 */
public final class GivenProbabilities {

    private static final int MOST_CLASSES = 1000;

    /** By how much numbers of 16 bits may miss a sum of 1, rounded one by one. */
    private static final double HALF_TOLERANCE = 1e-3;

    private GivenProbabilities() {}

    /**
     * Reads and judges.
     *
     * @param labels npy of whole numbers, [N]
     * @param probs npy [N, K], rows of sum 1 within {@link Probabilities#TOLERANCE}; 16-bit numbers within 1e-3, and then divided by it
     * @throws Problem naming the file and what is wrong with it
     */
    public static Findings read(Path labels, Path probs) {
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
        try {
            return judge(probs.toString(), classes, half ? Probabilities.normalised(rows) : rows);
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse(e.getMessage(), "").in(probs.toString()).because(e);
        }
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

    /**
     * Findings about labels, [N], by probabilities, [N, K].
     *
     * @throws IllegalArgumentException when a row is no probabilities or a label no class
     */
    public static Findings judge(String source, int[] labels, double[][] probs) {
        LabelIssues issues = LabelIssues.find(labels, probs);
        ConfidentJoint joint = issues.joint();
        double[] quality = issues.scores(Quality.SELF_CONFIDENCE);
        boolean[] flags = issues.flags();
        int[] all = IntStream.range(0, labels.length).toArray();
        List<double[][]> opinion = List.<double[][]>of(Probabilities.normalised(probs));
        Belief belief = Belief.of(opinion, labels, all);
        int[] suggested = new int[labels.length];
        double[] right = new double[labels.length];
        for (int i = 0; i < labels.length; i++) {
            suggested[i] = flags[i] ? Likeliest.beside(labels[i], probs[i]) : labels[i];
            right[i] = belief.posterior(i, labels[i])[labels[i]];
        }
        Interval noise = belief.noise(labels, all);
        Verdict verdict = new Verdict(
                quality,
                suggested,
                flags,
                noise,
                transposed(joint.noiseMatrix()),
                Verdict.expected(quality, right, flags),
                List.of(
                        new ScoreColumn(
                                "normalized_margin",
                                "Half of 1 and the given label's probability less the highest other, from 0 to 1; low is suspicious.",
                                true,
                                issues.scores(Quality.NORMALIZED_MARGIN)),
                        new ScoreColumn(
                                "confidence_weighted_entropy",
                                "Low where the model is undecided or gives the label no chance, from 0 to 1.",
                                true,
                                issues.scores(Quality.CONFIDENCE_WEIGHTED_ENTROPY)),
                        new ScoreColumn(
                                "probably_right",
                                "Probability that the given label is right, with the noise that was found taken into account, from 0"
                                        + " to 1; low is suspicious.",
                                true,
                                right)),
                Optional.empty(),
                List.of());
        return new Findings(
                source,
                Level.DEFAULT,
                IntStream.range(0, joint.classes()).mapToObj(Integer::toString).toList(),
                all,
                List.of(),
                labels,
                suggested,
                quality,
                flags,
                verdict.noise(),
                verdict.transition(),
                verdict.precision(),
                verdict.scores(),
                position -> new Exhibit.Nothing(),
                notices(labels, probs, all),
                Optional.empty(),
                Findings.Extras.NONE);
    }

    /** Flags stay those of confident learning where the probabilities say nothing, but then a reader must know. */
    private static List<String> notices(int[] labels, double[][] probs, int[] rows) {
        String trained =
                "Nothing was trained: the probabilities are taken to be out of sample, as cross-validation gives them.";
        return Signal.missing(labels, probs[0].length, rows, row -> Likeliest.of(probs[row]) == labels[row])
                .map(why -> List.of(trained, why + " Do not trust these flags."))
                .orElse(List.of(trained));
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] turned = new double[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[i].length; j++) {
                turned[j][i] = matrix[i][j];
            }
        }
        return turned;
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
