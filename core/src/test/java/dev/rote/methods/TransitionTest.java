package dev.rote.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.estimates.AnchorPoints;
import dev.rote.losses.CrossEntropy;
import dev.rote.losses.Mse;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Place;
import dev.rote.tensor.Tensor;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Pass;
import dev.rote.train.TinyTraining;
import dev.rote.train.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Forward and backward correction, and the noise adaptation layer.
 *
 * <p>Long because four methods that go by a transition matrix share its fixtures.
 */
class TransitionTest {

    private static final List<List<Double>> T =
            List.of(List.of(0.7, 0.2, 0.1), List.of(0.1, 0.6, 0.3), List.of(0.05, 0.35, 0.6));

    /** Three labels in ten are those of the next class. */
    private static List<List<Double>> pairwise(int classes) {
        return IntStream.range(0, classes)
                .mapToObj(i -> IntStream.range(0, classes)
                        .mapToObj(j -> j == i ? 0.7 : j == (i + 1) % classes ? 0.3 : 0.0)
                        .toList())
                .toList();
    }

    private static Map<String, ThrowingCallable> refusals(
            BiFunction<TransitionSource, List<List<Double>>, Method> of, BiFunction<Integer, Double, Method> anchors) {
        Map<String, ThrowingCallable> refusals = new LinkedHashMap<>();
        refusals.put(
                "matrix must be given when source is given, and only then, was []",
                () -> of.apply(TransitionSource.GIVEN, List.of()));
        refusals.put(
                "matrix must be given when source is given, and only then, was [[1.0]]",
                () -> of.apply(TransitionSource.TRUTH, List.of(List.of(1.0))));
        refusals.put(
                "matrix must have as many columns as rows, none of them below 0, and rows that sum to 1, was [[0.9]]",
                () -> of.apply(TransitionSource.GIVEN, List.of(List.of(0.9))));
        refusals.put("after must be at least 1, was 0", () -> anchors.apply(0, 97.0));
        refusals.put("percentile must be in (0, 100], was 101.0", () -> anchors.apply(1, 101.0));
        return refusals;
    }

    @Nested
    class Forward implements MethodContract {
        @Override
        public Method method() {
            return new ForwardCorrection(TransitionSource.ANCHORS, List.of(), 2, 97);
        }

        @Override
        public Method nothing() {
            return new ForwardCorrection(TransitionSource.ANCHORS, List.of(), 1000, 97);
        }

        @Override
        public boolean wrapsLoss() {
            return true;
        }

        @Override
        public Map<String, ThrowingCallable> refusals() {
            return TransitionTest.refusals(
                    (source, matrix) -> new ForwardCorrection(source, matrix, 5, 97),
                    (after, percentile) ->
                            new ForwardCorrection(TransitionSource.ANCHORS, List.of(), after, percentile));
        }
    }

    @Nested
    class Backward implements MethodContract {
        @Override
        public Method method() {
            return new BackwardCorrection(TransitionSource.GIVEN, pairwise(17), 1, 97);
        }

        @Override
        public Method nothing() {
            return new BackwardCorrection(TransitionSource.ANCHORS, List.of(), 1000, 97);
        }

        @Override
        public boolean wrapsLoss() {
            return true;
        }

        @Override
        public Map<String, ThrowingCallable> refusals() {
            return TransitionTest.refusals(
                    (source, matrix) -> new BackwardCorrection(source, matrix, 5, 97),
                    (after, percentile) ->
                            new BackwardCorrection(TransitionSource.ANCHORS, List.of(), after, percentile));
        }
    }

    @Nested
    class Adaptation implements MethodContract {
        @Override
        public Method method() {
            return new NoiseAdaptation(2);
        }

        @Override
        public Method nothing() {
            return new NoiseAdaptation(1000);
        }

        @Override
        public boolean wrapsLoss() {
            return true;
        }

        @Override
        public Map<String, ThrowingCallable> refusals() {
            return Map.of("after must be at least 1, was 0", () -> new NoiseAdaptation(0));
        }
    }

    private static final Blobs DATA = new Blobs(90, 0.3);

    private static final double[] OUTPUTS = {1, -2, 0.5, 0, 3, 0.1, -1, -1, 2};

    /** Three rows with these labels and {@link #OUTPUTS}. */
    private static Pass three(Pass pass, long... labels) {
        return pass.rows(0, 1, 2).targets(Place.FLOAT64.indices(labels, 3)).outputs(Place.FLOAT64.of(OUTPUTS, 3, 3));
    }

