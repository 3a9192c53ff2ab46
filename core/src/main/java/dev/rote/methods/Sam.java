package dev.rote.methods;

import dev.rote.train.Clock;
import dev.rote.train.Method;
import dev.rote.train.Require;
import dev.rote.train.Training;
import dev.rote.train.Update;

/**
 * Sharpness-aware minimisation (Foret et al. 2021, equations 2 and 3): moves by the gradient taken at the worst nearby
 * weights, {@code w <- w - lr * grad L(w + e)} with {@code e = rho * g / ||g||_2} and {@code g = grad L(w)}.
 *
 * <p>The norm is over all parameters together, also those that a method trains beside the model. With m-sharpness the batch is cut
 * into groups of about m rows, each climbs by its own gradient, and the groups' gradients are averaged, weighted by their rows. Weights
 * are put back from a copy, so that rho = 0 gives the gradient of plain training bit for bit. Both evaluations see the same dropout
 * masks; running statistics move with the first only. Each step costs two gradients.
 *
 * <p>Readings of the last step of each epoch: {@code sam.radius}, how far the last climb really went, {@code ||e||_2} of the
 * rounded weights; {@code sam.gradients}, gradients of a whole batch that the step took.
 *
 * <p>Deviation: 1e-12 is added to the norm, so that a zero gradient climbs nowhere instead of dividing by zero.
 *
 * @param rho radius of the neighbourhood, at least 0; 0.05 is the paper's default
 * @param m rows per group; 0 for the whole batch
 */
public record Sam(double rho, int m) implements Method {

    /** The paper's default radius, over the whole batch. */
    public Sam() {
        this(0.05, 0);
    }

    public Sam {
        Require.notNegative("rho", rho);
        if (m < 0) {
            throw new IllegalArgumentException("m must be at least 0 (0 is the whole batch), was " + m);
        }
    }

    @Override
    public Update update(Update inner, Training training) {
        return (model, gradient) -> {
            Clock clock = training.clock();
            long next = clock.step() + 1;
            boolean told = next % clock.stepsPerEpoch() == 0 || next == clock.steps();
            Climb climb = new Climb(rho, m, training.parameters(), gradient, new Climb.Tally(told));
            double loss = inner.step(model, climb);
            if (told) {
                training.log("sam.radius", climb.tally().radius());
                training.log("sam.gradients", climb.tally().gradients(gradient.rows()));
            }
            return loss;
        };
    }
}
