package dev.rote.measures;

import dev.rote.data.Parts;
import dev.rote.nets.Model;
import dev.rote.tensor.Scope;

/**
 * Mean rise of the loss under random noise on the weights (Alabdulmohsin et al. 2021; the expected sharpness of Neyshabur et al.
 * 2017): {@code (1/R) sum_r L(w + sigma n_r) - L(w)}, n_r standard normal.
 *
 * <p>L: the mean of the recipe's loss over a part, in evaluation mode; w: all weights that are trained. sigma is the standard
 * deviation of the noise on each single weight, the same for all and in the weights' own units: it is not multiplied by the size
 * of a weight or of a layer. Small is flat; negative where noise helps. Weights are put back bit for bit. NaN on an empty part.
 *
 * @param part train, test, corrupted, uncorrupted, or another part of the data
 * @param sigma standard deviation of the noise, at least 0
 * @param draws R, at least 1
 */
public record Flatness(String part, double sigma, int draws) implements Measure {

    /** On the training part: ten draws at a hundredth. */
    public Flatness() {
        this("train", 0.01, 10);
    }

    public Flatness {
        if (!(sigma >= 0 && Double.isFinite(sigma))) {
            throw new IllegalArgumentException("sigma must be at least 0, was " + sigma);
        }
        if (draws < 1 || draws > 1_000_000) {
            throw new IllegalArgumentException("draws must be from 1 to 1000000, was " + draws);
        }
    }

    @Override
    public double of(Subject subject) {
        try (Scope scope = Scope.open();
                Landscape landscape = new Landscape(subject, part)) {
            double start = landscape.loss();
            double rise = 0;
            for (int draw = 0; draw < draws; draw++) {
                try (Scope one = Scope.open()) {
                    landscape.go(landscape.random(subject.random("flatness").of(draw)), sigma);
                }
                rise += landscape.loss() - start;
            }
            return rise / draws;
        }
    }

    @Override
    public void check(Model model, Parts parts) {
        Subject.checkPart(part, parts);
    }

    @Override
    public String name() {
        return "flatness." + part + "." + Names.plain(sigma);
    }
}
