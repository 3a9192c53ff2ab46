package dev.rote.nets;

import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The closed-form solution of modular addition (Gromov 2023; Doshi et al. 2024, equation 2), as a model that can be
 * evaluated, pruned and reported like a trained one.
 *
 * <p>{@code U_ki = A cos(2 pi i s_k / p + a_k)}, {@code V_kj = A cos(2 pi j s_k / p + b_k)}, {@code W_qk = A cos(2 pi q s_k /
 * p + a_k + b_k)} with square activation: s a random permutation of the neurons (taken modulo p), a and b uniform in
 * (-pi, pi]. Expanded, one of the nine cosine products has no random phase and sums to the indicator of q = m + n; the
 * others vanish as 1/sqrt(N).
 *
 * <p>Deviation: the amplitude is A = (2/N)^(1/3), for which the output on the right class is 1; the paper prints the
 * exponent with a minus sign, which changes the mean squared error but no accuracy.
 *
 * @param width N, number of neurons, at least 1; more of them, less noise
 */
public record AnalyticTwoLayer(int width) implements Net {

    /** 500 neurons. */
    public AnalyticTwoLayer() {
        this(500);
    }

    public AnalyticTwoLayer {
        if (width < 1) {
            throw new IllegalArgumentException("width must be at least 1, was " + width);
        }
    }

    @Override
    public double work(InputShape inputs, int outputs) {
        return (double) width * outputs;
    }

    @Override
    public Model build(InputShape inputs, int outputs, Place place, Seeds seeds) {
        int p = TwoLayer.vocabulary(inputs);
        if (outputs != p) {
            throw new IllegalArgumentException("the analytic solution needs p = " + p + " classes, was " + outputs);
        }
        int[] frequency = seeds.of("frequency").permutation(width);
        Seeds first = seeds.of("first phase");
        Seeds second = seeds.of("second phase");
        double[] u = new double[p * width];
        double[] v = new double[p * width];
        double[] w = new double[p * width];
        double amplitude = Math.cbrt(2.0 / width);
        for (int k = 0; k < width; k++) {
            double a = Math.PI * (1 - 2 * first.uniform(k));
            double b = Math.PI * (1 - 2 * second.uniform(k));
            for (int residue = 0; residue < p; residue++) {
                // The product of residue and frequency is reduced first: cos loses digits for large angles.
                double angle = 2 * Math.PI * ((long) residue * (frequency[k] % p) % p) / p;
                u[residue * width + k] = amplitude * Math.cos(angle + a);
                v[residue * width + k] = amplitude * Math.cos(angle + b);
                w[residue * width + k] = amplitude * Math.cos(angle + a + b);
            }
        }
        Map<String, Tensor> weights = new LinkedHashMap<>();
        weights.put("u.weight", place.of(u, p, width));
        weights.put("v.weight", place.of(v, p, width));
        weights.put("w.weight", place.of(w, p, width));
        return new TwoLayerModel(new TwoLayer(width, Activation.SQUARE, 0, false), weights, place);
    }
}
