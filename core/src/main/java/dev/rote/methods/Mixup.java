package dev.rote.methods;

import dev.rote.data.Batch;
import dev.rote.tensor.DType;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Training;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;

/**
 * Input mixup (Zhang et al. 2018, equation 1): trains on {@code l x_i + (1 - l) x_j} with target {@code l q_i + (1 - l) q_j}.
 *
 * <p>j is a random partner in the batch, l is drawn from Beta(alpha, alpha) once per step, and of l and 1 - l the larger is
 * taken: pairs are symmetric, so this loses nothing, and it makes alpha = 0 plain training. x: features [N, ...], or tokens,
 * which are mixed as one-hot rows [N, length * vocabulary]; q: one-hot or soft targets [N, K].
 *
 * @param alpha shape of the Beta distribution, at least 0; 1 mixes uniformly, towards 0 hardly at all
 */
public record Mixup(double alpha) implements Method {

    /** Uniform mixing. */
    public Mixup() {
        this(1);
    }

    public Mixup {
        if (!(alpha >= 0 && Double.isFinite(alpha))) {
            throw new IllegalArgumentException("alpha must be at least 0, was " + alpha);
        }
    }

    @Override
    public Loss loss(Loss inner, Training training) {
        var inputs = training.data("train").inputs();
        int classes = training.data("train").target().outputs();
        return pass -> {
            Batch batch = pass.batch();
            DType type = pass.model().parameters().values().iterator().next().dtype();
            Seeds seeds = pass.random("mixup");
            double share = share(seeds.of("share"));
            long[] partner = Arrays.stream(seeds.of("partner").permutation(batch.size()))
                    .asLongStream()
                    .toArray();
            Tensor index = batch.inputs().place().indices(partner, partner.length);
            Tensor x = OneHot.inputs(batch.inputs(), inputs, type);
            Tensor q = OneHot.targets(batch.targets(), classes, type);
            return inner.perExample(pass.inputs(mix(x, index, share)).targets(mix(q, index, share)));
        };
    }

    private static Tensor mix(Tensor rows, Tensor partner, double share) {
        return rows.mul(share).add(rows.indexSelect(0, partner).mul(1 - share));
    }

    /**
     * The larger of l and 1 - l for l from Beta(alpha, alpha), as the ratio of two gamma draws. Shapes are raised by one and
     * brought back by a power of a uniform (Marsaglia and Tsang 2000, section 6), on logarithms: exact where alpha is so small
     * that the draws themselves would underflow.
     */
    private double share(Seeds seeds) {
        double apart = Math.abs(logGamma(seeds.of("i")) - logGamma(seeds.of("j")));
        return 1 / (1 + StrictMath.exp(-apart));
    }

    private double logGamma(Seeds seeds) {
        AtomicLong draw = new AtomicLong(1);
        UniformRandomProvider random = () -> seeds.bits(draw.getAndIncrement());
        double raised =
                AhrensDieterMarsagliaTsangGammaSampler.of(random, alpha + 1, 1).sample();
        return StrictMath.log(raised) + StrictMath.log(1 - seeds.uniform(0)) / Math.max(alpha, 1e-300);
    }
}
