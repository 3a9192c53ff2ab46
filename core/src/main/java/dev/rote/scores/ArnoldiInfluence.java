package dev.rote.scores;

import dev.rote.data.Parts;
import dev.rote.influence.Arnoldi;
import dev.rote.influence.Influence;
import dev.rote.influence.Krylov;
import dev.rote.measures.Subject;
import dev.rote.nets.Model;
import dev.rote.tensor.Scope;
import dev.rote.train.Clock;
import java.util.Arrays;

/**
 * Self-influence of each example (Schioppa et al. 2022): how much training on it would lower its own loss, {@code I(x, x) = sum_i
 * g_i(x)^2 / lambda_i}.
 *
 * <p>{@code lambda_i, e_i}: the top eigenpairs of the Hessian of the mean training loss, found by {@linkplain Arnoldi Arnoldi
 * iteration}; {@code g_i(x) = <grad L(x), e_i>}, with the given label, in evaluation mode. High is suspicious: such an example is
 * explained by nothing but itself. At least 0 by {@code SIGNED} order; by {@code ABSOLUTE} order directions of negative curvature count
 * against it. 0 where the loss is linear in the weights; all NaN where a training loss is infinite or not a number.
 *
 * <p>The start is keyed by the run's seed. For which examples help or hurt a prediction see {@link Influence}.
 *
 * @param part whose examples
 * @param iterations products with the Hessian, at least 1
 * @param examples how many training examples the Hessian is taken of at most, evenly spread over the ids, at least 1
 * @param directions how many eigenpairs are kept at most, at least 1
 * @param order which eigenvalues count as the largest
 */
public record ArnoldiInfluence(String part, int iterations, int examples, int directions, Krylov.Order order)
        implements ExampleScore {

    /** Of the training examples, along 10 directions, by 30 products with the Hessian of 500 examples. */
    public ArnoldiInfluence() {
        this("train", 30, 500, 10, Krylov.Order.SIGNED);
    }

    public ArnoldiInfluence {
        new Arnoldi(iterations, 0);
        if (examples < 1) {
            throw new IllegalArgumentException("examples must be at least 1, was " + examples);
        }
        if (directions < 1) {
            throw new IllegalArgumentException("directions must be at least 1, was " + directions);
        }
    }

    @Override
    public double[] of(Subject subject) {
        if (!Arrays.stream(subject.on("train").losses()).allMatch(Double::isFinite)) {
            double[] unknown = new double[subject.ids(part).length];
            Arrays.fill(unknown, Double.NaN);
            return unknown;
        }
        try (Scope scope = Scope.open()) {
            Arnoldi arnoldi = new Arnoldi(iterations, Arnoldi.NOISE);
            return Influence.arnoldi(subject, arnoldi, examples, directions, order)
                    .self(part);
        }
    }

    @Override
    public void check(Model model, Parts parts, Clock clock) {
        Subject.checkPart(part, parts);
    }

    @Override
    public String name() {
        return ScoreNames.of("arnoldi-influence", part);
    }
}
