package dev.rote.measures;

import dev.rote.data.Parts;
import dev.rote.estimates.AnchorPoints;
import dev.rote.estimates.Bootstrap;
import dev.rote.estimates.LossMixture;
import dev.rote.nets.Model;
import dev.rote.tensor.DType;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.Arrays;

/**
 * Estimates the share of wrong labels in the train part from what the model says of it, in [0, 1]; writes the estimate with its 95 %
 * bootstrap interval into the table {@code noise-rate}: step, estimator, rate, low, high.
 *
 * <p>Anchors: {@link AnchorPoints#noiseRate} of softmax(z), with the filter at the 97th percentile; good once the model fits the noisy
 * label distribution. Mixtures: {@link LossMixture} of {@code -log softmax(z)_y}; good after a few epochs, before wrong labels are
 * fitted. z: outputs [n, K]; y: the labels given. Neither looks at the truth. NaN on an empty part.
 *
 * @param estimator which estimate
 * @param samples of the bootstrap, at least 2; each costs an estimate, none a look at the model
 */
public record NoiseRate(Estimator estimator, int samples) implements Measure {

    private static final double PERCENTILE = 97;

    /** How the rate is estimated. */
    public enum Estimator {
        /** From the transition matrix at anchor points. */
        ANCHORS,
        /** From two normal distributions of losses. */
        GAUSSIAN_MIXTURE,
        /** From two beta distributions of losses. */
        BETA_MIXTURE
    }

    /** By two normal distributions. */
    public NoiseRate() {
        this(Estimator.GAUSSIAN_MIXTURE, 100);
    }

    public NoiseRate {
        if (samples < 2) {
            throw new IllegalArgumentException("samples must be at least 2, was " + samples);
        }
    }

    @Override
    public double of(Subject subject) {
        if (subject.ids("train").length == 0) {
            return Double.NaN;
        }
        Seeds seeds = subject.random(name());
        double rate;
        Bootstrap.Interval interval;
        if (estimator == Estimator.ANCHORS) {
            double[][] p = probabilities(subject);
            rate = AnchorPoints.noiseRate(p, PERCENTILE);
            interval = AnchorPoints.interval(p, PERCENTILE, samples, seeds);
        } else {
            LossMixture.Shape shape =
                    estimator == Estimator.BETA_MIXTURE ? LossMixture.Shape.BETA : LossMixture.Shape.GAUSSIAN;
            double[] losses = subject.each("train", NoiseRate::losses);
            rate = LossMixture.fit(losses, shape).rate();
            interval = LossMixture.interval(losses, shape, samples, seeds);
        }
        subject.table("noise-rate", "step", "estimator", "rate", "low", "high")
                .add(subject.clock().step(), Names.kebab(estimator), rate, interval.low(), interval.high());
        return rate;
    }

    private static Tensor losses(Tensor outputs, Tensor labels) {
        return outputs.logSoftmax(1).gather(1, labels.unsqueeze(1)).neg().reshape(-1);
    }

    private static double[][] probabilities(Subject subject) {
        long[] ids = subject.ids("train");
        double[][] rows = new double[ids.length][];
        subject.forEachBlock("train", (from, batch) -> {
            Tensor p = subject.pass(batch).outputs().to(DType.FLOAT64).softmax(1);
            int columns = (int) p.size(1);
            double[] flat = p.toDoubles();
            for (int i = 0; i < batch.size(); i++) {
                rows[from + i] = Arrays.copyOfRange(flat, i * columns, (i + 1) * columns);
            }
        });
        return rows;
    }

    @Override
    public void check(Model model, Parts parts) {
        Subject.checkClasses("train", parts);
    }

    @Override
    public String name() {
        return "noise-rate." + Names.kebab(estimator);
    }
}
