package dev.rote.influence;

import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.Arrays;

/**
 * Directions in the space of the weights and the curvature along each: {@code H e_i = lambda_i e_i}.
 *
 * @param values lambda_i, [p], none of them 0, the most important first
 * @param vectors e_i as rows, [p, P]; belongs to whoever made it
 */
public record Eigenpairs(double[] values, Tensor vectors) {

    public Eigenpairs {
        if (vectors.size(0) != values.length) {
            throw new IllegalArgumentException(
                    "vectors must be one row per value, " + values.length + ", were " + vectors.size(0));
        }
    }

    /**
     * Random directions in place of eigenvectors, all of curvature 1: the comparator RandProj. Entries are normal of variance {@code 1 /
     * count}, so that products of projections are right in the mean: E[G^T G] = I.
     *
     * @param count p, at least 1
     * @param length P
     * @return in the caller's scope
     */
    public static Eigenpairs random(int count, long length, Place place, Seeds seeds) {
        try (Scope scope = Scope.open()) {
            Tensor rows = scope.keep(place.zeros(count, length));
            for (int i = 0; i < count; i++) {
                double[] row = seeds.of(i).gaussians(Math.toIntExact(length), 1 / Math.sqrt(count));
                rows.select(0, i).copy_(Place.FLOAT64.of(row, length));
            }
            double[] ones = new double[count];
            Arrays.fill(ones, 1);
            return new Eigenpairs(ones, rows);
        }
    }

    /** How many directions there are. */
    public int count() {
        return values.length;
    }

    /** P, how many weights a direction has. */
    public long length() {
        return vectors.size(1);
    }
}
