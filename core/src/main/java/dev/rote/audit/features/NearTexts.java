package dev.rote.audit.features;

import dev.rote.tensor.Seeds;

/**
 * Texts that are nearly the same: cosine of their TF-IDF at least {@value #COSINE}.
 *
 * <p>Compared are texts that agree in one of {@value #BANDS} keys, each made of the least hashes of their terms under three
 * permutations: a pair whose terms overlap by 0.8 (Jaccard) shares a key with probability 0.999. Source: Broder 1997, "On the
 * resemblance and containment of documents".
 */
final class NearTexts {

    private static final double COSINE = 0.95;
    private static final int BANDS = 10;
    private static final int PER_BAND = 3;

    private NearTexts() {}

    /** Joins what is nearly the same. */
    static void join(Clusters into, Sparse rows) {
        Seeds hashes = new Seeds(0).of("near texts");
        for (int band = 0; band < BANDS; band++) {
            long[] keys = new long[rows.rows()];
            for (int row = 0; row < keys.length; row++) {
                for (int k = 0; k < PER_BAND; k++) {
                    keys[row] = Seeds.mix(keys[row] * 31 + least(rows, row, hashes.of(band * PER_BAND + k)));
                }
            }
            Duplicates.near(into, keys, (a, b) -> cosine(rows, a, b) >= COSINE);
        }
    }

    /** 0 when the row is empty, which makes the whole key 0. */
    private static long least(Sparse rows, int row, Seeds hash) {
        long least = 0;
        for (int i = rows.starts()[row]; i < rows.starts()[row + 1]; i++) {
            long bits = hash.bits(rows.indices()[i]);
            least = i == rows.starts()[row] ? bits : Math.min(least, bits);
        }
        return least;
    }

    /** The inner product of two rows of norm 1. */
    private static double cosine(Sparse rows, int a, int b) {
        double sum = 0;
        int i = rows.starts()[a];
        int j = rows.starts()[b];
        while (i < rows.starts()[a + 1] && j < rows.starts()[b + 1]) {
            int difference = rows.indices()[i] - rows.indices()[j];
            sum += difference == 0 ? rows.values()[i] * rows.values()[j] : 0;
            i += difference <= 0 ? 1 : 0;
            j += difference >= 0 ? 1 : 0;
        }
        return sum;
    }
}
