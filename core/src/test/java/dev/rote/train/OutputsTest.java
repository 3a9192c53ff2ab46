package dev.rote.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.data.Dataset;
import dev.rote.data.ModularArithmetic;
import dev.rote.data.Operation;
import dev.rote.nets.Activation;
import dev.rote.nets.Forward;
import dev.rote.nets.Mlp;
import dev.rote.nets.Model;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutputsTest {

    // 673 examples: two whole blocks and a part of one.
    private final Dataset data =
            new ModularArithmetic(31, Operation.ADD, 0.7).open(new Seeds(3)).get("train");

    private Model model() {
        Mlp net = new Mlp(List.of(16), Activation.RELU, true, 0.5, true);
        return net.build(data.inputs(), 31, Place.FLOAT64, new Seeds(5));
    }

    @Test
    void blocksSayWhatOneForwardPassSays() {
        try (Scope scope = Scope.open();
                Autograd.Guard guard = Autograd.noGrad()) {
            Model model = model();
            Tensor whole = model.forward(data.batch(data.ids()).inputs(), Forward.evaluation(data.ids()));
            Tensor outputs = Outputs.of(model, data);
            assertThat(outputs.shape()).containsExactly(data.size(), 31);
            assertThat(outputs.place()).isEqualTo(Place.FLOAT64);
            assertThat(outputs.sub(whole).abs().reshape(-1).amax(0).item()).isLessThan(1e-12);
        }
    }

    @Test
    void idsAreAnsweredInTheOrderAsked() {
        try (Scope scope = Scope.open()) {
            Model model = model();
            long[] ids = data.ids();
            Tensor two = Outputs.of(model, data, new long[] {ids[400], ids[7]});
            Tensor all = Outputs.of(model, data);
            assertThat(two.select(0, 0).sub(all.select(0, 400)).norm().item()).isLessThan(1e-12);
            assertThat(two.select(0, 1).sub(all.select(0, 7)).norm().item()).isLessThan(1e-12);
            assertThatThrownBy(() -> Outputs.of(model, data, new long[0]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("ids must name at least one example, was empty");
        }
    }

    @Test
    void onlyTheOutputsRemainAndTheModelIsAsItWas() {
        try (Scope scope = Scope.open()) {
            Model model = model();
            Map<String, List<Double>> before = TinyTraining.weights(model);
            long live = Tensor.live();
            Tensor outputs = Outputs.of(model, data);
            assertThat(outputs.requiresGrad()).isFalse();
            assertThat(Tensor.live()).isEqualTo(live + 1);
            assertThat(TinyTraining.weights(model)).isEqualTo(before);
        }
    }
}
