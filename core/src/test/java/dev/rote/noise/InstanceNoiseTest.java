package dev.rote.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.data.ModularArithmetic;
import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstanceNoiseTest implements NoiseContract {

    @Override
    public List<Noise> noises() {
        return List.of(new InstanceNoise(), new InstanceNoise(0.1), new InstanceNoise(0));
    }

    @Override
    public boolean exclusive(Noise noise) {
        return true;
    }

    @Override
    public double expected(Noise noise, long[] truth) {
        return noise.fraction() * truth.length;
    }

    @Override
    public double tolerance(Noise noise, long[] truth) {
        return NoiseContract.fiveSigma(expected(noise, truth), truth.length);
    }

    /** Closed forms: at 0 the half normal, sd sqrt(2 / pi); at 0.1 and 0.2 cut at -1 and -2 sd. */
    @Test
    void theShareIsTheMeanOfTheCutNormalDistribution() {
        assertThat(new InstanceNoise(0.5).fraction()).isCloseTo(0.5, within(1e-12));
        assertThat(new InstanceNoise(0).fraction()).isCloseTo(0.1 * Math.sqrt(2 / Math.PI), within(1e-6));
        assertThat(new InstanceNoise(0.1).fraction()).isCloseTo(0.1 + 0.1 * 0.2419707 / 0.8413447, within(1e-6));
        assertThat(new InstanceNoise(0.2).fraction()).isCloseTo(0.2 + 0.1 * 0.0539910 / 0.9772499, within(1e-6));
        assertThat(new InstanceNoise(1).fraction()).isCloseTo(1 - 0.1 * Math.sqrt(2 / Math.PI), within(1e-6));
    }

    /** The varying features decide: among flipped examples of one class, which wrong label goes with which side of the feature. */
    @Test
    void theWrongLabelDependsOnTheInput() {
        Blobs clean = Blobs.of(20_000);
        Corrupted noisy = new InstanceNoise(0.5).corrupt(clean, new Seeds(1));
        long[] nines = Arrays.stream(noisy.ids(true))
                .filter(id -> Blobs.label(id) == 9)
                .toArray();
        double[] low = new double[Blobs.CLASSES];
        double[] high = new double[Blobs.CLASSES];
        for (long id : nines) {
            boolean isHigh = new Seeds(9).gaussian(id) > 0; // the second feature
            (isHigh ? high : low)[(int) noisy.labels(new long[] {id})[0]]++;
        }
        double difference = 0;
        for (int label = 0; label < Blobs.CLASSES; label++) {
            difference += Math.abs(low[label] / Arrays.stream(low).sum()
                    - high[label] / Arrays.stream(high).sum());
        }
        // With the same distribution on both sides, 900 examples each, about 0.15.
        assertThat(difference).isGreaterThan(0.4);
    }

    @Test
    void tokensAreTakenAsOneHotRows() {
        Corrupted tokens = new InstanceNoise()
                .corrupt(new ModularArithmetic().open(new Seeds(1)).get("train"), new Seeds(1));
        assertThat(tokens.corruptedRate()).isCloseTo(0.4, within(0.04));
    }

    @Test
    void aRateOutsideItsRangeIsRefused() {
        assertThatThrownBy(() -> new InstanceNoise(1.01))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rate must be in [0, 1], was 1.01");
    }
}
