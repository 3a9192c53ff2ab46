package dev.rote.measures;

import dev.rote.data.Parts;
import dev.rote.nets.Model;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Writes each neuron's power over Fourier frequencies into the table {@code spectrum}, for a heat map.
 *
 * <p>Columns: step; neuron; f0, f1, ... f(p/2): squared magnitude at that frequency summed over the neuron's weight vectors, as
 * a share of their total, in [0, 1]. The number returned is the mean over neurons of the largest share, in [0, 1].
 */
public record SpectrumTable() implements Measure {

    @Override
    public double of(Subject subject) {
        Map<String, double[][]> spectra = ResidueSpectrum.of(subject);
        double[][] first = spectra.values().iterator().next();
        String[] columns = IntStream.range(-2, first[0].length)
                .mapToObj(j -> j == -2 ? "step" : j == -1 ? "neuron" : "f" + j)
                .toArray(String[]::new);
        var table = subject.table("spectrum", columns);
        double largest = 0;
        for (int k = 0; k < first.length; k++) {
            double[] power = NeuronTable.power(spectra, k);
            Object[] row = new Object[power.length + 2];
            row[0] = subject.clock().step();
            row[1] = k;
            double best = 0;
            for (int j = 0; j < power.length; j++) {
                row[j + 2] = (float) power[j];
                best = Math.max(best, power[j]);
            }
            table.add(row);
            largest += best / first.length;
        }
        return largest;
    }

    @Override
    public void check(Model model, Parts parts) {
        ResidueSpectrum.check(model);
    }

    @Override
    public String name() {
        return "spectrum.peak";
    }
}
