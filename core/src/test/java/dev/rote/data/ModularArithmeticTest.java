package dev.rote.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.tensor.InputShape;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ModularArithmeticTest {

    /** The operation as a schoolbook would do it: by counting, without modular tricks. */
    private static boolean holds(Operation operation, long m, long n, long c, long p) {
        long left = switch (operation) {
            case ADD -> m + n - c;
            case SUBTRACT -> m - n - c;
            case MULTIPLY -> m * n - c;
            case DIVIDE -> c * n - m;
            case SUM_OF_SQUARES -> m * m + n * n - c;
            case QUADRATIC_FORM -> m * m + m * n + n * n - c;
        };
        return left % p == 0;
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void everyEquationHolds(Operation operation) {
        for (int p : new int[] {2, 3, 13, 97}) {
            Parts parts = new ModularArithmetic(p, operation, 1).open(new Seeds(1));
            Dataset train = parts.get("train");
            assertThat(train.size()).isEqualTo(operation == Operation.DIVIDE ? p * (p - 1) : p * p);
            assertThat(parts.get("test").size()).isZero();
            assertThat(train.inputs()).isEqualTo(new InputShape.Tokens(2, p));
            assertThat(train.target()).isEqualTo(new Target.Classes(p));
            try (Scope scope = Scope.open()) {
                Batch batch = train.batch(train.ids());
                long[] pairs = batch.inputs().toLongs();
                long[] classes = batch.targets().toLongs();
                for (int i = 0; i < classes.length; i++) {
                    long m = pairs[2 * i];
                    long n = pairs[2 * i + 1];
                    assertThat(batch.ids()[i]).isEqualTo(m * p + n);
                    assertThat(classes[i]).isBetween(0L, p - 1L);
                    assertThat(holds(operation, m, n, classes[i], p))
                            .as("%d %s %d = %d mod %d", m, operation, n, classes[i], p)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"97, 0.5, 4704, 4705", "53, 0.6, 1685, 1124", "97, 1, 9409, 0", "2, 0.25, 1, 3"})
    void theSplitHasTheSizesOfThePaper(int p, double fraction, int train, int test) {
        Parts parts = new ModularArithmetic(p, Operation.ADD, fraction).open(new Seeds(3));
        assertThat(parts.get("train").size()).isEqualTo(train);
        assertThat(parts.get("test").size()).isEqualTo(test);
        long[] all = LongStream.concat(
                        LongStream.of(parts.get("train").ids()),
                        LongStream.of(parts.get("test").ids()))
                .sorted()
                .toArray();
        assertThat(all).containsExactly(LongStream.range(0, (long) p * p).toArray());
        assertThat(parts.get("train").ids()).isSorted();
    }

    @Test
    void theSplitIsDrawnFromTheSeed() {
        ModularArithmetic source = new ModularArithmetic();
        long[] one = source.open(new Seeds(1)).get("train").ids();
        assertThat(source.open(new Seeds(1)).get("train").ids()).containsExactly(one);
        assertThat(source.open(new Seeds(2)).get("train").ids()).isNotEqualTo(one);
    }

    @Test
    void batchesComeInTheOrderAsked() {
        try (Scope scope = Scope.open()) {
            Dataset train = new ModularArithmetic(5, Operation.ADD, 1)
                    .open(new Seeds(1))
                    .get("train");
            Batch batch = train.batch(new long[] {13, 4});
            assertThat(batch.inputs().toLongs()).containsExactly(2, 3, 0, 4);
            assertThat(batch.targets().toLongs()).containsExactly(0, 4);
            assertThat(batch.rows(new int[] {1}).inputs().toLongs()).containsExactly(0, 4);
            assertThat(batch.rows(new int[] {1}).ids()).containsExactly(4);
        }
    }

    @Test
    void foreignIdsAreRefused() {
        Dataset test = new ModularArithmetic(5, Operation.DIVIDE, 0.5)
                .open(new Seeds(1))
                .get("test");
        assertThatThrownBy(() -> test.batch(new long[] {5}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("equation 5 is not in this part");
    }

    @Test
    void wrongSettingsAreNamed() {
        assertThatThrownBy(() -> new ModularArithmetic(1, Operation.ADD, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("p must be from 2 to 4096, was 1");
        assertThatThrownBy(() -> new ModularArithmetic(97, Operation.ADD, 0))
                .hasMessage("fraction must be in (0, 1], was 0.0");
        assertThatThrownBy(() -> new ModularArithmetic(91, Operation.DIVIDE, 0.5))
                .hasMessage("operation / needs a prime p, was 91");
        assertThatThrownBy(() -> new ModularArithmetic(3, Operation.ADD, 0.01).open(new Seeds(1)))
                .hasMessageContaining("leaves none to train on");
    }
}
