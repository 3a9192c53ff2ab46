package dev.rote.measures;

import dev.rote.data.Parts;
import dev.rote.nets.Model;
import dev.rote.nets.Neurons;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.Arrays;
import java.util.Map;

/**
 * Writes one row per neuron into the table {@code neurons}: its IPR, the frequency it is strongest at, how loud it is.
 *
 * <p>Columns: step; neuron; ipr (mean over weight vectors, order 2, 0 when dead); frequency (j of the largest magnitude, summed
 * over weight vectors); share (of the squared magnitude at that frequency, in [0, 1]); readout (norm of the neuron's column of
 * the last layer, NaN when the net has none); gain (absolute batch-norm weight, NaN without batch norm). The number
 * returned is the mean IPR of the living neurons.
 */
public record NeuronTable() implements Measure {

    @Override
    public double of(Subject subject) {
        Map<String, double[][]> spectra = ResidueSpectrum.of(subject);
        double[] ipr = Ipr.ofNeurons(spectra, 2);
        double[] readout = readout(subject, ipr.length);
        double[] gain = gain(subject, ipr.length);
        var table = subject.table("neurons", "step", "neuron", "ipr", "frequency", "share", "readout", "gain");
        for (int k = 0; k < ipr.length; k++) {
            double[] power = power(spectra, k);
            int strongest = strongest(power);
            table.add(subject.clock().step(), k, ipr[k], strongest, power[strongest], readout[k], gain[k]);
        }
        return new Ipr().of(subject);
    }

    /** Squared magnitudes of neuron k by frequency, summed over its weight vectors, as shares of their total. */
    static double[] power(Map<String, double[][]> spectra, int k) {
        double[] power = new double[spectra.values().iterator().next()[k].length];
        double total = 0;
        for (double[][] spectrum : spectra.values()) {
            for (int j = 0; j < power.length; j++) {
                power[j] += spectrum[k][j] * spectrum[k][j];
                total += spectrum[k][j] * spectrum[k][j];
            }
        }
        for (int j = 0; j < power.length && total > 0; j++) {
            power[j] /= total;
        }
        return power;
    }

    private static int strongest(double[] power) {
        int best = 0;
        for (int j = 1; j < power.length; j++) {
            if (power[j] > power[best]) {
                best = j;
            }
        }
        return best;
    }

    private static double[] readout(Subject subject, int neurons) {
        double[] norms = new double[neurons];
        Arrays.fill(norms, Double.NaN);
        if (subject.model() instanceof Neurons model) {
            try (Scope scope = Scope.open()) {
                norms = model.readout().square().sum(0, false).sqrt().toDoubles();
            }
        }
        return norms;
    }

    private static double[] gain(Subject subject, int neurons) {
        Tensor weight = subject.model().parameters().get("norm.weight");
        double[] gains = new double[neurons];
        Arrays.fill(gains, Double.NaN);
        if (weight != null) {
            try (Scope scope = Scope.open()) {
                gains = weight.detach().abs().toDoubles();
            }
        }
        return gains;
    }

    @Override
    public void check(Model model, Parts parts) {
        ResidueSpectrum.check(model);
    }

    @Override
    public String name() {
        return "neurons.ipr";
    }
}
