package dev.rote.measures;

import dev.rote.data.Parts;
import dev.rote.nets.Model;
import java.util.Arrays;
import java.util.Map;

/**
 * Inverse participation ratio of the neurons' weights in Fourier space (Doshi et al. 2024, equation 4): near 1 for a neuron
 * that is one wave and computes, near 0 for one that is noise and memorises.
 *
 * <p>{@code IPR(x) = sum_j (a_j / ||a||)^(2r)} with one-sided magnitudes a (see {@link ResidueSpectrum}); a neuron's IPR is
 * the mean over its weight vectors (u, v, w). Scale invariant, in [1/(floor(p/2)+1), 1] for r = 2. At p = 97: 1 for a pure
 * wave, about 0.040 for Gaussian noise, 0.0204 for a single spike. A neuron is dead when all its weights are below 1e-10 in norm: its
 * IPR is 0 and it is left out of every statistic.
 *
 * <p>Deviation: the paper states the range of a full transform but its code uses the one-sided one; so do we.
 *
 * @param statistic what is said of the neurons
 * @param r order, above 1; the paper uses 2
 */
public record Ipr(Statistic statistic, double r) implements Measure {

    /** Neurons below this IPR count as memorising. The paper only ranks neurons; the histogram is empty between the two. */
    public static final double MEMORISING = 0.2;

    /** Neurons above this IPR count as generalising. */
    public static final double GENERALISING = 0.5;

    /** What is said of the living neurons. */
    public enum Statistic {
        /** Mean IPR. */
        MEAN,
        /** Share below {@link #MEMORISING}. */
        MEMORISING,
        /** Share above {@link #GENERALISING}. */
        GENERALISING,
        /** Share of all neurons that are not dead. */
        LIVING
    }

    /** The mean, of order 2. */
    public Ipr() {
        this(Statistic.MEAN, 2);
    }

    public Ipr {
        if (!(r > 1 && r <= 16)) {
            throw new IllegalArgumentException("r must be in (1, 16], was " + r);
        }
    }

    @Override
    public double of(Subject subject) {
        double[] all = ofNeurons(ResidueSpectrum.of(subject), r);
        double[] living = Arrays.stream(all).filter(ipr -> ipr > 0).toArray();
        return switch (statistic) {
            case MEAN -> Arrays.stream(living).average().orElse(Double.NaN);
            case MEMORISING -> share(living, 0, MEMORISING);
            case GENERALISING -> share(living, GENERALISING, Double.POSITIVE_INFINITY);
            case LIVING -> (double) living.length / all.length;
        };
    }

    private static double share(double[] values, double above, double below) {
        return Arrays.stream(values).filter(x -> x > above && x < below).count() / (double) values.length;
    }

    /** The IPR of each neuron, 0 for the dead, from spectra by weight name. */
    static double[] ofNeurons(Map<String, double[][]> spectra, double r) {
        int neurons = spectra.values().iterator().next().length;
        double[] means = new double[neurons];
        for (int k = 0; k < neurons; k++) {
            int unit = k;
            boolean dead = spectra.values().stream().allMatch(spectrum -> norm(spectrum[unit]) < 1e-10);
            means[k] = dead
                    ? 0
                    : spectra.values().stream()
                            .mapToDouble(spectrum -> of(spectrum[unit], r))
                            .average()
                            .orElseThrow();
        }
        return means;
    }

    /** The IPR of one spectrum; 0 when it is all zero. */
    static double of(double[] magnitudes, double r) {
        double norm = norm(magnitudes);
        return norm == 0
                ? 0
                : Arrays.stream(magnitudes).map(a -> Math.pow(a / norm, 2 * r)).sum();
    }

    private static double norm(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(a -> a * a).sum());
    }

    @Override
    public void check(Model model, Parts parts) {
        ResidueSpectrum.check(model);
    }

    @Override
    public String name() {
        return "ipr." + Names.kebab(statistic);
    }
}