    private static double[] softmax(int row) {
        double[] p = new double[3];
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            p[k] = Math.exp(OUTPUTS[3 * row + k]);
            sum += p[k];
        }
        for (int k = 0; k < 3; k++) {
            p[k] /= sum;
        }
        return p;
    }

    @Test
    void forwardIsTheLikelihoodOfTheNoisyLabel() {
        DATA.with(new ForwardCorrection(TransitionSource.GIVEN, T, 1, 97)).look((pass, loss) -> {
            double[] losses = loss.perExample(three(pass, 2, 0, 1)).toDoubles();
            int[] labels = {2, 0, 1};
            for (int x = 0; x < 3; x++) {
                double likelihood = 0;
                for (int i = 0; i < 3; i++) {
                    likelihood += softmax(x)[i] * T.get(i).get(labels[x]);
                }
                assertThat(losses[x]).isCloseTo(-Math.log(likelihood), within(1e-12));
            }
        });
    }

    @Test
    void backwardIsRightOnAverageOverTheNoise() {
        for (Loss inner : List.of(new CrossEntropy(), new Mse())) {
            DATA.with(new BackwardCorrection(TransitionSource.GIVEN, T, 1, 97))
                    .loss(inner)
                    .look((pass, loss) -> {
                        for (int truth = 0; truth < 3; truth++) {
                            double[] plain = inner.perExample(three(pass, truth, truth, truth))
                                    .toDoubles();
                            double[] mean = new double[3];
                            for (int label = 0; label < 3; label++) {
                                double[] corrected = loss.perExample(three(pass, label, label, label))
                                        .toDoubles();
                                for (int x = 0; x < 3; x++) {
                                    mean[x] += T.get(truth).get(label) * corrected[x];
                                }
                            }
                            assertThat(mean).containsExactly(plain, within(1e-12));
                        }
                    });
        }
    }

    @Test
    void softTargetsCountTheirClassesInTheirShares() {
        for (Method method : List.of(
                new BackwardCorrection(TransitionSource.GIVEN, T, 1, 97),
                new ForwardCorrection(TransitionSource.GIVEN, T, 1, 97))) {
            DATA.with(method).look((pass, loss) -> {
                double[] ones = loss.perExample(three(pass, 0, 1, 1)).toDoubles();
                double[] others = loss.perExample(three(pass, 2, 2, 0)).toDoubles();
                Tensor soft = Place.FLOAT64.of(new double[] {0.25, 0, 0.75, 0, 0.25, 0.75, 0.75, 0.25, 0}, 3, 3);
                double[] mixed =
                        loss.perExample(three(pass, 0, 0, 0).targets(soft)).toDoubles();
                for (int x = 0; x < 3; x++) {
                    assertThat(mixed[x]).isCloseTo(0.25 * ones[x] + 0.75 * others[x], within(1e-12));
                }
            });
        }
    }

    @Test
    void withoutNoiseBothAreThePlainLoss() {
        List<List<Double>> identity = List.of(List.of(1.0, 0.0, 0.0), List.of(0.0, 1.0, 0.0), List.of(0.0, 0.0, 1.0));
        for (Method method : List.of(
                new BackwardCorrection(TransitionSource.GIVEN, identity, 1, 97),
                new ForwardCorrection(TransitionSource.GIVEN, identity, 1, 97))) {
            DATA.with(method)
                    .look((pass, loss) -> assertThat(
                                    loss.perExample(three(pass, 2, 0, 1)).toDoubles())
                            .containsExactly(
                                    new CrossEntropy()
                                            .perExample(three(pass, 2, 0, 1))
                                            .toDoubles(),
                                    within(1e-10)));
        }
    }

    @Test
    void forwardStaysFiniteWhereProbabilitiesUnderflow() {
        DATA.with(new ForwardCorrection(
                        TransitionSource.GIVEN,
                        List.of(List.of(0.0, 1.0, 0.0), List.of(0.0, 1.0, 0.0), List.of(0.0, 0.0, 1.0)),
                        1,
                        97))
                .look((pass, loss) -> {
                    Tensor z =
                            Place.FLOAT64.of(new double[] {900, -900, 0}, 1, 3).requiresGrad(true);
                    Tensor label = Place.FLOAT64.indices(new long[] {0}, 1);
                    Tensor losses = loss.perExample(pass.rows(0).targets(label).outputs(z));
                    assertThat(losses.item()).isCloseTo(-Math.log(1e-12), within(1e-9));
                    assertThat(TinyTraining.values(Autograd.gradients(losses.sum(), List.of(z), false)
                                    .get(0)))
                            .allMatch(Double::isFinite);
                });
    }

    @Test
    void theTruthIsTheRealisedMatrixAndTheReadingsSaySo() {
        double[][] realised = DATA.transition();
        assertThat(realised[0][1]).isBetween(0.05, 0.6);
        DATA.with(new ForwardCorrection(TransitionSource.TRUTH, List.of(), 1, 97))
                .epochs(1)
                .run((model, loop) -> assertThat(loop.state()
                                .tensors()
                                .get("keep/forward.transition")
                                .toDoubles())
                        .containsExactly(Arrays.stream(realised)
                                .flatMapToDouble(Arrays::stream)
                                .toArray()));
        for (Method method : List.of(
                new ForwardCorrection(TransitionSource.TRUTH, List.of(), 1, 97),
                new BackwardCorrection(TransitionSource.TRUTH, List.of(), 1, 97))) {
            String name = method instanceof ForwardCorrection ? "forward" : "backward";
            assertThat(DATA.with(method).epochs(1).run((model, loop) -> {}))
                    .containsEntry(name + ".knows-truth", List.of(1.0));
        }
        assertThat(DATA.with(new ForwardCorrection()).epochs(1).run((model, loop) -> {}))
                .isEmpty();
    }

    @Test
    void theEstimateIsThatOfTheAnchorsAtTheEndOfTheEpoch() {
        DATA.with(new ForwardCorrection(TransitionSource.ANCHORS, List.of(), 3, 90))
                .epochs(3)
                .run((model, loop) -> {
                    double[][] expected = AnchorPoints.estimate(Transition.probabilities(loop), 90);
                    double[] kept = loop.state()
                            .tensors()
                            .get("keep/forward.transition")
                            .toDoubles();
                    assertThat(kept)
                            .containsExactly(Arrays.stream(expected)
                                    .flatMapToDouble(Arrays::stream)
                                    .toArray());
                });
    }

    @Test
    void correctingResistsPairwiseNoise() {
        Blobs data = new Blobs(600, 0.4);
        for (Method method : List.of(
                new ForwardCorrection(TransitionSource.TRUTH, List.of(), 1, 97),
                new ForwardCorrection(TransitionSource.ANCHORS, List.of(), 10, 97),
                new NoiseAdaptation(10))) {
            List<Double> accuracies = new ArrayList<>();
            for (Method[] methods : new Method[][] {{}, {method}}) {
                data.with(methods).epochs(60).run((model, loop) -> accuracies.add(Blobs.Training.accuracy(model)));
            }
            assertThat(accuracies.get(1)).isGreaterThan(0.98).isGreaterThan(accuracies.get(0) + 0.005);
        }
    }

    @Test
    void theChannelStartsFromWhatTheModelSaysOfTheLabels() {
        DATA.with(new NoiseAdaptation(3)).epochs(3).run((model, loop) -> {
            double[][] p = Transition.probabilities(loop);
            long[] labels = DATA.labels(DATA.ids());
            double[] b = loop.state().tensors().get("parameter/s-model.b").toDoubles();
            for (int i = 0; i < 3; i++) {
                double[] counts = new double[3];
                double total = 0;
                for (int x = 0; x < p.length; x++) {
                    counts[(int) labels[x]] += p[x][i];
                    total += p[x][i];
                }
                for (int j = 0; j < 3; j++) {
                    assertThat(Math.exp(b[3 * i + j])).isCloseTo(counts[j] / total, within(1e-6));
                }
            }
        });
    }

    @Test
    void theChannelIsTrainedOnceItIsIn() {
        List<double[]> ends = new ArrayList<>();
        for (int epochs : new int[] {3, 4}) {
            DATA.with(new NoiseAdaptation(3))
                    .epochs(epochs)
                    .run((model, loop) -> ends.add(
                            loop.state().tensors().get("parameter/s-model.b").toDoubles()));
        }
        assertThat(ends.get(1)).isNotEqualTo(ends.get(0));
    }

    @Test
    void sharpnessAwareMinimisationClimbsTheChannelToo() {
        // Two looks of one step: the second at distance rho over the net's weights and the channel together.
        List<double[]> channels = new ArrayList<>();
        List<double[]> nets = new ArrayList<>();
        Method look = new Method() {
            @Override
            public Loss loss(Loss inner, Training training) {
                return pass -> {
                    if (pass.clock().epoch() == 1) {
                        List<Tensor> all = training.parameters();
                        channels.add(all.get(all.size() - 1).toDoubles());
                        nets.add(Tensor.cat(
                                        all.subList(0, all.size() - 1).stream()
                                                .map(w -> w.detach().reshape(-1))
                                                .toList(),
                                        0)
                                .toDoubles());
                    }
                    return inner.perExample(pass);
                };
            }
        };
        DATA.with(new NoiseAdaptation(1), look, new Sam(0.5, 0))
                .exact()
                .batch(0)
                .epochs(2)
                .run((model, loop) -> {});
        assertThat(channels).hasSize(2);
        double channel = squared(channels.get(0), channels.get(1));
        assertThat(channel).isGreaterThan(1e-4);
        assertThat(Math.sqrt(channel + squared(nets.get(0), nets.get(1)))).isCloseTo(0.5, within(1e-9));
    }

    private static double squared(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    @Test
    void aMatrixWithoutInverseIsNamed() {
        List<Double> row = List.of(0.5, 0.5, 0.0);
        assertThatThrownBy(() -> DATA.with(new BackwardCorrection(
                                TransitionSource.GIVEN, List.of(row, row, List.of(0.0, 0.0, 1.0)), 1, 97))
                        .run((model, loop) -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the transition matrix has no inverse");
    }

    @Test
    void whatDoesNotFitTheDataIsRefused() {
        List<List<Double>> two = List.of(List.of(1.0, 0.0), List.of(0.0, 1.0));
        assertThatThrownBy(() -> DATA.with(new ForwardCorrection(TransitionSource.GIVEN, two, 1, 97))
                        .run((model, loop) -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("matrix must have a row for each of 3 classes, had 2");
        assertThatThrownBy(() -> TinyTraining.plain()
                        .with(new BackwardCorrection(TransitionSource.TRUTH, List.of(), 1, 97))
                        .run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("source truth needs data that know the truth");
    }
}
