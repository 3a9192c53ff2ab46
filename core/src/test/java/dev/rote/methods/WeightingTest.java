package dev.rote.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.losses.CrossEntropy;
import dev.rote.losses.Mse;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Place;
import dev.rote.tensor.Tensor;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Pass;
import dev.rote.train.TinyTraining;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Methods that weigh examples or weights: importance weights, learning to reweight, robust early-learning. */
class WeightingTest {

    private static List<Double> ramp(int classes) {
        return IntStream.range(0, classes).mapToObj(k -> 1.0 + k).toList();
    }

    @Nested
    class Importance implements MethodContract {
        @Override
        public Method method() {
            return new ImportanceWeights(ramp(17));
        }

        @Override
        public Method nothing() {
            return new ImportanceWeights(Collections.nCopies(17, 4.0));
        }

        @Override
        public boolean wrapsLoss() {
            return true;
        }

        @Override
        public Map<String, ThrowingCallable> refusals() {
            Map<String, ThrowingCallable> refusals = new LinkedHashMap<>();
            refusals.put(
                    "weights must be at least 0 and not all 0, were [1.0, -1.0]",
                    () -> new ImportanceWeights(List.of(1.0, -1.0)));
            refusals.put(
                    "weights must be at least 0 and not all 0, were [0.0]", () -> new ImportanceWeights(List.of(0.0)));
            refusals.put(
                    "weights must be at least 0 and not all 0, were [NaN]",
                    () -> new ImportanceWeights(List.of(Double.NaN)));
            return refusals;
        }
    }

    @Nested
    class Critical implements MethodContract {
        @Override
        public Method method() {
            return new RobustEarlyLearning(0.4);
        }

        @Override
        public Method nothing() {
            return new RobustEarlyLearning(0);
        }

        @Override
        public boolean wrapsLoss() {
            return false;
        }

        @Override
        public Map<String, ThrowingCallable> refusals() {
            return Map.of(
                    "rate must be in [0, 1), was 1.0", () -> new RobustEarlyLearning(1),
                    "rate must be in [0, 1), was -0.1", () -> new RobustEarlyLearning(-0.1));
        }
    }

    @Nested
    class Reweighting implements MethodContract {
        @Override
        public Method method() {
            return new LearningToReweight(30);
        }

        /** There is none: whatever the clean examples, they choose. The two tests of zero strength are left out below. */
        @Override
        public Method nothing() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void zeroStrengthIsPlainTrainingBitForBit() {}

        @Override
        public void zeroStrengthIsPlainTrainingInExactArithmetic() {}

        @Override
        public boolean wrapsLoss() {
            return true;
        }

        @Override
        public Map<String, ThrowingCallable> refusals() {
            return Map.of("clean_batch must be at least 1, was 0", () -> new LearningToReweight(0));
        }
    }

    private static final Blobs DATA = new Blobs(90, 0.3);

    @Test
    void classesCountByTheirWeightOverTheMean() {
        DATA.with(new ImportanceWeights(List.of(1.0, 2.0, 6.0))).look((pass, loss) -> {
            Pass rows = pass.rows(0, 1, 2).targets(Place.FLOAT64.indices(new long[] {2, 0, 1}, 3));
            double[] plain = new CrossEntropy().perExample(rows).toDoubles();
            assertThat(loss.perExample(rows).toDoubles())
                    .containsExactly(new double[] {2 * plain[0], plain[1] / 3, plain[2] * 2 / 3}, within(1e-12));
            Tensor soft = Place.FLOAT64.of(new double[] {0.5, 0, 0.5, 0, 1, 0, 0, 0.5, 0.5}, 3, 3);
            double[] mixed = new CrossEntropy().perExample(rows.targets(soft)).toDoubles();
            assertThat(loss.perExample(rows.targets(soft)).toDoubles())
                    .containsExactly(
                            new double[] {mixed[0] * 7 / 6, mixed[1] * 2 / 3, mixed[2] * 4 / 3}, within(1e-12));
        });
    }

    @Test
    void noWeightsAreEqualOnes() {
        assertThat(TinyTraining.plain()
                        .oneHotRows()
                        .with(new ImportanceWeights())
                        .run())
                .isEqualTo(TinyTraining.plain().oneHotRows().run());
    }

