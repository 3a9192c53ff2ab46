package dev.rote.measures;

import dev.rote.data.ModularArithmetic;
import dev.rote.nets.Model;
import dev.rote.nets.ResidueWeights;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The Fourier transform of weights that are functions of a residue.
 *
 * <p>One-sided magnitudes {@code a_j = |sum_x w_x exp(-2 pi i j x / p)|} for j = 0 to floor(p/2), the constant term included,
 * as in the code of Doshi et al. 2024. For multiplication the residues 1 to p - 1 are first put in the order of their discrete
 * logarithms, where the operation is an addition modulo p - 1; without that the spectrum of a net that understood is noise.
 */
final class ResidueSpectrum {

    private ResidueSpectrum() {}

    /**
     * Magnitudes by weight name and unit.
     *
     * @return name to [units][floor(p/2) + 1]
     * @throws IllegalArgumentException when the model has no weights over residues
     */
    static Map<String, double[][]> of(Subject subject) {
        check(subject.model());
        Map<String, double[][]> spectra = new LinkedHashMap<>();
        try (Scope scope = Scope.open()) {
            ((ResidueWeights) subject.model())
                    .residueWeights()
                    .forEach((name, rows) -> spectra.put(name, magnitudes(reordered(rows, subject))));
        }
        return spectra;
    }

    /** Refuses a model without weights over residues. */
    static void check(Model model) {
        try (Scope scope = Scope.open()) {
            if (!(model instanceof ResidueWeights weights)
                    || weights.residueWeights().isEmpty()) {
                throw new IllegalArgumentException(
                        "this measure needs a net on residues (two-layer, mlp, transformer on modular-arithmetic)");
            }
        }
    }

    private static Tensor reordered(Tensor rows, Subject subject) {
        int[] order = subject.parts().source() instanceof ModularArithmetic arithmetic
                ? DiscreteLogarithm.order(arithmetic)
                : new int[0];
        if (order.length == 0) {
            return rows;
        }
        long[] index = Arrays.stream(order).asLongStream().toArray();
        return rows.indexSelect(1, rows.place().indices(index, index.length));
    }

    /** One-sided magnitudes of the rows of [units, n]. */
    static double[][] magnitudes(Tensor rows) {
        int n = (int) rows.size(1);
        int half = n / 2 + 1;
        double[] waves = new double[n * 2 * half];
        for (int x = 0; x < n; x++) {
            for (int j = 0; j < half; j++) {
                double angle = 2 * Math.PI * ((long) j * x % n) / n;
                waves[x * 2 * half + j] = Math.cos(angle);
                waves[x * 2 * half + half + j] = Math.sin(angle);
            }
        }
        double[] parts;
        int units = (int) rows.size(0);
        try (Scope scope = Scope.open()) {
            Place exact = Place.FLOAT64;
            parts = rows.move(exact).mm(exact.of(waves, n, 2 * half)).toDoubles();
        }
        double[][] magnitudes = new double[units][half];
        for (int k = 0; k < units; k++) {
            for (int j = 0; j < half; j++) {
                magnitudes[k][j] = Math.hypot(parts[k * 2 * half + j], parts[k * 2 * half + half + j]);
            }
        }
        return magnitudes;
    }
}
