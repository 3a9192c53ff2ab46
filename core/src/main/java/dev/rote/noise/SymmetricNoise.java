package dev.rote.noise;

import dev.rote.data.Dataset;
import dev.rote.data.Target;
import dev.rote.tensor.Seeds;
import java.util.Arrays;

/**
 * Replaces the labels of exactly floor(fraction * n) examples by uniformly drawn ones.
 *
 * <p>Inclusive: drawn from all K classes, so that one in K keeps its true label by luck (Doshi et al. 2024, section 2).
 * Exclusive: drawn from the K - 1 other classes (Patrini et al. 2017 and most of the noisy-label literature).
 *
 * @param fraction share of examples whose label is replaced (the xi of Doshi et al.), in [0, 1]
 * @param inclusive whether the true label may be drawn
 */
public record SymmetricNoise(double fraction, boolean inclusive) implements Noise {

    /** 35 % inclusive, the main setting of Doshi et al. 2024. */
    public SymmetricNoise() {
        this(0.35, true);
    }

    public SymmetricNoise {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("fraction must be in [0, 1], was " + fraction);
        }
    }

    @Override
    public Corrupted corrupt(Dataset clean, Seeds seeds) {
        if (!(clean.target() instanceof Target.Classes classes)) {
            throw new IllegalArgumentException("label noise needs classes as target, was " + clean.target());
        }
        long[] ids = clean.ids();
        int[] order = seeds.of("which").permutation(ids.length);
        long[] truth = labels(clean, ids);
        Seeds draws = seeds.of("label");
        long[] replacement = new long[ids.length];
        Arrays.fill(replacement, -1);
        for (int i = 0; i < (int) Math.floor(fraction * ids.length); i++) {
            int at = order[i];
            replacement[at] = inclusive
                    ? draws.below(classes.count(), ids[at])
                    : (truth[at] + 1 + draws.below(classes.count() - 1, ids[at])) % classes.count();
        }
        return new Corrupted(clean, replacement);
    }

    private static long[] labels(Dataset clean, long[] ids) {
        try (var scope = dev.rote.tensor.Scope.open()) {
            return clean.batch(ids).targets().toLongs();
        }
    }
}
