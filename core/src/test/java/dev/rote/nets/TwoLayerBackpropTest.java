package dev.rote.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.Autograd;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the gradient written by hand to autograd. */
class TwoLayerBackpropTest {

    private static final int P = 23;
    private static final int ROWS = P * P; // several lanes, and blocks that do not divide evenly

    /** Mean squared error over the classes, as the loop's loss would give it. */
    private static final OutputGradient SQUARES = (outputs, targets) -> {
        double classes = outputs.size(1);
        Tensor difference = outputs.sub(targets.oneHot(outputs.size(1), outputs.dtype()));
        outputs.copy_(difference.mul(2 / classes));
        return difference.square().sum().item() / classes;
    };

    static Stream<Arguments> settings() {
        return Stream.of(Activation.SQUARE, Activation.RELU)
                .flatMap(activation -> Stream.of(0.0, 0.4)
                        .flatMap(dropout -> Stream.of(1, 3, 8)
                                .flatMap(lanes -> Stream.of(Place.FLOAT64, Place.FLOAT32)
                                        .map(place -> Arguments.of(activation, dropout, lanes, place)))));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void agreesWithAutograd(Activation activation, double dropout, int lanes, Place place) {
        double tolerance = place == Place.FLOAT64 ? 1e-10 : 1e-5;
        try (Scope scope = Scope.open();
                Workers workers = new Workers(1)) {
            Model model = build(activation, dropout, place);
            List<Tensor> parameters = List.copyOf(model.parameters().values());
            Forward how = how(Mode.TRAIN);
            Tensor truth = targets().oneHot(P, place.dtype());
            Tensor loss = model.forward(Nets.pairs(P), how).sub(truth).square().mean();
            List<Tensor> expected = Autograd.gradients(loss, parameters, false);
            try (Backprop backprop = model.backprop().orElseThrow()) {
                double seen = backprop.compute(Nets.pairs(P), targets(), SQUARES, how, workers, lanes);
                assertThat(seen).isCloseTo(loss.item(), within(tolerance * loss.item()));
            }
            for (int k = 0; k < parameters.size(); k++) {
                double size = expected.get(k).norm().item();
                double error =
                        parameters.get(k).grad().sub(expected.get(k)).norm().item();
                assertThat(size).isPositive();
                assertThat(error / size).isLessThan(tolerance);
            }
        }
    }

    @Test
    void theNumberOfWorkersDoesNotChangeAByte() {
        float[][] one = gradients(1, 8);
        float[][] two = gradients(2, 8);
        float[][] again = gradients(2, 8);
        for (int k = 0; k < one.length; k++) {
            assertThat(two[k]).containsExactly(one[k]);
            assertThat(again[k]).containsExactly(one[k]);
        }
    }

    private static float[][] gradients(int count, int lanes) {
        try (Scope scope = Scope.open();
                Workers workers = new Workers(count)) {
            Model model = build(Activation.SQUARE, 0.3, Place.FLOAT32);
            try (Backprop backprop = model.backprop().orElseThrow()) {
                backprop.compute(Nets.pairs(P), targets(), SQUARES, how(Mode.TRAIN), workers, lanes);
            }
            return model.parameters().values().stream()
                    .map(parameter -> parameter.grad().toFloats())
                    .toArray(float[][]::new);
        }
    }

    @Test
    void overwritesEarlierGradientsAndFreesItsSpace() {
        long before = Tensor.live();
        try (Scope scope = Scope.open();
                Workers workers = new Workers(2)) {
            Model model = build(Activation.RELU, 0, Place.FLOAT32);
            try (Backprop backprop = model.backprop().orElseThrow()) {
                float[] first = {};
                for (int i = 0; i < 2; i++) {
                    backprop.compute(Nets.pairs(P), targets(), SQUARES, how(Mode.TRAIN), workers, 3);
                    float[] seen = model.parameters().get("u.weight").grad().toFloats();
                    assertThat(i == 0 || Arrays.equals(first, seen)).isTrue();
                    first = seen;
                }
            }
        }
        assertThat(Tensor.live()).isEqualTo(before);
    }

    @Test
    void isOfferedOnlyWhereItIsRight() {
        try (Scope scope = Scope.open()) {
            var inputs = new InputShape.Tokens(2, P);
            assertThat(new TwoLayer(4, Activation.GELU, 0, false)
                            .build(inputs, P, Place.FLOAT32, new Seeds(1))
                            .backprop())
                    .isEmpty();
            assertThat(new TwoLayer(4, Activation.SQUARE, 0, true)
                            .build(inputs, P, Place.FLOAT32, new Seeds(1))
                            .backprop())
                    .isEmpty();
        }
    }

    private static Model build(Activation activation, double dropout, Place place) {
        return new TwoLayer(30, activation, dropout, false).build(new InputShape.Tokens(2, P), P, place, new Seeds(8));
    }

    private static Forward how(Mode mode) {
        return new Forward(mode, Hook.NONE, new Seeds(9), Nets.ids(ROWS));
    }

    private static Tensor targets() {
        long[] labels = new long[ROWS];
        for (int i = 0; i < ROWS; i++) {
            labels[i] = new Seeds(4).below(P, i);
        }
        return Place.FLOAT64.indices(labels, ROWS);
    }
}
