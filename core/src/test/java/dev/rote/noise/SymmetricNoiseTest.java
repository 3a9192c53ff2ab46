package dev.rote.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.data.Dataset;
import dev.rote.data.ModularArithmetic;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SymmetricNoiseTest implements NoiseContract {

    @Override
    public List<Noise> noises() {
        return Arrays.stream(Draw.values())
                .<Noise>flatMap(
                        draw -> Stream.of(new SymmetricNoise(0.35, true, draw), new SymmetricNoise(0.2, false, draw)))
                .toList();
    }

    @Override
    public boolean exclusive(Noise noise) {
        return !((SymmetricNoise) noise).inclusive();
    }

    @Override
    public double expected(Noise noise, long[] truth) {
        return noise.fraction() * truth.length;
    }

    @Override
    public double tolerance(Noise noise, long[] truth) {
        return switch (((SymmetricNoise) noise).draw()) {
            case OVERALL -> 1;
            case PER_CLASS -> Blobs.CLASSES;
            case IID -> NoiseContract.fiveSigma(expected(noise, truth), truth.length);
        };
    }

    private final Dataset clean = new ModularArithmetic().open(new Seeds(1)).get("train");

    /** How many of the corrupted examples keep their true label by luck. */
    private static int lucky(Corrupted data) {
        try (Scope scope = Scope.open()) {
            long[] ids = data.ids(true);
            long[] truth = data.clean().batch(ids).targets().toLongs();
            long[] seen = data.batch(ids).targets().toLongs();
            int equal = 0;
            for (int i = 0; i < ids.length; i++) {
                equal += truth[i] == seen[i] ? 1 : 0;
            }
            return equal;
        }
    }

    @Test
    void inclusiveNoiseReplacesExactlyItsShareAndSparesOneInP() {
        Corrupted noisy = new SymmetricNoise().corrupt(clean, new Seeds(2));
        assertThat(noisy.ids(true)).hasSize(1646);
        assertThat(noisy.ids(false)).hasSize(4704 - 1646);
        // 1646 / 97 = 17 expected, standard deviation 4.1
        int lucky = 0;
        for (int seed = 0; seed < 20; seed++) {
            lucky += lucky(new SymmetricNoise().corrupt(clean, new Seeds(seed)));
        }
        assertThat(lucky).isBetween(339 - 74, 339 + 74);
    }

    @Test
    void exclusiveNoiseSparesNone() {
        Corrupted noisy = new SymmetricNoise(0.35, false).corrupt(clean, new Seeds(2));
        assertThat(noisy.ids(true)).hasSize(1646);
        assertThat(lucky(noisy)).isZero();
    }

    @Test
    void newLabelsAreUniform() {
        for (boolean inclusive : new boolean[] {true, false}) {
            int[] shifts = new int[97];
            for (int seed = 0; seed < 10; seed++) {
                Corrupted noisy = new SymmetricNoise(1, inclusive).corrupt(clean, new Seeds(seed));
                try (Scope scope = Scope.open()) {
                    long[] truth = clean.batch(clean.ids()).targets().toLongs();
                    long[] seen = noisy.batch(clean.ids()).targets().toLongs();
                    for (int i = 0; i < seen.length; i++) {
                        shifts[Math.floorMod(seen[i] - truth[i], 97)]++;
                    }
                }
            }
            // 485 or 490 expected in each, standard deviation 22
            assertThat(Arrays.stream(shifts).skip(inclusive ? 0 : 1)).allMatch(count -> count > 380 && count < 600);
            assertThat(shifts[0] == 0).isEqualTo(!inclusive);
        }
    }

    @Test
    void uncorruptedExamplesKeepLabelsAndAllKeepInputs() {
        Corrupted noisy = new SymmetricNoise().corrupt(clean, new Seeds(2));
        try (Scope scope = Scope.open()) {
            long[] ids = noisy.ids(false);
            assertThat(noisy.batch(ids).targets().toLongs())
                    .containsExactly(clean.batch(ids).targets().toLongs());
            assertThat(noisy.batch(noisy.ids()).inputs().toLongs())
                    .containsExactly(clean.batch(clean.ids()).inputs().toLongs());
        }
    }

    @Test
    void anExampleHasTheSameWrongLabelInEveryBatch() {
        Corrupted noisy = new SymmetricNoise().corrupt(clean, new Seeds(2));
        try (Scope scope = Scope.open()) {
            long[] whole = noisy.batch(noisy.ids()).targets().toLongs();
            for (int i : new int[] {0, 100, 4703}) {
                assertThat(noisy.batch(new long[] {noisy.ids()[i]}).targets().toLongs())
                        .containsExactly(whole[i]);
            }
            assertThat(new SymmetricNoise()
                            .corrupt(clean, new Seeds(2))
                            .batch(noisy.ids())
                            .targets()
                            .toLongs())
                    .containsExactly(whole);
        }
    }

    /** The digests are of a release before there was a choice of draws. */
    @Test
    void drawnOverallItIsWhatItAlwaysWas() {
        Corrupted inclusive = new SymmetricNoise(0.35, true).corrupt(clean, new Seeds(2));
        Corrupted exclusive = new SymmetricNoise(0.35, false).corrupt(clean, new Seeds(2));
        assertThat(Arrays.hashCode(inclusive.labels(clean.ids()))).isEqualTo(1929274214);
        assertThat(Arrays.hashCode(exclusive.labels(clean.ids()))).isEqualTo(-2057687051);
        assertThat(Arrays.hashCode(inclusive.ids(true))).isEqualTo(1739834720);
    }

    @Test
    void perClassIsExactInEachClass() {
        Blobs blobs = Blobs.of(6000);
        Corrupted noisy = new SymmetricNoise(0.3, false, Draw.PER_CLASS).corrupt(blobs, new Seeds(3));
        int[] all = new int[Blobs.CLASSES];
        int[] replaced = new int[Blobs.CLASSES];
        for (long id : blobs.ids()) {
            all[(int) Blobs.label(id)]++;
            replaced[(int) Blobs.label(id)] += noisy.isCorrupted(id) ? 1 : 0;
        }
        for (int label = 0; label < Blobs.CLASSES; label++) {
            assertThat(replaced[label]).isEqualTo((int) Math.floor(0.3 * all[label]));
        }
    }

    /** Fewer examples, same fate: drawn by chance, a label depends on the id alone. */
    @Test
    void drawnByChanceAnExampleDoesNotDependOnTheOthers() {
        for (boolean inclusive : new boolean[] {true, false}) {
            SymmetricNoise noise = new SymmetricNoise(0.5, inclusive, Draw.IID);
            long[] ids = Blobs.of(500).ids();
            assertThat(noise.corrupt(Blobs.of(500), new Seeds(4)).labels(ids))
                    .containsExactly(noise.corrupt(Blobs.of(6000), new Seeds(4)).labels(ids));
        }
    }

    @Test
    void noNoiseAtZero() {
        assertThat(new SymmetricNoise(0, true).corrupt(clean, new Seeds(1)).ids(true))
                .isEmpty();
    }

    @Test
    void aFractionOutsideItsRangeIsRefused() {
        assertThatThrownBy(() -> new SymmetricNoise(1.1, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fraction must be in [0, 1], was 1.1");
    }
}
