package label.audit;

import dev.rote.confident.Filter;
import dev.rote.confident.LabelIssues;
import dev.rote.confident.Options;
import dev.rote.confident.Quality;
import java.util.Arrays;
import java.util.List;

/** Answers which labels to look at again. Has no state, so one object serves all threads. */
public final class LabelService {

    private static final Options CAREFUL = new Options(Filter.BOTH, Quality.NORMALIZED_MARGIN, 1, 5);

    /**
     * A label to look at.
     *
     * @param row of the request
     * @param given its label
     * @param suggested the most probable class, which is another
     * @param quality normalised margin in [0, 1]; below 0.5, and the lower, the more is wrong
     */
    public record Doubt(int row, int given, int suggested, double quality) {}

    /**
     * An answer.
     *
     * @param noiseRate estimated share of wrong labels in [0, 1]
     * @param doubts the worst first
     */
    public record Answer(double noiseRate, List<Doubt> doubts) {}

    /**
     * The doubtful labels.
     *
     * @param labels [n], classes counted from 0
     * @param probs [n, K], out-of-sample
     * @param most how many doubts to name at most
     * @throws IllegalArgumentException with a message fit for the caller, naming the row
     */
    public Answer audit(int[] labels, double[][] probs, int most) {
        LabelIssues issues = LabelIssues.find(labels, probs, CAREFUL);
        double[] quality = issues.scores(CAREFUL.rankBy());
        List<Doubt> doubts = Arrays.stream(issues.ranked())
                .limit(most)
                .mapToObj(row -> new Doubt(row, labels[row], largest(probs[row]), quality[row]))
                .toList();
        return new Answer(issues.joint().noiseRate(), doubts);
    }

    private static int largest(double[] p) {
        int best = 0;
        for (int j = 1; j < p.length; j++) {
            best = p[j] > p[best] ? j : best;
        }
        return best;
    }
}
