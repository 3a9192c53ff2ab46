package dev.rote.confident;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which labels are probably wrong, by confident learning (Northcutt, Jiang and Chuang 2021): the answer about n examples of K classes.
 *
 * <p>Same arguments, same answer, on every machine; where values tie, the example that comes first is taken first. Immutable:
 * arguments and answers are copied. May be asked by several threads at once.
 */
public final class LabelIssues {

    private final int[] labels;
    private final double[][] probs;
    private final Options options;
    private final ConfidentJoint joint;
    private final double[] thresholds;
    private final boolean[] flags;

    private LabelIssues(int[] labels, double[][] probs, Options options) {
        this.labels = labels;
        this.probs = probs;
        this.options = options;
        joint = counted(labels, probs);
        thresholds = joint.thresholds();
        flags = flags(options);
    }

    /**
     * Looks for wrong labels with the default {@link Options}.
     *
     * @param labels given classes, [n], each in [0, K), n at least 1
     * @param probs [n, K], K at least 2: how probable each class is for each example by a model that has <em>not</em> learned from
     *     that example, as cross-validation gives them; rows sum to 1 within {@link Probabilities#TOLERANCE}
     * @throws IllegalArgumentException naming the row and what is wrong with it
     */
    public static LabelIssues find(int[] labels, double[][] probs) {
        return find(labels, probs, new Options());
    }

    /** The same with these options. */
    public static LabelIssues find(int[] labels, double[][] probs, Options options) {
        Probabilities.check(labels, probs);
        return new LabelIssues(labels.clone(), Latent.copy(probs), options);
    }

    private static ConfidentJoint counted(int[] labels, double[][] probs) {
        ClassConfidence confidence = new ClassConfidence(probs[0].length);
        for (int i = 0; i < labels.length; i++) {
            confidence.addChecked(labels[i], probs[i]);
        }
        ConfidentCounts counts = new ConfidentCounts(confidence.thresholds());
        for (int i = 0; i < labels.length; i++) {
            counts.addChecked(labels[i], probs[i]);
        }
        return counts.joint();
    }

    private boolean[] flags(Options wanted) {
        Candidates candidates = new Candidates(joint, wanted);
        for (int i = 0; i < labels.length; i++) {
            candidates.addChecked(i, labels[i], probs[i]);
        }
        Cuts cuts = candidates.cuts();
        boolean[] found = new boolean[labels.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = cuts.flagsChecked(i, labels[i], probs[i]);
        }
        return found;
    }

    /** n. */
    public int size() {
        return labels.length;
    }

    /** What was asked for. */
    public Options options() {
        return options;
    }

    /** How labels and true classes occur together, and all that follows from it. */
    public ConfidentJoint joint() {
        return joint;
    }

    /** Whether each label is called wrong by the filter of the options, [n]. */
    public boolean[] flags() {
        return flags.clone();
    }

    /** Whether each label is called wrong by this filter, [n]; else by the same options. */
    public boolean[] flags(Filter filter) {
        return filter == options.filter() ? flags() : flags(options.with(filter));
    }

    /** The flagged examples in ascending order. */
    public int[] indices() {
        return indices(flags);
    }

    /** How good each label is, [n]: low is bad. */
    public double[] scores(Quality quality) {
        double[] scores = new double[labels.length];
        Arrays.setAll(scores, i -> quality.of(labels[i], probs[i], thresholds));
        return scores;
    }

    /** The flagged examples, the worst by the quality of the options first. */
    public int[] ranked() {
        return ranked(flags, options.rankBy());
    }

    /** The examples that this filter flags, the worst by this quality first; of equals the lower index. */
    public int[] ranked(Filter filter, Quality quality) {
        return ranked(filter == options.filter() ? flags : flags(options.with(filter)), quality);
    }

    /** All examples, flagged or not, the worst by this quality first; of equals the lower index. */
    public int[] worst(Quality quality) {
        return Ranking.ascending(scores(quality));
    }

    private int[] ranked(boolean[] flagged, Quality quality) {
        int[] found = indices(flagged);
        double[] scores = Arrays.stream(found)
                .mapToDouble(i -> quality.of(labels[i], probs[i], thresholds))
                .toArray();
        return Arrays.stream(Ranking.ascending(scores)).map(at -> found[at]).toArray();
    }

    private static int[] indices(boolean[] flagged) {
        return IntStream.range(0, flagged.length).filter(i -> flagged[i]).toArray();
    }
}
