package dev.rote.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import dev.rote.train.Loss;
import org.junit.jupiter.api.Test;

class MseTest implements LossContract {

    @Override
    public Loss loss() {
        return new Mse();
    }

    @Test
    void anAllZeroNetCostsOneOverTheClasses() {
        try (Scope scope = Scope.open()) {
            Tensor outputs = Place.FLOAT64.zeros(3, 4);
            double sum = new Mse().replace(outputs, Place.FLOAT64.indices(new long[] {0, 3, 2}, 3));
            assertThat(sum / 3).isCloseTo(0.25, within(1e-15));
            assertThat(outputs.mul(new Mse().factor(4)).toDoubles())
                    .containsExactly(-0.5, 0, 0, 0, 0, 0, 0, -0.5, 0, 0, -0.5, 0);
        }
    }
}
