package dev.rote.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.losses.CrossEntropy;
import dev.rote.nets.Mode;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import dev.rote.train.Method;
import dev.rote.train.Outputs;
import dev.rote.train.Pass;
import dev.rote.train.TinyTraining;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Methods that lean on what the model says itself: bootstrapping, self-adaptive training, early-learning regularisation. */
class TargetsTest {

    @Nested
    class Soft implements MethodContract {
        @Override
        public Method method() {
            return new Bootstrapping(0.6, false);
        }

        @Override
        public Method nothing() {
            return new Bootstrapping(1, false);
        }

        @Override
        public boolean wrapsLoss() {
            return true;
        }

        @Override
        public Map<String, ThrowingCallable> refusals() {
            return Map.of(
                    "beta must be in [0, 1], was -0.1", () -> new Bootstrapping(-0.1, false),
                    "beta must be in [0, 1], was NaN", () -> new Bootstrapping(Double.NaN, false));
        }
    }

    @Nested
    class Hard implements MethodContract {
        @Override
        public Method method() {
            return new Bootstrapping(0.8, true);
        }

        @Override
        public Method nothing() {
            return new Bootstrapping(1, true);
        }

        @Override
        public boolean wrapsLoss() {
            return true;
        }

        @Override
        public Map<String, ThrowingCallable> refusals() {
            return Map.of("beta must be in [0, 1], was 1.5", () -> new Bootstrapping(1.5, true));
        }
    }

    @Nested
    class SelfAdaptive implements MethodContract {
        @Override
        public Method method() {
            return new SelfAdaptiveTraining(0.9, 1);
        }

        @Override
        public Method nothing() {
            return new SelfAdaptiveTraining(1, 0);
        }

        @Override
        public boolean wrapsLoss() {
            return true;
        }

        @Override
        public Map<String, ThrowingCallable> refusals() {
            return Map.of(
                    "momentum must be in [0, 1], was 1.1", () -> new SelfAdaptiveTraining(1.1, 0),
                    "after must be at least 0, was -1", () -> new SelfAdaptiveTraining(0.9, -1));
        }
    }

    @Nested
    class Elr implements MethodContract {
        @Override
        public Method method() {
            return new EarlyLearning();
        }

        @Override
        public Method nothing() {
            return new EarlyLearning(0.7, 0);
        }

        @Override
        public boolean wrapsLoss() {
            return true;
        }

        @Override
        public Map<String, ThrowingCallable> refusals() {
            Map<String, ThrowingCallable> refusals = new LinkedHashMap<>();
            refusals.put("beta must be in [0, 1], was 2.0", () -> new EarlyLearning(2, 3));
            refusals.put("lambda must be at least 0, was -1.0", () -> new EarlyLearning(0.7, -1));
            refusals.put(
                    "lambda must be at least 0, was Infinity", () -> new EarlyLearning(0.7, Double.POSITIVE_INFINITY));
            return refusals;
        }
    }

    private static final Blobs DATA = new Blobs(90, 0.3);

    /** Rows 0 and 1, whose labels are 2 and 0, with these outputs. */
    private static Pass two(Pass pass, Tensor outputs) {
        return pass.rows(0, 1)
                .targets(Place.FLOAT64.indices(new long[] {2, 0}, 2))
                .outputs(outputs);
    }

    private static Tensor outputs() {
        return Place.FLOAT64.of(new double[] {1, -2, 0.5, 0, 3, 0.1}, 2, 3).requiresGrad(true);
    }

    private static double[] gradient(Tensor losses, Tensor outputs) {
        return Autograd.gradients(losses.sum(), List.of(outputs), false).get(0).toDoubles();
    }