    @Test
    void theNumberOfWeightsIsThatOfClasses() {
        assertThatThrownBy(() ->
                        DATA.with(new ImportanceWeights(List.of(1.0, 2.0))).run((model, loop) -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weights must be one for each of 3 classes, were [1.0, 2.0]");
    }

    /** The products by differentiating twice against one gradient per example. */
    @Test
    void productsAreThoseOfTheGradientsOfEachExample() {
        List<Double> all = new ArrayList<>();
        for (Loss inner : List.of(new CrossEntropy(), new Mse())) {
            DATA.with().loss(inner).look((pass, loss) -> {
                Pass rows = pass.rows(0, 3, 4, 10, 50);
                List<Tensor> parameters = List.copyOf(pass.model().parameters().values());
                List<Tensor> with =
                        Autograd.gradients(inner.perExample(pass.rows(7, 8, 9)).mean(), parameters, false);
                double[] products = LearningToReweight.products(inner.perExample(rows), with, parameters)
                        .toDoubles();
                for (int x = 0; x < 5; x++) {
                    Tensor one = inner.perExample(rows.batch(rows.batch().rows(new int[] {x})))
                            .sum();
                    List<Tensor> gradient = Autograd.gradients(one, parameters, false);
                    double product = 0;
                    for (int i = 0; i < with.size(); i++) {
                        product += gradient.get(i).mul(with.get(i)).sum().item();
                    }
                    assertThat(products[x]).isCloseTo(product, within(1e-12));
                }
                Arrays.stream(products).forEach(all::add);
            });
        }
        assertThat(all).anyMatch(p -> p < 0).anyMatch(p -> p > 0);
    }

    @Test
    void weightsSumToTheNumberOfExamplesAndDropWhatHarms() {
        DATA.with(new LearningToReweight(60)).look((pass, loss) -> {
            double[] plain = new CrossEntropy().perExample(pass).toDoubles();
            double[] weighted = loss.perExample(pass).toDoubles();
            double[] weights = IntStream.range(0, 90)
                    .mapToDouble(i -> weighted[i] / plain[i])
                    .toArray();
            assertThat(Arrays.stream(weights).sum()).isCloseTo(90, within(1e-9));
            double wrong = IntStream.range(0, 90)
                    .filter(i -> DATA.isWrong(10L * i))
                    .mapToDouble(i -> weights[i])
                    .average()
                    .orElseThrow();
            assertThat(wrong).isLessThan(0.8);
        });
    }

    @Test
    void nothingCountsWhereNoExampleHelps() {
        // A loss without slope on all but the 30 clean examples.
        DATA.with(new LearningToReweight(30))
                .loss(pass -> {
                    Tensor losses = new CrossEntropy().perExample(pass);
                    return pass.batch().size() == 30 ? losses : losses.mul(0).add(1);
                })
                .look((pass, loss) -> assertThat(TinyTraining.values(loss.perExample(pass)))
                        .hasSize(90)
                        .allMatch(l -> l == 0));
    }

    @Test
    void theCleanExamplesAreDrawnFromTheCleanPart() {
        List<Long> seen = new ArrayList<>();
        DATA.with(new LearningToReweight(30))
                .loss(pass -> {
                    if (pass.batch().size() == 30) {
                        Arrays.stream(pass.batch().ids()).forEach(seen::add);
                        assertThat(pass.batch().targets().toLongs())
                                .containsExactly(
                                        new Blobs(90, 0).truth(pass.batch().ids()));
                    }
                    return new CrossEntropy().perExample(pass);
                })
                .look((pass, loss) -> {});
        assertThat(seen)
                .hasSize(30)
                .doesNotHaveDuplicates()
                .isNotEqualTo(seen.stream().sorted().toList());
    }

    private static double[] flat(List<Tensor> parts) {
        return Tensor.cat(parts.stream().map(t -> t.detach().reshape(-1)).toList(), 0)
                .toDoubles();
    }

    @Test
    void onlyTheCriticalWeightsFollowTheGradient() {
        List<double[]> gradients = new ArrayList<>();
        List<double[]> weights = new ArrayList<>();
        List<double[]> biases = new ArrayList<>();
        Peek look = new Peek((model, gradient) -> {
            gradient.compute();
            List<Tensor> all = List.copyOf(model.parameters().values());
            gradients.add(flat(
                    all.stream().filter(w -> w.dim() == 2).map(Tensor::grad).toList()));
            biases.add(flat(
                    all.stream().filter(w -> w.dim() == 1).map(Tensor::grad).toList()));
            weights.add(flat(all.stream().filter(w -> w.dim() == 2).toList()));
        });
        DATA.with(look, new RobustEarlyLearning(0.3), look)
                .exact()
                .batch(0)
                .epochs(1)
                .run((model, loop) -> {});
        double[] plain = gradients.get(0);
        double[] cut = gradients.get(1);
        double[] scores = IntStream.range(0, plain.length)
                .mapToDouble(i -> Math.abs(plain[i] * weights.get(0)[i]))
                .toArray();
        double limit = Arrays.stream(scores).sorted().toArray()[plain.length - (int) (0.7 * plain.length)];
        int kept = 0;
        for (int i = 0; i < plain.length; i++) {
            assertThat(cut[i]).isEqualTo(scores[i] < limit ? 0 : plain[i] * 0.7, within(1e-15));
            kept += scores[i] < limit ? 0 : 1;
        }
        assertThat(kept).isEqualTo((int) (0.7 * plain.length));
        assertThat(biases.get(1)).isEqualTo(biases.get(0));
    }
}
