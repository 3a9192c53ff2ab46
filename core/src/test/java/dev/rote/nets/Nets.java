package dev.rote.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.Autograd;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.List;
import java.util.stream.LongStream;

/** What tests of nets share. */
final class Nets {

    private Nets() {}

    /** All pairs of residues modulo p, int64 [p^2, 2]. */
    static Tensor pairs(int p) {
        long[] values = LongStream.range(0, (long) p * p)
                .flatMap(id -> LongStream.of(id / p, id % p))
                .toArray();
        return Place.FLOAT64.indices(values, (long) p * p, 2);
    }

    /** The same as one-hot rows, float [N, 2p]. */
    static Tensor oneHot(Tensor pairs, int p, Place place) {
        return pairs.oneHot(p, place.dtype()).reshape(-1, 2L * p);
    }

    /** The numbers 0 to count - 1. */
    static long[] ids(int count) {
        return LongStream.range(0, count).toArray();
    }

    /**
     * Holds the gradients of a smooth function of the outputs to central differences, for some entries of each parameter.
     * Float64 models only.
     */
    static void assertGradientsMatchDifferences(Model model, Tensor inputs, Forward how) {
        List<Tensor> parameters = List.copyOf(model.parameters().values());
        List<double[]> gradients;
        try (Scope scope = Scope.open()) {
            gradients = Autograd.gradients(value(model, inputs, how), parameters, false).stream()
                    .map(Tensor::toDoubles)
                    .toList();
        }
        double step = 1e-6;
        for (int k = 0; k < parameters.size(); k++) {
            Tensor parameter = parameters.get(k);
            double[] start = parameter.toDoubles();
            for (int i = 0; i < start.length; i += Math.max(1, start.length / 7)) {
                double slope = (shifted(model, inputs, how, parameter, start, i, step)
                                - shifted(model, inputs, how, parameter, start, i, -step))
                        / (2 * step);
                assertThat(gradients.get(k)[i])
                        .as("%s[%d]", List.copyOf(model.parameters().keySet()).get(k), i)
                        .isCloseTo(slope, within(1e-7 * (1 + Math.abs(slope))));
            }
        }
    }

    private static Tensor value(Model model, Tensor inputs, Forward how) {
        return model.forward(inputs, how).add(0.3).square().mean();
    }

    private static double shifted(
            Model model, Tensor inputs, Forward how, Tensor parameter, double[] start, int i, double by) {
        try (Scope scope = Scope.open();
                Autograd.Guard guard = Autograd.noGrad()) {
            double[] moved = start.clone();
            moved[i] += by;
            parameter.copy_(Place.FLOAT64.of(moved, parameter.shape()));
            double result = value(model, inputs, how).item();
            parameter.copy_(Place.FLOAT64.of(start, parameter.shape()));
            return result;
        }
    }
}