    /** beta CE + (1 - beta) entropy, as the paper rewrites it. */
    @Test
    void softBootstrappingIsAnEntropyPenalty() {
        DATA.with(new Bootstrapping(0.8, false)).look((pass, loss) -> {
            Tensor z = outputs();
            Tensor losses = loss.perExample(two(pass, z));
            Tensor entropy = z.softmax(1).mul(z.logSoftmax(1)).sum(1, false).neg();
            Tensor expected =
                    new CrossEntropy().perExample(two(pass, z)).mul(0.8).add(entropy.mul(0.2));
            assertThat(losses.toDoubles()).containsExactly(expected.toDoubles(), within(1e-12));
            assertThat(gradient(losses, z)).containsExactly(gradient(expected, z), within(1e-12));
        });
    }

    @Test
    void hardBootstrappingLeansToTheLargestOutput() {
        DATA.with(new Bootstrapping(0.8, true)).look((pass, loss) -> {
            Tensor z = outputs();
            double[] given = new CrossEntropy().perExample(two(pass, z)).toDoubles();
            Tensor said = Place.FLOAT64.indices(new long[] {0, 1}, 2);
            double[] own =
                    new CrossEntropy().perExample(two(pass, z).targets(said)).toDoubles();
            double[] losses = loss.perExample(two(pass, z)).toDoubles();
            for (int x = 0; x < 2; x++) {
                assertThat(losses[x]).isCloseTo(0.8 * given[x] + 0.2 * own[x], within(1e-12));
            }
        });
    }

    @Test
    void earlyLearningAddsTheLogarithmOfDisagreement() {
        double[] means = new double[2];
        DATA.with(new EarlyLearning(0.7, 3)).look((pass, loss) -> {
            Tensor z = outputs();
            double[] plain = new CrossEntropy().perExample(two(pass, z)).toDoubles();
            double[] squares = z.softmax(1).square().sum(1, false).toDoubles();
            double[] first = loss.perExample(two(pass, z)).toDoubles();
            double[] again = loss.perExample(two(pass, z)).toDoubles();
            double[] frozen = loss.perExample(two(pass.mode(Mode.FROZEN), z)).toDoubles();
            for (int x = 0; x < 2; x++) {
                assertThat(first[x]).isCloseTo(plain[x] + 3 * Math.log(1 - 0.3 * squares[x]), within(1e-9));
                // 0.7 * 0.3 p + 0.3 p
                assertThat(again[x]).isCloseTo(plain[x] + 3 * Math.log(1 - 0.51 * squares[x]), within(1e-9));
                means[x] += again[x] - frozen[x];
            }
        });
        assertThat(means).containsExactly(0, 0);
    }

    @Test
    void selfAdaptiveTargetsMoveToThePredictionsAndWeighTheLoss() {
        DATA.with(new SelfAdaptiveTraining(0.9, 0)).look((pass, loss) -> {
            Pass rows = pass.rows(0, 1);
            Tensor z = outputs();
            double[] p = z.softmax(1).toDoubles();
            double[] logs = z.logSoftmax(1).toDoubles();
            long[] given = rows.batch().targets().toLongs();
            double[] expected = new double[2];
            double[] weights = new double[2];
            for (int x = 0; x < 2; x++) {
                for (int k = 0; k < 3; k++) {
                    double t = 0.9 * (k == given[x] ? 1 : 0) + 0.1 * p[3 * x + k];
                    weights[x] = Math.max(weights[x], t);
                    expected[x] -= t * logs[3 * x + k];
                }
            }
            double mean = (weights[0] + weights[1]) / 2;
            double[] losses = loss.perExample(rows.outputs(z)).toDoubles();
            for (int x = 0; x < 2; x++) {
                assertThat(losses[x]).isCloseTo(expected[x] * weights[x] / mean, within(1e-12));
            }
        });
    }

    @Test
    void targetsAreKeptByExampleNotByRowOfTheBatch() {
        // Batches of 32 in an order drawn anew: after the first epoch each kept target leans to its own label.
        Blobs data = new Blobs(96, 0);
        data.with(new SelfAdaptiveTraining(0.9, 0)).epochs(2).run((model, loop) -> {
            Tensor kept = loop.state().tensors().get("keep/self-adaptive-training.targets");
            assertThat(kept.argmax(1).toLongs()).containsExactly(data.labels(data.ids()));
            assertThat(TinyTraining.values(kept.amax(1))).allMatch(t -> t < 1);
        });
    }

