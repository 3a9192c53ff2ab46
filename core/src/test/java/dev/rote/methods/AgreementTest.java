package dev.rote.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AgreementTest {

    @Test
    void theNoiseRateInvertsTheFormulaExactly() {
        for (int classes : new int[] {2, 3, 10, 100}) {
            for (int i = 0; i <= 1000.0 * (classes - 1) / classes; i++) {
                double rate = i / 1000.0;
                assertThat(Agreement.noiseRate(Agreement.of(rate, classes), classes))
                        .isEqualTo(rate);
            }
        }
    }

    @Test
    void itIsTheShareThatDiceGive() {
        // Of 9 equally likely pairs of predictions and labels of three classes that say nothing, 3 agree.
        assertThat(Agreement.of(2 / 3.0, 3)).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(Agreement.of(0, 10)).isEqualTo(1);
        assertThat(Agreement.of(0.5, 10)).isCloseTo(0.25 + 0.25 / 9, within(1e-15));
    }

    @Test
    void agreementBelowChanceTellsNoMoreThanChance() {
        assertThat(Agreement.noiseRate(0, 10)).isEqualTo(0.9);
        assertThat(Agreement.noiseRate(0.05, 2)).isEqualTo(0.5);
    }
}
