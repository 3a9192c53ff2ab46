package dev.rote.methods;

import dev.rote.nets.Blocks;
import dev.rote.nets.Model;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import dev.rote.train.Method;
import dev.rote.train.Moment;
import dev.rote.train.Training;
import dev.rote.train.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Layerwise reinitialisation (Alabdulmohsin et al. 2021, algorithm 1): trains, keeps the lowest block and draws all above it anew, trains,
 * keeps the two lowest, and so on up to the head.
 *
 * <p>The training is cut into {@code rounds + 1} equal generations. Before generation r the lowest {@code k = ceil(r K / rounds)} of the
 * K blocks below the head are kept. Each of their parameters is brought back to the norm that it began with, {@code w <- w s_p /
 * ||w||} (s_p below 1e-6: to 0); the output of block k is normalised channel by channel with the mean and standard deviation of one
 * batch, which then stand still (an earlier block's such normalisation is taken off); everything above is drawn anew, running
 * statistics included; the optimizer forgets its state. Then all of the net is trained. A schedule of {@code rounds + 1} rounds
 * gives every generation the whole course of the learning rate.
 *
 * <p>The paper has no public code; as far as it leaves open, rescaling, the one normalisation and the rounds are those of the
 * reimplementation by Zhou et al. 2022. Deviations: 1e-5 is added to the variance; where rounds and blocks differ in number, k is
 * rounded up, so that there is always a block to keep and N K rounds keep each number of blocks N times.
 *
 * @param rounds how often is reinitialised, at least 1; K for each block in turn
 * @param rescale whether kept parameters are brought back to their first norm
 * @param normalise whether the output of the last kept block is normalised; needs a net with {@code frozen_norms}
 * @param headOnly whether only the head is drawn anew, each time: the simplest variant
 */
public record LayerwiseReinit(int rounds, boolean rescale, boolean normalise, boolean headOnly) implements Method {

    /** Four rounds, for nets of four blocks. */
    public LayerwiseReinit() {
        this(4, true, true, false);
    }

    public LayerwiseReinit {
        new Generations(rounds);
    }

    /** Changes nothing; refuses a net or a length that it cannot work with, before anything is trained. */
    @Override
    public Update update(Update inner, Training training) {
        blocks(training.model());
        new Generations(rounds).check(training.clock());
        return inner;
    }

    @Override
    public void at(Moment moment, Training training) {
        if (moment == Moment.START) {
            training.model().parameters().forEach((name, weight) -> firstNorm(name, weight, training));
        }
        int round = new Generations(rounds).due(moment, training.clock());
        if (round > 0) {
            List<Blocks.Block> blocks = blocks(training.model());
            int below = blocks.size() - 1;
            int kept = headOnly ? below : (round * below + rounds - 1) / rounds;
            try (Scope scope = Scope.open();
                    Autograd.Guard guard = Autograd.noGrad()) {
                operate(blocks, kept, training, training.another("layerwise-reinit." + round));
            }
            training.restart();
        }
    }

    private List<Blocks.Block> blocks(Model model) {
        if (!(model instanceof Blocks chain)) {
            throw new IllegalArgumentException("layerwise-reinit needs a net made of blocks, such as small-cnn");
        }
        if (normalise && !FrozenNorm.isAfter(chain.blocks().get(0).layer(), model)) {
            throw new IllegalArgumentException("normalise needs a net with frozen norms: write frozen_norms: true");
        }
        return chain.blocks();
    }

    private void operate(List<Blocks.Block> blocks, int kept, Training training, Model fresh) {
        Map<String, Tensor> live = training.model().state();
        Map<String, Tensor> drawn = fresh.state();
        if (rescale) {
            blocks.subList(0, kept).forEach(block -> block.parameters().forEach(name -> rescale(name, live, training)));
        }
        for (Blocks.Block block : blocks.subList(kept, blocks.size())) {
            List<String> names = new ArrayList<>(block.parameters());
            names.addAll(block.buffers());
            names.forEach(name -> live.get(name).copy_(drawn.get(name)));
        }
        if (normalise) {
            blocks.subList(0, kept).forEach(block -> FrozenNorm.remove(block.layer(), live));
            FrozenNorm.set(blocks.get(kept - 1).layer(), training);
        }
    }

    private static void rescale(String name, Map<String, Tensor> live, Training training) {
        Tensor weight = live.get(name);
        double first = firstNorm(name, weight, training).item();
        double now = weight.norm().item();
        weight.mul_(first < 1e-6 || now == 0 ? 0 : first / now);
    }

    private static Tensor firstNorm(String name, Tensor weight, Training training) {
        return training.keep("layerwise-reinit." + name, () -> weight.detach().norm());
    }
}