    @Test
    void targetsMoveOnceInAStepHoweverOftenItIsEvaluated() {
        for (Method method : List.of(new SelfAdaptiveTraining(0.5, 0), new EarlyLearning(0.5, 3))) {
            String name = method instanceof EarlyLearning ? "keep/elr.targets" : "keep/self-adaptive-training.targets";
            List<double[]> kept = new ArrayList<>();
            for (Method[] methods : new Method[][] {{method}, {method, new Sam(0.3, 0)}, {method, new Sam(0.3, 9)}}) {
                DATA.with(methods)
                        .exact()
                        .batch(0)
                        .epochs(1)
                        .run((model, loop) ->
                                kept.add(loop.state().tensors().get(name).toDoubles()));
            }
            assertThat(kept.get(1)).containsExactly(kept.get(0), within(1e-12));
            assertThat(kept.get(2)).containsExactly(kept.get(0), within(1e-12));
        }
    }

    @Test
    void readingsCountWhatWasRelabelledAndHowWell() {
        Blobs data = new Blobs(300, 0.3);
        Map<String, List<Double>> readings =
                data.with(new Bootstrapping(0.8, true)).epochs(20).run((model, loop) -> {});
        assertThat(readings.keySet()).containsExactly("bootstrapping.relabelled", "bootstrapping.correction-error");
        List<int[]> said = new ArrayList<>();
        Map<String, List<Double>> last = data.with(new Bootstrapping(0.8, true))
                .epochs(20)
                .run((model, loop) -> {
                    try (Scope scope = Scope.open()) {
                        said.add(Arrays.stream(Outputs.of(model, data).argmax(1).toLongs())
                                .mapToInt(k -> (int) k)
                                .toArray());
                    }
                });
        assertThat(last).isEqualTo(readings);
        long[] given = data.labels(data.ids());
        long[] truth = data.truth(data.ids());
        int[] changed =
                IntStream.range(0, 300).filter(i -> said.get(0)[i] != given[i]).toArray();
        double wrong =
                IntStream.of(changed).filter(i -> said.get(0)[i] != truth[i]).count();
        assertThat(readings.get("bootstrapping.relabelled").get(19)).isEqualTo(changed.length / 300.0);
        assertThat(readings.get("bootstrapping.correction-error").get(19)).isEqualTo(wrong / changed.length);
        assertThat(wrong / changed.length)
                .isLessThan(0.1); // the points are easy: what it relabels, it relabels rightly
        assertThat(changed.length).isGreaterThan(60);
        assertThat(data.with(new Bootstrapping(0.8, false)).epochs(2).run((model, loop) -> {}))
                .isEmpty();
    }

    @Test
    void nothingIsRelabelledBeforeTargetsMove() {
        Map<String, List<Double>> readings =
                DATA.with(new SelfAdaptiveTraining(0.5, 5)).epochs(10).run((model, loop) -> {});
        assertThat(readings.get("self-adaptive-training.relabelled").subList(0, 5))
                .containsOnly(0.0);
        assertThat(readings.get("self-adaptive-training.correction-error").subList(0, 5))
                .containsOnly(Double.NaN);
        assertThat(readings.get("self-adaptive-training.relabelled").get(9)).isGreaterThan(0);
    }

    @Test
    void anExampleThatIsNotInTheTrainPartIsRefused() {
        DATA.with(new EarlyLearning()).look((pass, loss) -> {
            var batch = new Blobs(91, 0).batch(new long[] {900});
            assertThatThrownBy(() -> loss.perExample(pass.batch(batch.move(Place.FLOAT64))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("example 900 is not in the train part, of which this method keeps targets");
        });
    }
}
