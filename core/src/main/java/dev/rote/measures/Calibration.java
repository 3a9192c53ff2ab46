package dev.rote.measures;

import dev.rote.data.Parts;
import dev.rote.nets.Model;

/**
 * Expected calibration error (Guo et al. 2017, equation 3): how far the confidence of predictions is from how often they are
 * right, {@code sum_b (n_b / N) |acc(b) - conf(b)|}.
 *
 * <p>An example's confidence is its largest softmax output. Bin b of B holds the n_b examples with confidence in ((b-1)/B, b/B];
 * acc(b) is its share of correct predictions, conf(b) its mean confidence; empty bins count nothing. In [0, 1], 0 is calibrated;
 * NaN on an empty part.
 *
 * @param part train, test, corrupted, uncorrupted, or another part of the data
 * @param bins B, at least 1; the paper uses 15
 */
public record Calibration(String part, int bins) implements Measure {

    /** On the test part, in 15 bins. */
    public Calibration() {
        this("test", 15);
    }

    public Calibration {
        if (bins < 1 || bins > 10_000) {
            throw new IllegalArgumentException("bins must be from 1 to 10000, was " + bins);
        }
    }

    @Override
    public double of(Subject subject) {
        Outcome outcome = subject.on(part);
        double[] confidence =
                subject.each(part, (outputs, labels) -> outputs.softmax(1).amax(1));
        double[] gap = new double[bins];
        for (int i = 0; i < confidence.length; i++) {
            int bin = Math.min(bins, Math.max(1, (int) Math.ceil(confidence[i] * bins))) - 1;
            gap[bin] += (outcome.correct(i) ? 1 : 0) - confidence[i];
        }
        double sum = 0;
        for (double of : gap) {
            sum += Math.abs(of);
        }
        return sum / confidence.length;
    }

    @Override
    public void check(Model model, Parts parts) {
        Subject.checkClasses(part, parts);
    }

    @Override
    public String name() {
        return "calibration." + part;
    }
}
