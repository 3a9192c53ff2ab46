package dev.rote.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.nets.Activation;
import dev.rote.nets.Mlp;
import dev.rote.nets.Net;
import dev.rote.nets.TwoLayer;
import dev.rote.tensor.Tensor;
import dev.rote.train.Method;
import dev.rote.train.TinyTraining;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    /** The net that the method trains, given a single one: itself, or twins of it. */
    default Net dressed(Net net) {
        return net;
    }

    /** What zero strength must equal: no method at all, unless the method brings a net that only a method can train. */
    default Method[] plain() {
        return new Method[0];
    }

    /** Whether the method may find nothing to learn from in a batch, or a part of it, and so skip the step. */
    default boolean maySkip() {
        return false;
    }

    /** Trainings of every kind that a method must work in. */
    private List<TinyTraining> kinds(Method... methods) {
        TinyTraining plain = TinyTraining.plain().with(methods);
        return Stream.of(
                        plain,
                        plain.batchSize(60),
                        plain.autograd().batchSize(60),
                        plain.exact(),
                        plain.net(new TwoLayer(24, Activation.GELU, 0, true)).batchSize(60),
                        plain.net(new Mlp(List.of(20, 16), Activation.RELU, true, 0.1, true)))
                .map(training -> training.net(dressed(training.net())))
                .toList();
    }

    /** Losses of steps that were not skipped, when some may be; then never all of them. */
    private void finite(TinyTraining.Result result) {
        List<Double> losses = result.losses();
        assertThat(losses).hasSize((int) TinyTraining.STEPS);
        assertThat(losses).allMatch(loss -> Double.isFinite(loss) || maySkip() && Double.isNaN(loss));
        assertThat(losses).anyMatch(Double::isFinite);
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
            finite(result);
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
                finite(result);
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
            assertThat(same.with(nothing()).run()).isEqualTo(same.with(plain()).run());
        }
    }

    @Test
    default void zeroStrengthIsPlainTrainingInExactArithmetic() {
        for (TinyTraining training : kinds()) {
            TinyTraining.Result plain = training.exact().with(plain()).run();
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
