package dev.rote.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import dev.rote.train.Loss;
import org.junit.jupiter.api.Test;

class CrossEntropyTest implements LossContract {

    @Override
    public Loss loss() {
        return new CrossEntropy();
    }

    @Test
    void anUndecidedNetCostsTheLogarithmOfTheClasses() {
        try (Scope scope = Scope.open()) {
            Tensor outputs = Place.FLOAT64.full(7, 1, 4);
            double loss = new CrossEntropy().replace(outputs, Place.FLOAT64.indices(new long[] {1}, 1));
            assertThat(loss).isCloseTo(Math.log(4), within(1e-15));
            assertThat(outputs.toDoubles()).containsExactly(new double[] {0.25, -0.75, 0.25, 0.25}, within(1e-15));
        }
    }
}
