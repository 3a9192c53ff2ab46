package dev.rote.noise;

import dev.rote.data.Dataset;
import dev.rote.tensor.Seeds;
import java.util.Arrays;

/**
 * Replaces the labels of a share of the examples by uniformly drawn ones.
 *
 * <p>Inclusive: drawn from all K classes, so that one in K keeps its true label by luck (Doshi et al. 2024, section 2);
 * {@code T_ii = 1 - fraction + fraction / K}. Exclusive: drawn from the K - 1 other classes (Patrini et al. 2017 and most of the
 * noisy-label literature); {@code T_ii = 1 - fraction}.
 *
 * @param fraction share of examples whose label is replaced (the xi of Doshi et al.), in [0, 1]
 * @param inclusive whether the true label may be drawn
 * @param draw whether floor(fraction * n) of all, floor(fraction * n_c) of each class c, or each by chance
 */
public record SymmetricNoise(double fraction, boolean inclusive, Draw draw) implements Noise {

    /** 35 % inclusive, the main setting of Doshi et al. 2024. */
    public SymmetricNoise() {
        this(0.35, true);
    }

    /** Exactly floor(fraction * n) of all examples. */
    public SymmetricNoise(double fraction, boolean inclusive) {
        this(fraction, inclusive, Draw.OVERALL);
    }

    public SymmetricNoise {
        Labels.probability("fraction", fraction);
    }

    @Override
    public Corrupted corrupt(Dataset clean, Seeds seeds) {
        int classes = Labels.classes(clean);
        long[] ids = clean.ids();
        long[] before = Labels.of(clean);
        boolean[] all = new boolean[classes];
        Arrays.fill(all, true);
        Seeds draws = seeds.of("label");
        long[] replacement = Labels.untouched(ids.length);
        for (int at : Picks.of(fraction, draw, ids, before, all, seeds)) {
            replacement[at] = inclusive
                    ? draws.below(classes, ids[at])
                    : (before[at] + 1 + draws.below(classes - 1, ids[at])) % classes;
        }
        return new Corrupted(clean, before, replacement);
    }
}
