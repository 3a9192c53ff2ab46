package dev.rote.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairNoiseTest implements NoiseContract {

    @Override
    public List<Noise> noises() {
        return Arrays.stream(Draw.values())
                .<Noise>map(draw -> new PairNoise(0.45, draw))
                .toList();
    }

    @Override
    public boolean exclusive(Noise noise) {
        return true;
    }

    @Override
    public double expected(Noise noise, long[] truth) {
        return 0.45 * truth.length;
    }

    @Override
    public double tolerance(Noise noise, long[] truth) {
        return switch (((PairNoise) noise).draw()) {
            case OVERALL -> 1;
            case PER_CLASS -> Blobs.CLASSES;
            case IID -> NoiseContract.fiveSigma(expected(noise, truth), truth.length);
        };
    }

    @Test
    void aClassBecomesTheNextAndTheLastTheFirst() {
        double[][] transition =
                new PairNoise(1, Draw.IID).corrupt(Blobs.of(2000), new Seeds(1)).transition();
        for (int from = 0; from < Blobs.CLASSES; from++) {
            assertThat(transition[from][(from + 1) % Blobs.CLASSES]).isEqualTo(1);
        }
    }

    @Test
    void aFractionOutsideItsRangeIsRefused() {
        assertThatThrownBy(() -> new PairNoise(-0.1, Draw.IID))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fraction must be in [0, 1], was -0.1");
    }
}
