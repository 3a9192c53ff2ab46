package dev.rote.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.nets.Activation;
import dev.rote.nets.Mlp;
import dev.rote.nets.TwoLayer;
import dev.rote.tensor.Tensor;
import dev.rote.train.Method;
import dev.rote.train.TinyTraining;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every method promises. The test of a method implements this and says which method, and what it refuses. */
public interface MethodContract {

    /** The method at a strength that changes training. */
    Method method();

    /** The method at zero strength, which is plain training. */
    Method nothing();

    /** Messages of constructor calls that are refused; each must name the argument and its value. */
    Map<String, ThrowingCallable> refusals();

    /** Whether the method wraps the loss: then training goes by automatic differentiation, perhaps on one-hot rows. */
    boolean wrapsLoss();

    /** Trainings of every kind that a method must work in. */
    private static List<TinyTraining> kinds(Method... methods) {
        TinyTraining plain = TinyTraining.plain().with(methods);
        return List.of(
                plain,
                plain.batchSize(60),
                plain.autograd().batchSize(60),
                plain.exact(),
                plain.net(new TwoLayer(24, Activation.GELU, 0, true)).batchSize(60),
                plain.net(new Mlp(List.of(20, 16), Activation.RELU, true, 0.1, true)));
    }

    @Test
    default void sameSeedSameBytesWhateverTheWorkers() {
        for (TinyTraining training : kinds(method())) {
            TinyTraining.Result once = training.run();
            assertThat(training.run()).isEqualTo(once);
            assertThat(training.workers(3).run()).isEqualTo(once);
        }
    }

    @Test
    default void changesTrainingAndStaysFinite() {
        for (TinyTraining training : kinds(method())) {
            TinyTraining.Result result = training.run();
            assertThat(result.losses()).hasSize((int) TinyTraining.STEPS).allMatch(Double::isFinite);
            assertThat(result.weights().values())
                    .allSatisfy(values -> assertThat(values).allMatch(Double::isFinite));
            assertThat(result).isNotEqualTo(training.with().run());
        }
    }

    @Test
    default void leavesNoNativeMemoryBehind() {
        for (TinyTraining training : kinds(method())) {
            long before = Tensor.live();
            training.run();
            training.interruptedAfter(5);
            assertThat(Tensor.live()).isEqualTo(before);
        }
    }

    @Test
    default void goesOnAfterAnInterruptionAsIfThereHadBeenNone() {
        for (TinyTraining training : kinds(method())) {
            TinyTraining.Result unbroken = training.run();
            for (long steps : new long[] {0, 1, 4, TinyTraining.STEPS - 1}) {
                assertThat(training.interruptedAfter(steps)).isEqualTo(unbroken);
            }
        }
    }

    @Test
    default void worksInsideAndOutsideOfSharpnessAwareMinimisation() {
        Sam sam = new Sam(0.07, 20);
        for (Method[] both : new Method[][] {{sam, method()}, {method(), sam}}) {
            for (TinyTraining training : kinds(both)) {
                long before = Tensor.live();
                TinyTraining.Result result = training.run();
                assertThat(result.losses()).allMatch(Double::isFinite);
                assertThat(training.interruptedAfter(5)).isEqualTo(result);
                assertThat(result).isNotEqualTo(training.with(method()).run());
                assertThat(result).isNotEqualTo(training.with(sam).run());
                assertThat(Tensor.live()).isEqualTo(before);
            }
        }
    }

    @Test
    default void zeroStrengthIsPlainTrainingBitForBit() {
        for (TinyTraining training : kinds()) {
            TinyTraining same = wrapsLoss() ? training.oneHotRows() : training;
            assertThat(same.with(nothing()).run()).isEqualTo(same.run());
        }
    }

    @Test
    default void zeroStrengthIsPlainTrainingInExactArithmetic() {
        for (TinyTraining training : kinds()) {
            TinyTraining.Result plain = training.exact().run();
            TinyTraining.Result result = training.exact().with(nothing()).run();
            plain.weights().forEach((name, values) -> {
                for (int i = 0; i < values.size(); i++) {
                    assertThat(result.weights().get(name).get(i)).isCloseTo(values.get(i), within(1e-6));
                }
            });
        }
    }

    @Test
    default void refusesBadValuesNamingArgumentAndValue() {
        assertThat(refusals()).isNotEmpty();
        refusals()
                .forEach((message, construction) -> assertThatThrownBy(construction)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage(message));
    }
}
