package dev.rote.measures;

import dev.rote.data.Parts;
import dev.rote.nets.Model;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.List;

/**
 * How much higher the loss is at the worst weights nearby (Foret et al. 2021, equation 1): {@code max over ||e||_2 <= rho of
 * L(w + e) - L(w)}, at least 0.
 *
 * <p>L: the mean of the recipe's loss over a part, in evaluation mode; w: all weights that are trained, the norm over all of them
 * together. The search starts with the paper's step {@code e = rho g / ||g||} (equation 2), g = grad L(w), and repeats {@code e
 * <- e + rho g / ||g||}, g = grad L(w + e), brought back to length rho where it is longer. The largest rise on the way is
 * returned: a lower bound of the maximum. Weights are put back bit for bit. NaN on an empty part.
 *
 * <p>Not invariant: multiplying one layer by ten and dividing the next one by ten changes it, and not the net. Compare nets of one
 * architecture at like training loss.
 *
 * @param part train, test, corrupted, uncorrupted, or another part of the data
 * @param rho radius of the neighbourhood, at least 0
 * @param steps steps after the first, at least 0
 */
public record Sharpness(String part, double rho, int steps) implements Measure {

    /** On the training part, at the paper's default radius, five steps. */
    public Sharpness() {
        this("train", 0.05, 5);
    }

    public Sharpness {
        if (!(rho >= 0 && Double.isFinite(rho))) {
            throw new IllegalArgumentException("rho must be at least 0, was " + rho);
        }
        if (steps < 0 || steps > 10_000) {
            throw new IllegalArgumentException("steps must be from 0 to 10000, was " + steps);
        }
    }

    @Override
    public double of(Subject subject) {
        try (Scope scope = Scope.open();
                Landscape landscape = new Landscape(subject, part)) {
            if (landscape.isEmpty()) {
                return Double.NaN;
            }
            double start = landscape.loss();
            double highest = start;
            List<Tensor> away = landscape.zeros();
            for (int step = 0; step <= steps; step++) {
                climb(away, landscape);
                landscape.go(away, 1);
                highest = Math.max(highest, landscape.loss());
            }
            return highest - start;
        }
    }

    private void climb(List<Tensor> away, Landscape landscape) {
        try (Scope scope = Scope.open()) {
            List<Tensor> slope = landscape.gradient();
            Landscape.add(away, slope, rho / (Landscape.norm(slope) + 1e-12));
            double length = Landscape.norm(away);
            if (length > rho) {
                Landscape.scale(away, rho / length);
            }
        }
    }

    @Override
    public void check(Model model, Parts parts) {
        Subject.checkPart(part, parts);
    }

    @Override
    public String name() {
        return "sharpness." + part + "." + Names.plain(rho);
    }
}
