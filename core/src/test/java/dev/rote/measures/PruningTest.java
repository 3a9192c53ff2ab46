package dev.rote.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.data.ModularArithmetic;
import dev.rote.data.Operation;
import dev.rote.data.Parts;
import dev.rote.nets.Activation;
import dev.rote.nets.AnalyticTwoLayer;
import dev.rote.nets.Model;
import dev.rote.nets.TwoLayer;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PruningTest {

    private static final List<String> COLUMNS = List.of(
            "step",
            "pruned",
            "fraction",
            "accuracy_train",
            "accuracy_test",
            "accuracy_corrupted",
            "accuracy_uncorrupted",
            "loss_train",
            "loss_test");

    private static List<List<Object>> curve(Pruning pruning, Model model, Parts parts) {
        return MeasureContract.take(pruning, model, parts, 1)
                .tables()
                .values()
                .iterator()
                .next();
    }

    private static double cell(List<Object> row, String column) {
        return ((Number) row.get(COLUMNS.indexOf(column))).doubleValue();
    }

    private static double[] ipr(Model model, Parts parts) {
        return MeasureContract.take(new NeuronTable(), model, parts, 1).tables().get("neurons").stream()
                .skip(1)
                .mapToDouble(row -> ((Number) row.get(2)).doubleValue())
                .toArray();
    }

    private static double value(Measure measure, Model model, Parts parts) {
        return MeasureContract.take(measure, model, parts, 1).value();
    }

    @Test
    void isTheSameAsSettingTheNeuronsToZeroAndEvaluatingAnew() {
        Parts parts = MeasureContract.parts();
        for (TwoLayer net : List.of(
                new TwoLayer(24, Activation.SQUARE, 0, false),
                new TwoLayer(24, Activation.TANH, 0.3, true),
                new TwoLayer(24, Activation.GELU, 0, true))) {
            for (Pruning.Order order : List.of(Pruning.Order.LOWEST_IPR, Pruning.Order.HIGHEST_IPR)) {
                try (Scope scope = Scope.open();
                        Autograd.Guard guard = Autograd.noGrad()) {
                    Model model = MeasureContract.model(net, parts, Place.FLOAT64);
                    List<List<Object>> curve = curve(new Pruning(order, 8), model, parts);
                    double[] ipr = ipr(model, parts);
                    Comparator<Integer> first = Comparator.comparingDouble(k -> ipr[k]);
                    List<Integer> ranked = IntStream.range(0, 24)
                            .boxed()
                            .sorted(order == Pruning.Order.LOWEST_IPR ? first : first.reversed())
                            .toList();
                    assertThat(curve.get(0)).isEqualTo(List.copyOf(COLUMNS));
                    for (int i = 0; i <= 8; i++) {
                        for (int k : ranked.subList(0, 3 * i)) {
                            model.parameters()
                                    .get("w.weight")
                                    .detach()
                                    .narrow(1, k, 1)
                                    .zero_();
                        }
                        List<Object> row = curve.get(i + 1);
                        assertThat(cell(row, "step")).isEqualTo(30);
                        assertThat(cell(row, "pruned")).isEqualTo(3 * i);
                        assertThat(cell(row, "fraction")).isEqualTo(3 * i / 24.0);
                        for (String part : List.of("train", "test", "corrupted", "uncorrupted")) {
                            assertThat(cell(row, "accuracy_" + part))
                                    .isCloseTo(value(new Accuracy(part), model, parts), within(1e-9));
                        }
                        assertThat(cell(row, "loss_train"))
                                .isCloseTo(value(new MeanLoss("train"), model, parts), within(1e-9));
                        assertThat(cell(row, "loss_test"))
                                .isCloseTo(value(new MeanLoss("test"), model, parts), within(1e-9));
                    }
                }
            }
        }
    }

    @Test
    void theFirstPointIsTheWholeNetAndTheLastIsNone() {
        Parts parts = MeasureContract.parts();
        try (Scope scope = Scope.open()) {
            Model model = MeasureContract.model(new TwoLayer(10, Activation.SQUARE, 0, false), parts, Place.FLOAT32);
            for (int points : new int[] {1, 3, 10, 1000}) {
                List<List<Object>> curve = curve(new Pruning(Pruning.Order.RANDOM, points), model, parts);
                assertThat(curve).hasSize(1 + Math.min(points, 10) + 1);
                assertThat(cell(curve.get(1), "fraction")).isZero();
                assertThat(cell(curve.get(curve.size() - 1), "fraction")).isEqualTo(1);
                assertThat(cell(curve.get(curve.size() - 1), "loss_test")).isCloseTo(1 / 17.0, within(1e-6));
            }
        }
    }

    @Test
    void randomIsAControlThatIgnoresTheRankAndFollowsTheSeed() {
        Parts parts = MeasureContract.parts();
        try (Scope scope = Scope.open()) {
            Model model = MeasureContract.model(new TwoLayer(60, Activation.SQUARE, 0, false), parts, Place.FLOAT64);
            List<List<Object>> random = curve(new Pruning(Pruning.Order.RANDOM, 20), model, parts);
            assertThat(random).isNotEqualTo(curve(new Pruning(Pruning.Order.LOWEST_IPR, 20), model, parts));
            assertThat(random).isNotEqualTo(curve(new Pruning(Pruning.Order.HIGHEST_IPR, 20), model, parts));
            assertThat(random).isEqualTo(curve(new Pruning(Pruning.Order.RANDOM, 20), model, parts));
        }
    }

    @Test
    void theNumberIsTheLargestFractionThatLeavesNineInTenTestExamplesRight() {
        Parts parts = new ModularArithmetic(17, Operation.ADD, 0.7).open(new Seeds(3));
        try (Scope scope = Scope.open()) {
            Model good = MeasureContract.model(new AnalyticTwoLayer(1200), parts, Place.FLOAT32);
            List<List<Object>> curve = curve(new Pruning(Pruning.Order.RANDOM, 50), good, parts);
            double number = value(new Pruning(Pruning.Order.RANDOM, 50), good, parts);
            double expected = 0;
            for (List<Object> row : curve.subList(1, curve.size())) {
                if (cell(row, "accuracy_test") < 0.9) {
                    break;
                }
                expected = cell(row, "fraction");
            }
            assertThat(number).isEqualTo(expected).isGreaterThan(0.1).isLessThan(1);
            Model bad = MeasureContract.model(new TwoLayer(10, Activation.SQUARE, 0, false), parts, Place.FLOAT32);
            assertThat(value(new Pruning(), bad, parts)).isZero();
        }
    }

    @Test
    void anEmptyTestPartGivesNoNumbersForIt() {
        Parts parts = new ModularArithmetic(5, Operation.ADD, 1).open(new Seeds(3));
        try (Scope scope = Scope.open()) {
            Model model = new TwoLayer(6, Activation.SQUARE, 0, false)
                    .build(parts.get("train").inputs(), 5, Place.FLOAT32, new Seeds(1));
            List<List<Object>> curve = curve(new Pruning(Pruning.Order.LOWEST_IPR, 2), model, parts);
            assertThat(cell(curve.get(1), "accuracy_test")).isNaN();
            assertThat(cell(curve.get(1), "accuracy_corrupted")).isNaN();
            assertThat(cell(curve.get(1), "accuracy_train")).isFinite();
            assertThat(value(new Accuracy("test"), model, parts)).isNaN();
            assertThat(value(new MeanLoss("test"), model, parts)).isNaN();
        }
    }

    @Test
    void wrongValuesAreNamed() {
        assertThatThrownBy(() -> new Pruning(Pruning.Order.RANDOM, 0))
                .hasMessage("points must be from 1 to 10000, was 0");
        Parts parts = MeasureContract.parts();
        try (Scope scope = Scope.open()) {
            Model model = MeasureContract.model(new TwoLayer(4, Activation.RELU, 0, false), parts, Place.FLOAT32);
            assertThatThrownBy(() -> value(new Accuracy("tests"), model, parts))
                    .hasMessage("there is no data part 'tests', only [train, test]");
            assertThatThrownBy(() -> value(new WeightNorm("x"), model, parts))
                    .hasMessage("there is no parameter 'x', only [u.weight, v.weight, w.weight] and all");
            double norm = Math.sqrt(Arrays.stream(new String[] {"u", "v", "w"})
                    .mapToDouble(name -> Math.pow(value(new WeightNorm(name + ".weight"), model, parts), 2))
                    .sum());
            assertThat(value(new WeightNorm(), model, parts)).isCloseTo(norm, within(1e-12));
        }
    }
}
