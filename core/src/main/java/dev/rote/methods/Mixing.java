package dev.rote.methods;

import dev.rote.tensor.Place;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.train.Require;
import dev.rote.train.Training;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;

/**
 * One draw of mixup: every row is mixed with that of a random partner, all in the same shares.
 *
 * @param partner which row each is mixed with, int64 [N]
 * @param share weight of the row itself, in [1/2, 1]
 */
record Mixing(Tensor partner, double share) {

    /**
     * A draw for so many rows.
     *
     * @param alpha shape of the Beta distribution, at least 0
     * @param place a device, on which the partners are
     */
    static Mixing draw(double alpha, int rows, Place place, Seeds seeds) {
        long[] partner = Arrays.stream(seeds.of("partner").permutation(rows))
                .asLongStream()
                .toArray();
        return new Mixing(place.indices(partner, rows), share(alpha, seeds.of("share")));
    }

    /**
     * How many methods inside the present one mix, asked once while wrapping: the key by which each draws for itself. Counted in
     * what the training keeps, because methods do not know each other.
     */
    static long depth(Training training) {
        Tensor inside =
                training.keep("mixup.count", () -> training.model().place().zeros(1));
        long depth = (long) inside.item();
        inside.add_(1);
        return depth;
    }

    /** The mixture {@code share x_i + (1 - share) x_partner(i)} of rows [N, ...]. */
    Tensor of(Tensor rows) {
        return rows.mul(share).add(rows.indexSelect(0, partner).mul(1 - share));
    }

    /** Refuses a shape that is below 0 or not finite. */
    static void check(double alpha) {
        Require.notNegative("alpha", alpha);
    }

    /**
     * The larger of l and 1 - l for l from Beta(alpha, alpha), as the ratio of two gamma draws. Shapes are raised by one and
     * brought back by a power of a uniform (Marsaglia and Tsang 2000, section 6), on logarithms: exact where alpha is so small
     * that the draws themselves would underflow.
     */
    private static double share(double alpha, Seeds seeds) {
        double apart = Math.abs(logGamma(alpha, seeds.of("i")) - logGamma(alpha, seeds.of("j")));
        return 1 / (1 + StrictMath.exp(-apart));
    }

    private static double logGamma(double alpha, Seeds seeds) {
        AtomicLong draw = new AtomicLong(1);
        UniformRandomProvider random = () -> seeds.bits(draw.getAndIncrement());
        double raised =
                AhrensDieterMarsagliaTsangGammaSampler.of(random, alpha + 1, 1).sample();
        return StrictMath.log(raised) + StrictMath.log(1 - seeds.uniform(0)) / Math.max(alpha, 1e-300);
    }
}
