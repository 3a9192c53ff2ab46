package dev.rote.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.data.Dataset;
import dev.rote.data.Target;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every noise promises. The test of a noise implements this and says which noises. */
interface NoiseContract {

    int SIZE = 6000;

    /** The noises: each way of drawing, say. */
    List<Noise> noises();

    /** Whether what this noise replaces is always wrong. */
    boolean exclusive(Noise noise);

    /** How many of these labels it is expected to replace. */
    double expected(Noise noise, long[] truth);

    /** By how much the number may be off. */
    double tolerance(Noise noise, long[] truth);

    /** Whether anything is left to chance. */
    default boolean drawn() {
        return true;
    }

    /** Five standard deviations of a number of coin tosses. */
    static double fiveSigma(double expected, int tosses) {
        return 5 * Math.sqrt(expected * (1 - expected / tosses));
    }

    private static Corrupted corrupt(Noise noise, int seed) {
        return noise.corrupt(Blobs.of(SIZE), new Seeds(seed));
    }

    @Test
    default void theSameSeedGivesTheSameLabelsAndAnotherOneOthers() {
        long[] ids = Blobs.of(SIZE).ids();
        for (Noise noise : noises()) {
            long[] labels = corrupt(noise, 1).labels(ids);
            assertThat(corrupt(noise, 1).labels(ids)).as(noise.toString()).containsExactly(labels);
            assertThat(Arrays.equals(corrupt(noise, 2).labels(ids), labels))
                    .as(noise.toString())
                    .isEqualTo(!drawn());
        }
    }

    @Test
    default void itReplacesTheShareThatItSays() {
        long[] truth = Labels.of(Blobs.of(SIZE));
        for (Noise noise : noises()) {
            for (int seed = 0; seed < 5; seed++) {
                double rate = corrupt(noise, seed).corruptedRate();
                assertThat(rate * SIZE)
                        .as(noise.toString())
                        .isCloseTo(expected(noise, truth), within(tolerance(noise, truth) + 1e-6));
            }
            if (!Double.isNaN(noise.fraction())) {
                assertThat(noise.fraction() * SIZE)
                        .as(noise.toString())
                        .isCloseTo(expected(noise, truth), within(tolerance(noise, truth) + 1e-6));
            }
        }
    }

    @Test
    default void labelsAreClassesAndTheTruthIsKnown() {
        Blobs clean = Blobs.of(SIZE);
        long[] ids = clean.ids();
        for (Noise noise : noises()) {
            Corrupted noisy = corrupt(noise, 3);
            long[] labels = noisy.labels(ids);
            long[] truth = noisy.truth(ids);
            assertThat(truth).containsExactly(Labels.of(clean));
            assertThat(labels)
                    .matches(all -> Arrays.stream(all).allMatch(label -> label >= 0 && label < Blobs.CLASSES));
            for (int i = 0; i < ids.length; i++) {
                assertThat(noisy.isWrong(ids[i])).isEqualTo(labels[i] != truth[i]);
                assertThat(noisy.isCorrupted(ids[i]) || !noisy.isWrong(ids[i])).isTrue();
            }
            assertThat(noisy.wrongRate() == noisy.corruptedRate())
                    .as(noise.toString())
                    .isEqualTo(exclusive(noise));
            double kept = 0;
            double[][] transition = noisy.transition();
            for (long label : truth) {
                kept += transition[(int) label][(int) label];
            }
            assertThat(1 - kept / SIZE).isCloseTo(noisy.wrongRate(), within(1e-12));
            for (double[] row : transition) {
                assertThat(Arrays.stream(row).sum()).isCloseTo(1, within(1e-12));
            }
        }
    }

    @Test
    default void batchesHaveThoseLabelsAndTheInputsThatTheyHad() {
        Blobs clean = Blobs.of(SIZE);
        for (Noise noise : noises()) {
            try (Scope scope = Scope.open()) {
                Corrupted noisy = corrupt(noise, 3);
                long[] some = {301, 1, 3 * (SIZE - 1) + 1, 4, 301};
                assertThat(noisy.batch(some).targets().toLongs()).containsExactly(noisy.labels(some));
                assertThat(noisy.batch(some).inputs().toFloats())
                        .containsExactly(clean.batch(some).inputs().toFloats());
                assertThat(noisy.inputs()).isEqualTo(clean.inputs());
                assertThat(noisy.target()).isEqualTo(clean.target());
                assertThat(noisy.ids()).containsExactly(clean.ids());
            }
        }
    }

    @Test
    default void itComposesWithAnotherNoise() {
        Blobs clean = Blobs.of(SIZE);
        long[] ids = clean.ids();
        Corrupted first = new SymmetricNoise(0.3, false).corrupt(clean, new Seeds(5));
        for (Noise noise : noises()) {
            Corrupted both = noise.corrupt(first, new Seeds(6));
            assertThat(both.clean()).isSameAs(clean);
            assertThat(both.truth(ids)).containsExactly(Labels.of(clean));
            int touched = 0;
            for (long id : ids) {
                long label = both.labels(new long[] {id})[0];
                long before = first.labels(new long[] {id})[0];
                assertThat(both.isCorrupted(id) || !first.isCorrupted(id)).isTrue();
                assertThat(label == before || both.isCorrupted(id)).isTrue();
                touched += label == before ? 0 : 1;
            }
            assertThat(touched).as(noise.toString()).isPositive();
        }
    }

    @Test
    default void numbersAndSingleClassesAreRefused() {
        for (Noise noise : noises()) {
            Dataset numbers = new Blobs(SIZE, new Target.Reals(1));
            assertThatThrownBy(() -> noise.corrupt(numbers, new Seeds(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("label noise needs classes as target, was Reals[size=1]");
            Dataset one = new Blobs(SIZE, new Target.Classes(1));
            assertThatThrownBy(() -> noise.corrupt(one, new Seeds(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("label noise needs at least 2 classes, was 1");
        }
    }

    @Test
    default void leavesNoNativeMemoryBehind() {
        for (Noise noise : noises()) {
            long before = Tensor.live();
            corrupt(noise, 1);
            assertThat(Tensor.live()).as(noise.toString()).isEqualTo(before);
        }
    }
}
