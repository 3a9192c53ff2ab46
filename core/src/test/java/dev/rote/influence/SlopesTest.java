package dev.rote.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.data.Batch;
import dev.rote.data.Parts;
import dev.rote.data.files.Digits;
import dev.rote.losses.CrossEntropy;
import dev.rote.measures.Subject;
import dev.rote.nets.Activation;
import dev.rote.nets.Mlp;
import dev.rote.nets.Model;
import dev.rote.nets.Net;
import dev.rote.nets.images.SmallCnn;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Slopes of single losses along directions, against differences of the losses. */
class SlopesTest {

    private static final int ROWS = 40;
    private static final double STEP = 1e-6;
    private static final Parts DIGITS = new Digits().open(new Seeds(1));

    static Stream<Net> nets() {
        return Stream.of(
                new Mlp(List.of(5), Activation.GELU, true, 0, false),
                new SmallCnn(List.of(2, 3), 3, false, 0, List.of(4), false),
                new SmallCnn(List.of(2, 3), 3, true, 0, List.of(), false));
    }

    private static double[] losses(Subject subject) {
        return subject.loss().perExample(subject.pass(some(0, ROWS))).toDoubles();
    }

    private static Batch some(int from, int count) {
        long[] ids = DIGITS.get("train").ids();
        return DIGITS.get("train")
                .batch(LongStream.range(from, from + count)
                        .map(i -> ids[(int) i])
                        .toArray())
                .move(Place.FLOAT64);
    }

    @ParameterizedTest
    @MethodSource("nets")
    void areThoseOfTheLosses(Net net) {
        long live = Tensor.live();
        try (Scope scope = Scope.open()) {
            Model model = net.build(DIGITS.get("train").inputs(), 10, Place.FLOAT64, new Seeds(5));
            model.parameters().values().forEach(weight -> weight.requiresGrad(true));
            Small.look(model, DIGITS, new CrossEntropy(), 1, subject -> {
                int count = Slopes.weights(subject).stream()
                        .mapToInt(weight -> (int) weight.numel())
                        .sum();
                // Biases of 0 put the empty corners of a picture on the kink of relu.
                Small.move(subject, Place.FLOAT64.of(new Seeds(4).gaussians(count, 0.1), count));
                Tensor directions = Place.FLOAT64.of(new Seeds(9).gaussians(3 * count, 1), 3, count);
                double[][] found = new Slopes(subject).along(directions, some(0, ROWS));
                for (int i = 0; i < 3; i++) {
                    Tensor direction = directions.select(0, i);
                    Small.move(subject, direction.mul(STEP));
                    double[] above = losses(subject);
                    Small.move(subject, direction.mul(-2 * STEP));
                    double[] below = losses(subject);
                    Small.move(subject, direction.mul(STEP));
                    for (int n = 0; n < ROWS; n++) {
                        assertThat(found[n][i])
                                .isCloseTo(
                                        (above[n] - below[n]) / (2 * STEP), within(1e-5 * (1 + Math.abs(found[n][i]))));
                    }
                }
                // One alone goes another way.
                double[] alone = new Slopes(subject).along(directions, some(7, 1))[0];
                for (int i = 0; i < 3; i++) {
                    assertThat(alone[i]).isCloseTo(found[7][i], within(1e-9 * (1 + Math.abs(alone[i]))));
                }
                return null;
            });
        }
        assertThat(Tensor.live()).isEqualTo(live);
    }
}
