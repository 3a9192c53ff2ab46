package dev.rote.claims;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhaseTest {

    /** Train accuracy, test accuracy and corrupted share, with the phase of table 2 of Doshi et al. 2024. */
    @ParameterizedTest
    @CsvSource({
        "1.00, 1.00, 0.00, COEXISTENCE",
        "0.98, 0.95, 0.35, COEXISTENCE",
        "0.90, 0.90, 0.35, COEXISTENCE",
        "0.89, 0.95, 0.35, PARTIAL_INVERSION",
        "0.71, 0.95, 0.35, PARTIAL_INVERSION",
        "0.69, 0.95, 0.35, FULL_INVERSION",
        "0.65, 1.00, 0.35, FULL_INVERSION",
        "0.85, 0.90, 0.10, FULL_INVERSION",
        "0.20, 0.90, 0.80, FULL_INVERSION",
        "1.00, 0.89, 0.35, MEMORIZATION",
        "0.90, 0.00, 0.90, MEMORIZATION",
        "0.89, 0.89, 0.35, FORGETTING_OR_CONFUSION",
        "0.01, 0.01, 0.35, FORGETTING_OR_CONFUSION"
    })
    void accuraciesTellThePhase(double train, double test, double corrupted, Phase phase) {
        assertThat(Phase.of(train, test, corrupted)).isEqualTo(phase);
    }

    @ParameterizedTest
    @CsvSource({"NaN, 1, COEXISTENCE", "1, NaN, MEMORIZATION"})
    void anAccuracyThatIsMissingIsNeverAGoodOne(double train, double test, Phase better) {
        assertThat(Phase.of(train, test, 0.35)).isNotEqualTo(better);
    }
}
