package dev.rote.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikeliestTest {

    @Test
    void ofEqualsTheFirst() {
        assertThat(Likeliest.of(new double[] {0.2, 0.4, 0.4})).isEqualTo(1);
        assertThat(Likeliest.of(new double[] {0.4, 0.2, 0.4})).isZero();
        assertThat(Likeliest.beside(0, new double[] {0.2, 0.4, 0.4})).isEqualTo(1);
    }

    @Test
    void theGivenClassDoesNotCount() {
        assertThat(Likeliest.beside(0, new double[] {0.9, 0.04, 0.06})).isEqualTo(2);
        assertThat(Likeliest.beside(2, new double[] {0.1, 0.3, 0.6})).isEqualTo(1);
        assertThat(Likeliest.beside(1, new double[] {0, 1})).isZero();
        assertThat(Likeliest.beside(0, new double[] {1, 0})).isEqualTo(1);
    }
}
