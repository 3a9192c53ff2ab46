package dev.rote.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.data.ModularArithmetic;
import dev.rote.data.Operation;
import dev.rote.data.Parts;
import dev.rote.nets.Activation;
import dev.rote.nets.Mlp;
import dev.rote.nets.Model;
import dev.rote.nets.TwoLayer;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IprTest {

    private static final int P = 97;

    /** The IPR, of order 2, of one row of weights. */
    private static double ipr(double[] row) {
        try (Scope scope = Scope.open()) {
            return Ipr.of(ResidueSpectrum.magnitudes(Place.FLOAT64.of(row, 1, row.length))[0], 2);
        }
    }

    private static double[] row(int n, IntToDoubleFunction weight) {
        return IntStream.range(0, n).mapToDouble(weight).toArray();
    }

    @Test
    void aWaveIsOneASpikeIsSpreadEvenly() {
        for (int k = 1; k <= P / 2; k++) {
            int frequency = k;
            assertThat(ipr(row(P, x -> 3 * Math.cos(2 * Math.PI * frequency * x / P + 0.7))))
                    .isCloseTo(1, within(1e-12));
        }
        assertThat(ipr(row(P, x -> 1))).isCloseTo(1, within(1e-12));
        assertThat(ipr(row(P, x -> x == 30 ? 1 : 0))).isCloseTo(1 / 49.0, within(1e-12));
        assertThat(ipr(row(P, x -> Math.cos(2 * Math.PI * 5 * x / P) + Math.cos(2 * Math.PI * 9 * x / P))))
                .isCloseTo(0.5, within(1e-12));
        assertThat(ipr(row(P, x -> 0))).isZero();
    }

    @Test
    void noiseIsNearFourInAHundred() {
        double mean = IntStream.range(0, 3000)
                .mapToDouble(i -> ipr(new Seeds(i).gaussians(P, 1)))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(0.040, within(0.001));
    }

    @Property(tries = 100)
    void scaleDoesNotMatterAndTheRangeIsKept(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 120) int n,
            @ForAll @IntRange(min = -6, max = 6) int digits) {
        double scale = Math.pow(10, digits);
        double[] row = new Seeds(seed).gaussians(n, 1);
        double ipr = ipr(row);
        assertThat(ipr(row(n, x -> scale * row[x]))).isCloseTo(ipr, within(1e-9));
        assertThat(ipr(row(n, x -> -row[x]))).isCloseTo(ipr, within(1e-9));
        assertThat(ipr).isBetween(1.0 / (n / 2 + 1) - 1e-12, 1 + 1e-12);
    }

    @Property(tries = 100)
    void shiftingTheResiduesDoesNotMatter(@ForAll long seed, @ForAll @IntRange(min = 1, max = 96) int shift) {
        double[] row = new Seeds(seed).gaussians(P, 1);
        assertThat(ipr(row(P, x -> row[(x + shift) % P]))).isCloseTo(ipr(row), within(1e-9));
    }

    private static double take(Ipr.Statistic statistic, Model model, Parts parts) {
        return MeasureContract.take(new Ipr(statistic, 2), model, parts, 1).value();
    }

    @Test
    void aDeadNeuronCountsForNothing() {
        try (Scope scope = Scope.open();
                Autograd.Guard guard = Autograd.noGrad()) {
            Parts parts = MeasureContract.parts();
            Model model = MeasureContract.model(new TwoLayer(8, Activation.SQUARE, 0, false), parts, Place.FLOAT64);
            double[] before = neurons(model, parts);
            zero(model, 2);
            zero(model, 5);
            double[] after = neurons(model, parts);
            assertThat(after[2]).isZero();
            assertThat(after[5]).isZero();
            assertThat(take(Ipr.Statistic.LIVING, model, parts)).isEqualTo(0.75);
            double expected = IntStream.of(0, 1, 3, 4, 6, 7)
                    .mapToDouble(k -> before[k])
                    .average()
                    .orElseThrow();
            assertThat(take(Ipr.Statistic.MEAN, model, parts)).isCloseTo(expected, within(1e-12));
            long low = IntStream.of(0, 1, 3, 4, 6, 7)
                    .filter(k -> before[k] < Ipr.MEMORISING)
                    .count();
            assertThat(take(Ipr.Statistic.MEMORISING, model, parts)).isCloseTo(low / 6.0, within(1e-12));
        }
    }

    @Test
    void whereAllAreDeadNothingIsSaid() {
        try (Scope scope = Scope.open();
                Autograd.Guard guard = Autograd.noGrad()) {
            Parts parts = MeasureContract.parts();
            Model model = MeasureContract.model(new TwoLayer(3, Activation.SQUARE, 0, false), parts, Place.FLOAT32);
            for (int k = 0; k < 3; k++) {
                zero(model, k);
            }
            assertThat(take(Ipr.Statistic.LIVING, model, parts)).isZero();
            assertThat(take(Ipr.Statistic.MEAN, model, parts)).isNaN();
            assertThat(take(Ipr.Statistic.GENERALISING, model, parts)).isNaN();
        }
    }

    private static double[] neurons(Model model, Parts parts) {
        return MeasureContract.take(new NeuronTable(), model, parts, 1).tables().get("neurons").stream()
                .skip(1)
                .mapToDouble(row -> ((Number) row.get(2)).doubleValue())
                .toArray();
    }

    /** Cuts neuron k out of every weight. */
    private static void zero(Model model, int k) {
        model.parameters()
                .values()
                .forEach(weight -> weight.detach().narrow(1, k, 1).zero_());
    }

    @Test
    void multiplicationIsReadInTheOrderOfDiscreteLogarithms() {
        assertThat(DiscreteLogarithm.primitiveRoot(P)).isEqualTo(5);
        int[] order = DiscreteLogarithm.order(new ModularArithmetic(P, Operation.MULTIPLY, 0.5));
        assertThat(order).hasSize(96).startsWith(1, 5, 25, 28, 43).doesNotHaveDuplicates();
        double[] character = new double[P];
        for (int i = 0; i < order.length; i++) {
            character[order[i]] = Math.cos(2 * Math.PI * 7 * i / 96 + 0.3);
        }
        assertThat(ipr(row(96, i -> character[order[i]]))).isCloseTo(1, within(1e-12));
        assertThat(ipr(character)).isLessThan(0.1);
    }

    @Test
    void onlyMultiplicationByAPrimeIsReordered() {
        for (Operation operation : Operation.values()) {
            boolean multiplicative = operation == Operation.MULTIPLY || operation == Operation.DIVIDE;
            assertThat(DiscreteLogarithm.order(new ModularArithmetic(11, operation, 0.5)))
                    .hasSize(multiplicative ? 10 : 0);
        }
        assertThat(DiscreteLogarithm.order(new ModularArithmetic(12, Operation.MULTIPLY, 0.5)))
                .isEmpty();
        assertThat(DiscreteLogarithm.order(new ModularArithmetic(2, Operation.MULTIPLY, 0.5)))
                .containsExactly(1);
        for (int p : new int[] {3, 7, 31, 4093}) {
            assertThat(Arrays.stream(DiscreteLogarithm.order(new ModularArithmetic(p, Operation.MULTIPLY, 0.5)))
                            .sorted())
                    .containsExactly(IntStream.range(1, p).boxed().toArray(Integer[]::new));
        }
    }

    @Test
    void aNetThatMultipliesByWavesOfLogarithmsIsSeenThroughTheMeasure() {
        Parts parts = new ModularArithmetic(17, Operation.MULTIPLY, 0.7).open(new Seeds(3));
        int[] order = DiscreteLogarithm.order(new ModularArithmetic(17, Operation.MULTIPLY, 0.7));
        try (Scope scope = Scope.open();
                Autograd.Guard guard = Autograd.noGrad()) {
            Model model = MeasureContract.model(new TwoLayer(4, Activation.SQUARE, 0, false), parts, Place.FLOAT64);
            double[] values = new double[17 * 4];
            for (int i = 0; i < 16; i++) {
                for (int k = 0; k < 4; k++) {
                    values[order[i] * 4 + k] = Math.cos(2 * Math.PI * (k + 1) * i / 16 + k);
                }
            }
            Tensor waves = Place.FLOAT64.of(values, 17, 4);
            model.parameters().values().forEach(weight -> weight.detach().copy_(waves));
            assertThat(take(Ipr.Statistic.MEAN, model, parts)).isCloseTo(1, within(1e-9));
            Parts added = new ModularArithmetic(17, Operation.ADD, 0.7).open(new Seeds(3));
            assertThat(take(Ipr.Statistic.MEAN, model, added)).isLessThan(0.6);
        }
    }

    @Test
    void aNetWithoutWeightsOverResiduesIsRefusedInWords() {
        try (Scope scope = Scope.open()) {
            InputShape three = new InputShape.Tokens(3, 17);
            Model model =
                    new Mlp(List.of(5), Activation.RELU, false, 0, false).build(three, 17, Place.FLOAT32, new Seeds(1));
            for (Measure measure : List.of(new Ipr(), new NeuronTable(), new SpectrumTable(), new Pruning())) {
                assertThatThrownBy(() -> MeasureContract.take(measure, model, MeasureContract.parts(), 1))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("needs a net");
            }
        }
    }

    @Test
    void orderMustBeAboveOne() {
        assertThatThrownBy(() -> new Ipr(Ipr.Statistic.MEAN, 1)).hasMessage("r must be in (1, 16], was 1.0");
        assertThatThrownBy(() -> new Ipr(Ipr.Statistic.MEAN, Double.NaN)).hasMessage("r must be in (1, 16], was NaN");
        assertThat(Arrays.stream(new double[] {1.5, 3})
                        .map(r -> Ipr.of(new double[] {1, 1, 1, 1}, r))
                        .toArray())
                .containsExactly(new double[] {0.5, 1 / 16.0}, within(1e-12));
    }
}
