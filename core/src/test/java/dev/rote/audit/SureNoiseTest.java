package dev.rote.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SureNoiseTest {

    /** Examples of two classes, some of which are labelled against what is believed of them. */
    private static final class Examples {

        private final List<double[]> before = new ArrayList<>();
        private final List<Integer> labels = new ArrayList<>();

        /** So many examples of a likeliest class with a doubt, so many of them labelled as the other. */
        Examples add(int count, int likeliest, double doubt, int against) {
            for (int i = 0; i < count; i++) {
                double[] q = {doubt, doubt};
                q[likeliest] = 1 - doubt;
                before.add(q);
                labels.add(i < against ? 1 - likeliest : likeliest);
            }
            return this;
        }

        double rate() {
            return SureNoise.rate(
                    before.toArray(double[][]::new),
                    labels.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    @Test
    void withoutDoubtWhoeverIsContradictedIsWrong() {
        assertThat(new Examples().add(50, 0, 0, 10).add(150, 1, 0, 15).rate()).isCloseTo(25.0 / 200, within(1e-12));
    }

    @Test
    void doubtIsNotNoise() {
        assertThat(new Examples()
                        .add(100, 0, 0.1, 10)
                        .add(100, 0, 0.4, 40)
                        .add(100, 1, 0.2, 20)
                        .rate())
                .isCloseTo(0, within(1e-12));
    }

    /** A tenth of class 0 and three tenths of class 1 are wrong, and the doubt is right: e (1 - v) + v. */
    @Test
    void everyClassHasItsOwnNoise() {
        double rate = new Examples()
                .add(100, 0, 0, 10)
                .add(100, 0, 0.2, 28)
                .add(100, 0, 0.4, 46)
                .add(500, 1, 0, 150)
                .add(500, 1, 0.4, 290)
                .rate();
        assertThat(rate).isCloseTo((300 * 0.1 + 1000 * 0.3) / 1300, within(1e-12));
    }

    /** A tenth is wrong, and of doubtful examples twice, or half, as many as believed are of the other class by nature. */
    @Test
    void howMuchOverlapThereIsIsFitted() {
        Examples more = new Examples().add(100_000, 0, 0, 10_000);
        more.add(100_000, 0, 0.1, 29_000).add(100_000, 0, 0.3, 67_000);
        assertThat(more.rate()).isCloseTo(0.1, within(1e-4));
        Examples fewer = new Examples().add(100_000, 0, 0, 10_000);
        fewer.add(100_000, 0, 0.1, 14_000).add(100_000, 0, 0.3, 22_000);
        assertThat(fewer.rate()).isCloseTo(0.1, within(1e-4));
    }

    /** By hand: one class, doubts 0 and 0.5 with weights 100 and 2, ten of ten and none of ten labelled against. */
    @Test
    void leastSquares() {
        double clear = 10 * 100 + 10 * 2 * 0.25;
        double mixed = 10 * 2 * 0.25;
        double beyond = 5 * 100 - 10 * 2 * 0.5 * 0.5;
        double doubtful = 1 + 10 * 2 * 0.25;
        double slack = -10 * 2 * 0.5 * 0.5;
        double c = (slack - mixed * beyond / clear) / (doubtful - mixed * mixed / clear);
        assertThat(c).isBetween(-1.5, -1.0);
        // It cannot be below -1, and then the best e is this.
        assertThat(new Examples().add(10, 0, 0, 5).add(10, 0, 0.5, 0).rate())
                .isCloseTo((beyond + mixed) / clear, within(1e-12));
        double slacker = 2 * 0.5 * (7 - 5);
        double further = 500 + 2 * 0.5 * (7 - 5);
        double d = (slacker - mixed * further / clear) / (doubtful - mixed * mixed / clear);
        assertThat(d).isBetween(-1.0, 0.0);
        assertThat(new Examples().add(10, 0, 0, 5).add(10, 0, 0.5, 7).rate())
                .isCloseTo((further - d * mixed) / clear, within(1e-12));
    }

    @Test
    void aRateIsAShare() {
        assertThat(new Examples().add(10, 0, 0.3, 0).rate()).isZero();
        assertThat(new Examples().add(10, 0, 0, 10).rate()).isEqualTo(1);
    }
}
