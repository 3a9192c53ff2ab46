package dev.rote.confident;

import java.util.Arrays;
import java.util.List;

/**
 * How given labels and true classes occur together, estimated by counting confident examples (Northcutt, Jiang and Chuang 2021,
 * equations 1 to 3); K classes, rows are given labels, columns true classes.
 *
 * <p>Immutable; every array handed out is a copy.
 */
public final class ConfidentJoint {

    private final double[] thresholds;
    private final long[] labelCounts;
    private final long size;
    private final long[][] raw;
    private final long[][] calibrated;
    private final double[][] joint;
    private final long issues;

    ConfidentJoint(double[] thresholds, long[] labelCounts, long[][] raw, long issues) {
        this.thresholds = thresholds.clone();
        this.labelCounts = labelCounts.clone();
        this.raw = raw;
        this.issues = issues;
        size = Latent.sum(labelCounts);
        if (size < 1) {
            throw new IllegalArgumentException("labels are of no example, must be of at least one");
        }
        calibrated = Latent.calibrated(raw, labelCounts);
        joint = Latent.shares(calibrated);
    }

    /** K. */
    public int classes() {
        return labelCounts.length;
    }

    /** n, the number of examples. */
    public long size() {
        return size;
    }

    /** Examples with each given label, [K]. */
    public long[] labelCounts() {
        return labelCounts.clone();
    }

    /** t [K], in [2e-6, 1] or 2: the mean {@code p_j} over examples labelled j, see {@link ClassConfidence#thresholds}. */
    public double[] thresholds() {
        return thresholds.clone();
    }

    /** Confident examples per given label and true class, [K, K]; at least 1 on the diagonal. */
    public long[][] raw() {
        return Latent.copy(raw);
    }

    /** The same scaled so that a row has as many as there are labels of its class and all together n, rounded, [K, K]. */
    public long[][] calibrated() {
        return Latent.copy(calibrated);
    }

    /** {@code Q_ij = P(given i, true j)}, [K, K], sums to 1. */
    public double[][] joint() {
        return Latent.copy(joint);
    }

    /** {@code P(given i | true j)}, [K, K]: columns sum to 1, or are 0 for a class that no example is of. */
    public double[][] noiseMatrix() {
        return Latent.givenTrue(calibrated, false);
    }

    /** {@code P(true i | given j)}, [K, K]: columns sum to 1, or are 0 for a class that no example is labelled with. */
    public double[][] inverseNoiseMatrix() {
        return Latent.givenTrue(calibrated, true);
    }

    /** {@code P(given j)}, [K]: the share of examples with each given label, sums to 1. */
    public double[] labelPriors() {
        return Arrays.stream(labelCounts).mapToDouble(c -> (double) c / size).toArray();
    }

    /** {@code P(true j)}, [K]: column shares of the calibrated joint, none below about 1e-6, sum 1. */
    public double[] truePriors() {
        return Latent.truePriors(calibrated, labelCounts);
    }

    /** {@code 1 - trace(Q)}, in [0, 1]: the estimated share of wrong labels. */
    public double noiseRate() {
        double trace = 0;
        for (int i = 0; i < joint.length; i++) {
            trace += joint[i][i];
        }
        return 1 - trace;
    }

    /** How many labels {@link Filter#CONFIDENT_LEARNING} flags: confidently of another class, the label not within 1e-6 of the best. */
    public long offDiagonal() {
        return issues;
    }

    /** Labels off the diagonal of {@link #calibrated}: how many are wrong in all, also those that nobody can point at. */
    public long offDiagonalCalibrated() {
        long off = 0;
        for (int i = 0; i < calibrated.length; i++) {
            off += Latent.sum(calibrated[i]) - calibrated[i][i];
        }
        return off;
    }

    /** {@code 1 - offDiagonal / n}, in [0, 1]: the share of labels that confident learning does not doubt. */
    public double labelHealth() {
        return 1 - (double) issues / size;
    }

    /** The classes, the one with the largest share of wrong labels first, of equals the lower class. */
    public List<ClassQuality> classQuality() {
        return ClassQuality.ranked(joint, size);
    }

    /** Pairs of classes, those most often taken for each other first, of equals the lower pair. */
    public List<ClassOverlap> classOverlaps() {
        return ClassOverlap.ranked(joint, size);
    }
}
