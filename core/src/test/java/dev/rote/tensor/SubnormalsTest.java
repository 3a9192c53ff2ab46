package dev.rote.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubnormalsTest {

    private static boolean survives() {
        try (Scope scope = Scope.open()) {
            return Place.FLOAT32.full(1e-30, 8).mul(1e-10).sum().item() > 0;
        }
    }

    @Test
    void areZeroOnlyWhileFlushed() {
        assertThat(survives()).isTrue();
        try (Autograd.Guard outer = Subnormals.flush()) {
            assertThat(survives()).isFalse();
            try (Autograd.Guard inner = Subnormals.flush()) {
                assertThat(survives()).isFalse();
            }
            assertThat(survives()).isFalse();
        }
        assertThat(survives()).isTrue();
    }

    @Test
    void areZeroForEveryWorker() {
        try (Workers workers = new Workers(3)) {
            boolean[] seen = new boolean[24];
            workers.forEach(seen.length, i -> seen[i] = survives());
            assertThat(seen).containsOnly(false);
        }
        assertThat(survives()).isTrue();
    }
}
