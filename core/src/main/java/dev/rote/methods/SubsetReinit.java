package dev.rote.methods;

import dev.rote.nets.Model;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.train.Method;
import dev.rote.train.Moment;
import dev.rote.train.Require;
import dev.rote.train.Training;
import dev.rote.train.Update;
import java.util.Map;

/**
 * Draws a random share of the weights anew between generations: what layerwise reinitialisation is compared with (Alabdulmohsin et al.
 * 2021, section 3).
 *
 * <p>The training is cut into {@code rounds + 1} equal generations. Between two of them each number of each parameter is replaced, with
 * probability {@code share}, by that of a freshly drawn net, and the optimizer forgets its state; running statistics stay.
 *
 * @param rounds how often is reinitialised, at least 1
 * @param share the probability, in [0, 1]
 * @param fixed whether it is the same subset each time, or another one
 */
public record SubsetReinit(int rounds, double share, boolean fixed) implements Method {

    /** Four times another half. */
    public SubsetReinit() {
        this(4, 0.5, false);
    }

    public SubsetReinit {
        new Generations(rounds);
        Require.share("share", share);
    }

    /** Changes nothing; refuses a length that it cannot work with, before anything is trained. */
    @Override
    public Update update(Update inner, Training training) {
        new Generations(rounds).check(training.clock());
        return inner;
    }

    @Override
    public void at(Moment moment, Training training) {
        int round = new Generations(rounds).due(moment, training.clock());
        if (round == 0) {
            return;
        }
        Seeds seeds = training.random("subset-reinit").of(fixed ? 0 : round);
        try (Scope scope = Scope.open();
                Autograd.Guard guard = Autograd.noGrad()) {
            Model fresh = training.another("subset-reinit." + round);
            Map<String, Tensor> drawn = fresh.parameters();
            training.model().parameters().forEach((name, weight) -> {
                Tensor anew = weight.place().of(chosen(weight.numel(), seeds.of(name)), weight.shape());
                weight.mul_(anew.neg().add(1)).add_(drawn.get(name).mul(anew));
            });
        }
        training.restart();
    }

    /** One where a number is replaced, zero elsewhere. */
    private double[] chosen(long count, Seeds seeds) {
        double[] mask = new double[Math.toIntExact(count)];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = seeds.uniform(i) < share ? 1 : 0;
        }
        return mask;
    }
}
