package dev.rote.methods;

import dev.rote.nets.Mode;
import dev.rote.nets.TwinsModel;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Tensor;
import dev.rote.train.Pass;
import java.util.List;

/**
 * What two nets think of a batch seen in two ways, turned into targets (Li et al. 2020, equations 3 to 5).
 *
 * @param own softmax outputs of each net, the mean over both views, two of [N, K]
 */
record Guesses(List<Tensor> own) {

    /** Guesses of both nets, with the dropout masks and batch statistics of training, without gradients; equal views are seen once. */
    static Guesses of(Pass pass, List<Tensor> views) {
        List<Tensor> different = views.stream().distinct().toList();
        TwinsModel twins = TwinsModel.of(pass.model());
        try (Autograd.Guard guard = Autograd.noGrad()) {
            return new Guesses(List.of(twins.first(), twins.second()).stream()
                    .map(net -> pass.model(net).mode(Mode.FROZEN))
                    .map(by -> different.stream()
                            .map(view -> by.inputs(view).outputs().softmax(1))
                            .reduce(Tensor::add)
                            .orElseThrow()
                            .div(different.size()))
                    .toList());
        }
    }

    /**
     * What a net learns from: {@code w q + (1 - w) p} with its own guess p for examples that count as labelled, the mean guess of
     * both nets for the others, both sharpened.
     *
     * @param net 0 or 1
     * @param labels q [N, K]
     * @param division w and what counts as labelled
     * @param temperature of the sharpening, above 0
     * @return [N, K]
     */
    Tensor targets(int net, Tensor labels, Division division, double temperature) {
        try (Autograd.Guard guard = Autograd.noGrad()) {
            long rows = labels.size(0);
            Tensor clean = labels.place().of(division.clean(), rows, 1);
            Tensor labelled = labels.place().of(division.marks(), rows, 1);
            Tensor guess = own.get(net);
            Tensor refined = guess.add(labels.sub(guess).mul(clean));
            Tensor both = own.get(0).add(own.get(1)).mul(0.5);
            return sharpened(both.add(refined.sub(both).mul(labelled)), temperature);
        }
    }

    /** {@code p_k^(1 / T) / sum_j p_j^(1 / T)}; divided by the largest first, so that small temperatures do not underflow. */
    static Tensor sharpened(Tensor shares, double temperature) {
        Tensor powers = shares.div(shares.amax(1).unsqueeze(1)).pow(1 / temperature);
        return powers.div(powers.sum(1, true));
    }
}
