package dev.rote.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.data.Batch;
import dev.rote.nets.Forward;
import dev.rote.nets.Hook;
import dev.rote.nets.Mode;
import dev.rote.nets.Model;
import dev.rote.nets.OutputGradient;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.train.Clock;
import dev.rote.train.Loss;
import dev.rote.train.Pass;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What every loss promises. The test of a loss implements this and says which loss. */
public interface LossContract {

    /** Rows of the outputs that the tests use. */
    int ROWS = 7;

    /** Classes of the outputs that the tests use. */
    int CLASSES = 5;

    /** The loss. */
    Loss loss();

    /** Whether the loss says that it is never below 0. */
    default boolean neverNegative() {
        return true;
    }

    /** A model that answers with its one parameter, [N, K]. */
    record Answers(Tensor outputs) implements Model {
        @Override
        public Map<String, Tensor> parameters() {
            return Map.of("outputs", outputs);
        }

        @Override
        public List<String> layers() {
            return List.of();
        }

        @Override
        public Tensor forward(Tensor inputs, Forward how) {
            return outputs.indexSelect(0, inputs);
        }
    }

    /** Normal outputs of a size, drawn anew for each case, float64. */
    private static Tensor outputs(int which, double size) {
        double[] values = new Seeds(which).of("outputs").gaussians(ROWS * CLASSES, size);
        return Place.FLOAT64.of(values, ROWS, CLASSES);
    }

    private static Tensor classes(int which) {
        Seeds seeds = new Seeds(which).of("classes");
        return Place.FLOAT64.indices(
                IntStream.range(0, ROWS).mapToLong(i -> seeds.below(CLASSES, i)).toArray(), ROWS);
    }

    /** Targets that spread over all classes, rows sum to one. */
    private static Tensor soft(int which) {
        return outputs(which + 1000, 2).softmax(1);
    }

    private static Tensor index(long... rows) {
        return Place.FLOAT64.indices(rows, rows.length);
    }

    private Tensor of(Tensor outputs, Tensor targets, Tensor rows) {
        Batch batch = new Batch(rows.toLongs(), rows, targets.indexSelect(0, rows));
        Model model = new Answers(outputs);
        return loss().perExample(new Pass(model, batch, Hook.NONE, Mode.TRAIN, new Clock(0, 1, 1), true, new Seeds(0)));
    }

    private double[] of(Tensor outputs, Tensor targets) {
        return of(outputs, targets, index(0, 1, 2, 3, 4, 5, 6)).toDoubles();
    }

    @Test
    default void isOneFiniteNumberForEachExampleAndNegativeOnlyWhereItSaysSo() {
        try (Scope scope = Scope.open()) {
            for (double size : new double[] {0, 1e-3, 1, 100, 1e6}) {
                for (Tensor targets : List.of(classes(1), soft(1))) {
                    double[] losses = of(outputs(1, size), targets);
                    assertThat(losses).hasSize(ROWS);
                    assertThat(losses).matches(all -> Arrays.stream(all).allMatch(Double::isFinite), "finite");
                    assertThat(losses)
                            .matches(
                                    all -> !neverNegative()
                                            || Arrays.stream(all).allMatch(l -> l >= 0),
                                    "not negative");
                }
            }
        }
    }

    @Test
    default void aClassIsTheSoftTargetThatIsAllOnIt() {
        try (Scope scope = Scope.open()) {
            for (int which = 0; which < 20; which++) {
                Tensor outputs = outputs(which, 3);
                Tensor rows = classes(which).oneHot(CLASSES, Place.FLOAT64.dtype());
                assertThat(of(outputs, rows)).containsExactly(of(outputs, classes(which)), within(1e-12));
            }
        }
    }

    @Test
    default void anExampleKnowsNothingOfTheOthers() {
        try (Scope scope = Scope.open()) {
            for (Tensor targets : List.of(classes(2), soft(2))) {
                Tensor outputs = outputs(2, 3);
                double[] all = of(outputs, targets);
                double[] mixed = of(outputs, targets, index(6, 2, 2, 0, 5)).toDoubles();
                assertThat(mixed).containsExactly(new double[] {all[6], all[2], all[2], all[0], all[5]}, within(1e-12));
            }
        }
    }

    @Test
    default void itsSumIsTheSumOverShards() {
        try (Scope scope = Scope.open()) {
            Tensor outputs = outputs(3, 3);
            Tensor targets = soft(3);
            double whole = Arrays.stream(of(outputs, targets)).sum();
            double parts = of(outputs, targets, index(0, 1)).sum().item()
                    + of(outputs, targets, index(2, 3, 4)).sum().item()
                    + of(outputs, targets, index(5, 6)).sum().item();
            assertThat(parts).isCloseTo(whole, within(1e-12 * Math.abs(whole)));
        }
    }

    @Test
    default void automaticDerivativesAreThoseOfFiniteDifferences() {
        try (Scope scope = Scope.open()) {
            for (Tensor targets : List.of(classes(4), soft(4))) {
                Tensor outputs = outputs(4, 1);
                double[] automatic = automatic(outputs, targets);
                double[] values = outputs.toDoubles();
                double step = 1e-5;
                for (int i = 0; i < values.length; i++) {
                    double rise = shifted(values, i, step, targets) - shifted(values, i, -step, targets);
                    assertThat(automatic[i]).isCloseTo(rise / (2 * step), within(1e-8));
                }
            }
        }
    }

    private double shifted(double[] values, int i, double by, Tensor targets) {
        double[] moved = values.clone();
        moved[i] += by;
        return Arrays.stream(of(Place.FLOAT64.of(moved, ROWS, CLASSES), targets))
                .sum();
    }

    private double[] automatic(Tensor outputs, Tensor targets) {
        Tensor asked = outputs.copy().requiresGrad(true);
        Tensor sum = of(asked, targets, index(0, 1, 2, 3, 4, 5, 6)).sum();
        return Autograd.gradients(sum, List.of(asked), false).get(0).toDoubles();
    }

    @Test
    default void theHandWrittenDerivativeIsTheAutomaticOne() {
        Assumptions.assumeTrue(loss() instanceof OutputGradient, "this loss has no hand-written derivative");
        OutputGradient byHand = (OutputGradient) loss();
        try (Scope scope = Scope.open()) {
            for (double size : new double[] {1e-3, 1, 30}) {
                for (int which = 0; which < 20; which++) {
                    for (Tensor targets : List.of(classes(which), soft(which))) {
                        Tensor outputs = outputs(which, size);
                        double[] expected = automatic(outputs, targets);
                        double sum = Arrays.stream(of(outputs, targets)).sum();
                        Tensor replaced = outputs.copy();
                        assertThat(byHand.replace(replaced, targets)).isCloseTo(sum, within(1e-12 * Math.abs(sum)));
                        double largest =
                                Arrays.stream(expected).map(Math::abs).max().orElseThrow();
                        assertThat(replaced.mul(byHand.factor(CLASSES)).toDoubles())
                                .containsExactly(expected, within(1e-12 * largest));
                    }
                }
            }
        }
    }

    @Test
    default void leavesNoNativeMemoryBehind() {
        long before = Tensor.live();
        try (Scope scope = Scope.open()) {
            of(outputs(5, 1), classes(5));
            automatic(outputs(5, 1), soft(5));
        }
        assertThat(Tensor.live()).isEqualTo(before);
    }
}
