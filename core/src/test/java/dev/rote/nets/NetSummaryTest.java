package dev.rote.nets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.nets.images.SmallCnn;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetSummaryTest {

    private static String summary(Net net, InputShape inputs, int outputs) {
        long start = Tensor.live();
        String text;
        try (Scope scope = Scope.open()) {
            Model model = net.build(inputs, outputs, Place.FLOAT32, new Seeds(1));
            text = NetSummary.of(model, net, inputs, outputs);
        }
        assertThat(Tensor.live()).isEqualTo(start);
        return text;
    }

    @Test
    void writesANetOut() {
        Net net = new SmallCnn(List.of(2, 30), 3, true, 0, List.of(), false);
        assertThat(summary(net, new InputShape.Features(List.of(1L, 9L, 8L)), 3))
                .isEqualToNormalizingNewlines("""
                        parameter                   shape          numbers
                        stages.0.conv.weight        [2, 1, 3, 3]        18
                        stages.0.norm.weight        [2]                  2
                        stages.0.norm.bias          [2]                  2
                        stages.1.conv.weight        [30, 2, 3, 3]      540
                        stages.1.norm.weight        [30]                30
                        stages.1.norm.bias          [30]                30
                        output.weight               [3, 120]           360
                        output.bias                 [3]                  3

                        buffer                      shape          numbers
                        stages.0.norm.running_mean  [2]                  2
                        stages.0.norm.running_var   [2]                  2
                        stages.1.norm.running_mean  [30]                30
                        stages.1.norm.running_var   [30]                30

                        layer                       output
                        stages.0                    [2, 4, 4]
                        stages.1                    [30, 2, 2]
                        (outputs)                   [3]

                        985 parameters, 64 numbers in buffers, about 20,592 operations for one example
                        """);
    }

    @Test
    void knowsTokensToo() {
        assertThat(summary(new Transformer(8, 2, 1, 4, 0), new InputShape.Tokens(2, 5), 5))
                .contains("layers.0.mlp ")
                .contains("[32]")
                .contains(" parameters, 0 numbers in buffers");
    }
}
