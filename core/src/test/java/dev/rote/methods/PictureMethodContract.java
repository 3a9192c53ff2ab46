package dev.rote.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.tensor.Tensor;
import dev.rote.train.Method;
import dev.rote.train.TinyTraining;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every method promises, held on pictures: for methods that ask for blocks, another draw of the net or a needed model. */
interface PictureMethodContract {

    /** The method at a strength that changes training. */
    Method method();

    /** Messages of constructor calls that are refused; each must name the argument and its value. */
    Map<String, ThrowingCallable> refusals();

    @Test
    default void sameSeedSameBytesWhateverTheWorkers() {
        for (PictureTraining training : PictureTraining.kinds(method())) {
            TinyTraining.Result once = training.run();
            assertThat(training.run()).isEqualTo(once);
            assertThat(training.workers(3).run()).isEqualTo(once);
        }
    }

    @Test
    default void changesTrainingAndStaysFinite() {
        for (PictureTraining training : PictureTraining.kinds(method())) {
            TinyTraining.Result result = training.run();
            assertThat(result.losses()).hasSize((int) PictureTraining.STEPS).allMatch(Double::isFinite);
            assertThat(result.weights().values())
                    .allSatisfy(values -> assertThat(values).allMatch(Double::isFinite));
            assertThat(result).isNotEqualTo(training.with().run());
        }
    }

    @Test
    default void leavesNoNativeMemoryBehind() {
        for (PictureTraining training : PictureTraining.kinds(method())) {
            long before = Tensor.live();
            training.run();
            training.interruptedAfter(5);
            assertThat(Tensor.live()).isEqualTo(before);
        }
    }

    @Test
    default void goesOnAfterAnInterruptionAsIfThereHadBeenNone() {
        for (PictureTraining training : PictureTraining.kinds(method())) {
            TinyTraining.Result unbroken = training.run();
            for (long steps : new long[] {0, 1, 4, 6, PictureTraining.STEPS - 1}) {
                assertThat(training.interruptedAfter(steps)).isEqualTo(unbroken);
            }
        }
    }

    @Test
    default void worksInsideAndOutsideOfSharpnessAwareMinimisation() {
        Sam sam = new Sam(0.07, 5);
        for (Method[] both : new Method[][] {{sam, method()}, {method(), sam}}) {
            for (PictureTraining training : PictureTraining.kinds(both)) {
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
    default void refusesBadValuesNamingArgumentAndValue() {
        assertThat(refusals()).isNotEmpty();
        refusals()
                .forEach((message, construction) -> assertThatThrownBy(construction)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage(message));
    }
}
