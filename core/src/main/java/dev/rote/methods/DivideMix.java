package dev.rote.methods;

import dev.rote.data.Dataset;
import dev.rote.data.Target;
import dev.rote.nets.TwinsModel;
import dev.rote.tensor.Place;
import dev.rote.tensor.Tensor;
import dev.rote.train.Clock;
import dev.rote.train.Loss;
import dev.rote.train.Moment;
import dev.rote.train.PairMethod;
import dev.rote.train.Pass;
import dev.rote.train.Require;
import dev.rote.train.Training;
import java.util.List;

/**
 * DivideMix (Li et al. 2020, algorithm 1): each net divides the training data into labelled and unlabelled examples for the other,
 * which learns from them half-supervised.
 *
 * <p>After each epoch from the warm-up on, a mixture of two normal distributions is fitted to the losses of each net on all training
 * examples, min-max-normalised; w_i is the probability that loss i is of the lower one. For the other net, examples with
 * {@code w_i > threshold} count as labelled, with target {@code w q + (1 - w) p}; the others get the mean guess of both nets
 * ({@link Guesses}). The objective is that of {@link MixMatch}, with lambda_u rising from 0 over {@code rampUp} epochs; a batch all of
 * whose examples are on one side has that side's part alone. The sum of both nets' objectives is minimised, by one optimizer.
 *
 * <p>Deviations: the mixture is fitted until it settles ({@link dev.rote.estimates.LossMixture}), where the authors' code stops after
 * ten rounds; the batch is divided, instead of drawing one batch from each side; the recipe's loss stands for the cross-entropy
 * on labelled examples; both nets guess once per step, with the batch statistics and dropout masks of training.
 *
 * @param warmUp epochs of training both nets on everything before, at least 1
 * @param threshold of w, in [0, 1]
 * @param temperature of sharpening, above 0; towards 0 targets become hard
 * @param alpha mixing shares are from Beta(alpha, alpha), above 0
 * @param lambdaU weight of the unlabelled part, at least 0
 * @param rampUp epochs in which it rises, at least 1
 * @param confidencePenalty whether the warm-up minimises {@code sum_k p_k log p_k}, too: the paper's remedy for asymmetric noise
 */
public record DivideMix(
        int warmUp,
        double threshold,
        double temperature,
        double alpha,
        double lambdaU,
        int rampUp,
        boolean confidencePenalty)
        implements PairMethod {

    private static final String NAME = "divide-mix";

    /** The values for CIFAR-10 with symmetric noise. */
    public DivideMix() {
        this(10, 0.5, 0.5, 4, 25, 16, false);
    }

    public DivideMix {
        Require.atLeast(1, "warm_up", warmUp);
        Require.share("threshold", threshold);
        Require.positive("temperature", temperature);
        Require.positive("alpha", alpha);
        Require.notNegative("lambda_u", lambdaU);
        Require.atLeast(1, "ramp_up", rampUp);
    }

    @Override
    public Loss loss(Loss inner, Training training) {
        TwinsModel.of(training.model());
        Dataset train = training.data("train");
        if (!(train.target() instanceof Target.Classes)) {
            throw new IllegalArgumentException("divide-mix needs classes as target, was " + train.target());
        }
        long[] ids = train.ids();
        Tensor clean = Division.kept(training, NAME);
        SelectionLog log = SelectionLog.of(training, NAME);
        return pass -> {
            if (pass.clock().epoch() < warmUp) {
                Pair pair = Pair.of(pass, inner);
                return confidencePenalty ? pair.both().add(pair.negativeEntropy()) : pair.both();
            }
            Tensor here = Division.rows(clean, ids, pass.batch().ids());
            return divided(pass, new MixMatch(inner, alpha, lambdaU * risen(pass.clock())), train, here, log);
        };
    }

    private double risen(Clock clock) {
        double epoch = (double) clock.step() / clock.stepsPerEpoch();
        return Math.min(1, (epoch - warmUp) / rampUp);
    }

    /** The sum of both nets' losses [N], each net taught by the other's division [2, N]. */
    private Tensor divided(Pass pass, MixMatch objective, Dataset train, Tensor clean, SelectionLog log) {
        TwinsModel twins = TwinsModel.of(pass.model());
        Place place = twins.place();
        Tensor here = OneHot.inputs(pass.batch().inputs(), train.inputs(), place.dtype());
        Tensor other = pass.view(1).batch().inputs();
        Tensor there = other == pass.batch().inputs() ? here : OneHot.inputs(other, train.inputs(), place.dtype());
        List<Tensor> views = List.of(here, there);
        Tensor labels = OneHot.targets(pass.batch().targets(), train.target().outputs(), place.dtype());
        Guesses guesses = Guesses.of(pass, views);
        Tensor[] losses = new Tensor[2];
        for (int net = 0; net < 2; net++) {
            Division division = Division.of(clean.select(0, 1 - net), threshold);
            log.count(pass, division.labelled());
            Tensor targets = guesses.targets(net, labels, division, temperature);
            Pass own = pass.model(net == 0 ? twins.first() : twins.second());
            losses[net] = objective.losses(
                    own, views, targets, division, pass.random(NAME).of(net));
        }
        return losses[0].add(losses[1]);
    }

    @Override
    public void at(Moment moment, Training training) {
        if (moment != Moment.EPOCH) {
            return;
        }
        SelectionLog.of(training, NAME).write();
        if (training.clock().epoch() >= warmUp) {
            Division.renew(Division.kept(training, NAME), training);
        }
    }
}
