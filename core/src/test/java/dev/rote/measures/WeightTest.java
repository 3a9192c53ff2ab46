package dev.rote.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.data.Parts;
import dev.rote.nets.Activation;
import dev.rote.nets.Mlp;
import dev.rote.nets.Model;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightTest implements MeasureContract {

    @Override
    public Measure measure() {
        return new Weight();
    }

    @Override
    public Measure again() {
        return new Weight("output.weight", 0);
    }

    @Override
    public List<String> refuses() {
        return List.of("two-layer", "two-layer with batch norm", "analytic");
    }

    @Test
    void readsRowByRow() {
        Parts parts = MeasureContract.parts();
        try (Scope scope = Scope.open()) {
            Model model =
                    MeasureContract.model(new Mlp(List.of(3), Activation.RELU, true, 0, false), parts, Place.FLOAT64);
            double[] all = model.parameters().get("output.weight").detach().toDoubles(); // [17, 3]
            for (int i : new int[] {0, 1, 3, 50}) {
                Weight weight = new Weight("output.weight", i);
                assertThat(MeasureContract.take(weight, model, parts, 1).value())
                        .isEqualTo(all[i]);
            }
            assertThatThrownBy(() -> new Weight("output.weight", 51).check(model, parts))
                    .hasMessage("index must be below the 51 numbers of output.weight, was 51");
        }
        assertThatThrownBy(() -> new Weight("output.weight", -1)).hasMessage("index must be at least 0, was -1");
    }
}
