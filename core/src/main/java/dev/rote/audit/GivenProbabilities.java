package dev.rote.audit;

import dev.rote.audit.features.Exhibit;
import dev.rote.audit.features.GivenArrays;
import dev.rote.confident.ConfidentJoint;
import dev.rote.confident.LabelIssues;
import dev.rote.confident.Probabilities;
import dev.rote.confident.Quality;
import dev.rote.yaml.Problem;
import java.nio.file.Path;
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

    private GivenProbabilities() {}

    /**
     * Reads and judges.
     *
     * @param labels npy as {@link GivenArrays} takes it, [N]
     * @param probs likewise, [N, K]
     * @throws Problem naming the file and what is wrong with it
     */
    public static Findings read(Path labels, Path probs) {
        GivenArrays given = GivenArrays.read(labels, probs);
        try {
            return judge(probs.toString(), given.labels(), given.probs());
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse(e.getMessage(), "").in(probs.toString()).because(e);
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
        Verdict verdict = new Verdict(
                quality,
                suggested,
                flags,
                belief.noise(labels, all),
                transposed(joint.noiseMatrix()),
                Verdict.expected(quality, right, flags),
                List.of(
                        new ScoreColumn(
                                "normalized_margin",
                                "Half of 1 and the given label's probability less the highest other, from 0 to 1; low is suspicious.",
                                Suspicious.LOW,
                                issues.scores(Quality.NORMALIZED_MARGIN)),
                        new ScoreColumn(
                                "confidence_weighted_entropy",
                                "Low where the model is undecided or gives the label no chance, from 0 to 1.",
                                Suspicious.LOW,
                                issues.scores(Quality.CONFIDENCE_WEIGHTED_ENTROPY)),
                        new ScoreColumn(
                                "probably_right",
                                "Probability that the given label is right, with the noise that was found taken into account, from 0"
                                        + " to 1; low is suspicious.",
                                Suspicious.LOW,
                                right)),
                Optional.empty(),
                notices(labels, probs, all));
        return verdict.findings(
                source,
                Level.DEFAULT,
                IntStream.range(0, joint.classes()).mapToObj(Integer::toString).toList(),
                all,
                List.of(),
                labels,
                (position, given, seen) -> new Exhibit.Nothing(),
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
}
