package dev.rote.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.train.Method;
import dev.rote.train.Moment;
import dev.rote.train.TinyTraining;
import dev.rote.train.Training;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DenseSparseDenseTest implements PictureMethodContract {

    private static final List<String> WEIGHTS =
            List.of("stages.0.conv.weight", "stages.1.conv.weight", "stages.2.conv.weight", "output.weight");

    /** Restarts the optimizer after steps 4 and 8 and does nothing else. */
    private record Restarts() implements Method {
        @Override
        public void at(Moment moment, Training training) {
            if (moment == Moment.STEP && training.clock().step() % 4 == 0) {
                training.restart();
            }
        }
    }

    @Override
    public Method method() {
        return new DenseSparseDense(2, 0.5);
    }

    @Override
    public Map<String, ThrowingCallable> refusals() {
        Map<String, ThrowingCallable> refusals = new LinkedHashMap<>();
        refusals.put("rounds must be at least 1, was 0", () -> new DenseSparseDense(0, 0.5));
        refusals.put("share must be in [0, 1), was -0.1", () -> new DenseSparseDense(1, -0.1));
        refusals.put("share must be in [0, 1), was 1.0", () -> new DenseSparseDense(1, 1));
        return refusals;
    }

    private static List<Map<String, List<Double>>> steps(Method method) {
        List<Map<String, List<Double>>> weights = new ArrayList<>();
        PictureTraining.plain().with(method).run(loop -> weights.add(TinyTraining.weights(loop.model())));
        return weights;
    }

    private static List<Integer> zeros(List<Double> values) {
        return IntStream.range(0, values.size())
                .filter(i -> values.get(i) == 0)
                .boxed()
                .toList();
    }

    @Test
    void theSmallestHalfIsZeroInTheSparseGenerationOnly() {
        List<Map<String, List<Double>>> with = steps(method());
        Map<String, List<Double>> before = steps(new Restarts()).get(3);
        for (String name : WEIGHTS) {
            List<Double> dense = before.get(name);
            List<Integer> smallest = IntStream.range(0, dense.size())
                    .boxed()
                    .sorted((i, j) -> Double.compare(Math.abs(dense.get(i)), Math.abs(dense.get(j))))
                    .limit(dense.size() / 2)
                    .sorted()
                    .toList();
            for (int step = 4; step <= 8; step++) {
                assertThat(zeros(with.get(step - 1).get(name)))
                        .as(name + " after step " + step)
                        .isEqualTo(smallest);
            }
            assertThat(zeros(with.get(2).get(name))).isEmpty();
            assertThat(zeros(with.get(11).get(name)).size()).isLessThan(smallest.size() / 2);
        }
        assertThat(with.get(3).get("output.bias")).isEqualTo(before.get("output.bias"));
    }

    @Test
    void whatIsKeptIsNotMoved() {
        List<Map<String, List<Double>>> with = steps(method());
        Map<String, List<Double>> before = steps(new Restarts()).get(3);
        List<Double> cut = with.get(3).get("output.weight");
        for (int i = 0; i < cut.size(); i++) {
            assertThat(cut.get(i)).isIn(0.0, -0.0, before.get("output.weight").get(i));
        }
    }

    @Test
    void nothingCutOnlyRestartsTheOptimizer() {
        assertThat(PictureTraining.plain().with(new DenseSparseDense(2, 0)).run())
                .isEqualTo(PictureTraining.plain().with(new Restarts()).run());
    }

    @Test
    void ofEqualWeightsExactlyTheShareIsCut() {
        Method equal = new Method() {
            @Override
            public void at(Moment moment, Training training) {
                if (moment == Moment.STEP && training.clock().step() == 4) {
                    try (var guard = dev.rote.tensor.Autograd.noGrad()) {
                        training.model().parameters().get("output.weight").fill_(0.25);
                    }
                }
            }
        };
        List<Integer> counts = new ArrayList<>();
        PictureTraining.plain().with(equal, method()).run(loop -> {
            if (loop.clock().step() == 4) {
                counts.add(zeros(TinyTraining.weights(loop.model()).get("output.weight"))
                        .size());
                counts.add(
                        TinyTraining.weights(loop.model()).get("output.weight").size());
            }
        });
        assertThat(counts.get(0)).isEqualTo(counts.get(1) / 2);
    }

    @Test
    void refusesMoreRoundsThanSteps() {
        assertThatThrownBy(() -> PictureTraining.plain()
                        .with(new DenseSparseDense(12, 0.5))
                        .run())
                .hasMessage("rounds must be fewer than the steps of the training, was 12 with 12 steps");
    }
}
