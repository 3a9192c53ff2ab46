package dev.rote.noise;

import dev.rote.data.Dataset;
import dev.rote.tensor.Seeds;
import java.util.Arrays;

/**
 * Pair flip: labels become the next class, the last one the first: {@code T_ii = 1 - fraction},
 * {@code T_i,(i + 1 mod K) = fraction} (Han et al. 2018).
 *
 * <p>From fraction 1/2 on most labels of a class are wrong, and no method can tell from the labels which ones are.
 *
 * @param fraction share of examples whose label is replaced, in [0, 1]
 * @param draw whether floor(fraction * n) of all, floor(fraction * n_c) of each class c, or each by chance
 */
public record PairNoise(double fraction, Draw draw) implements Noise {

    /** 45 %, each by chance, as in Han et al. 2018. */
    public PairNoise() {
        this(0.45, Draw.IID);
    }

    public PairNoise {
        Labels.probability("fraction", fraction);
    }

    @Override
    public Corrupted corrupt(Dataset clean, Seeds seeds) {
        int classes = Labels.classes(clean);
        long[] before = Labels.of(clean);
        boolean[] all = new boolean[classes];
        Arrays.fill(all, true);
        long[] replacement = Labels.untouched(before.length);
        for (int at : Picks.of(fraction, draw, clean.ids(), before, all, seeds)) {
            replacement[at] = (before[at] + 1) % classes;
        }
        return new Corrupted(clean, before, replacement);
    }
}
