package dev.rote.methods;

import dev.rote.tensor.Autograd;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import dev.rote.train.Clock;
import dev.rote.train.Method;
import dev.rote.train.Moment;
import dev.rote.train.Require;
import dev.rote.train.Training;
import dev.rote.train.Update;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Dense, sparse, dense (Han et al. 2017, algorithm 1): in every second generation the smallest weights are zero and stay so; then they
 * are trained again from zero.
 *
 * <p>The training is cut into {@code rounds + 1} equal generations; in generations 1, 3, ... (the first is 0) the {@code share} of
 * smallest magnitude of each weight of two or more dimensions is held at zero after each step. The optimizer forgets its state
 * between generations.
 *
 * @param rounds how many generations follow the first, at least 1
 * @param share which share of each weight is cut, in [0, 1)
 */
public record DenseSparseDense(int rounds, double share) implements Method {

    /** Two sparse and two dense generations after the first, a half cut. */
    public DenseSparseDense() {
        this(4, 0.5);
    }

    public DenseSparseDense {
        new Generations(rounds);
        Require.below1("share", share);
    }

    @Override
    public Update update(Update inner, Training training) {
        new Generations(rounds).check(training.clock());
        return (model, gradient) -> {
            double loss = inner.step(model, gradient);
            if (isSparse(training.clock())) {
                masks(training).forEach((name, mask) -> cut(model.parameters().get(name), mask));
            }
            return loss;
        };
    }

    @Override
    public void at(Moment moment, Training training) {
        int round = new Generations(rounds).due(moment, training.clock());
        if (round == 0) {
            return;
        }
        if (round % 2 == 1) {
            try (Scope scope = Scope.open()) {
                masks(training).forEach((name, mask) -> {
                    Tensor weight = training.model().parameters().get(name);
                    mask.copy_(mask(weight));
                    cut(weight, mask);
                });
            }
        }
        training.restart();
    }

    private boolean isSparse(Clock clock) {
        long length = clock.steps() / (rounds + 1);
        return Math.min(clock.step() / length, rounds) % 2 == 1;
    }

    private static Map<String, Tensor> masks(Training training) {
        Map<String, Tensor> masks = new LinkedHashMap<>();
        training.model().parameters().forEach((name, weight) -> {
            if (weight.dim() >= 2) {
                masks.put(
                        name,
                        training.keep(
                                "dense-sparse-dense." + name,
                                () -> weight.zerosLike().add(1)));
            }
        });
        return masks;
    }

    private static void cut(Tensor weight, Tensor mask) {
        try (Autograd.Guard guard = Autograd.noGrad()) {
            weight.mul_(mask);
        }
    }

    /** One for the largest magnitudes, zero for the share that is cut; of equal ones the first are cut. */
    private Tensor mask(Tensor weight) {
        double[] sizes = weight.detach().abs().toDoubles();
        double[] sorted = sizes.clone();
        Arrays.sort(sorted);
        int count = (int) (share * sizes.length);
        double least = sorted[count];
        long equal =
                Arrays.stream(sorted, 0, count).filter(size -> size == least).count();
        double[] mask = new double[sizes.length];
        for (int i = 0; i < mask.length; i++) {
            boolean cut = sizes[i] < least || sizes[i] == least && equal-- > 0;
            mask[i] = cut ? 0 : 1;
        }
        return weight.place().of(mask, weight.shape());
    }
}
