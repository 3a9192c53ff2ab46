package dev.rote.methods;

import dev.rote.nets.Mode;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Moment;
import dev.rote.train.Pass;
import dev.rote.train.Require;
import dev.rote.train.Training;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Trains on the few examples of a large batch that reduce the loss on held-out data most (Mindermann et al. 2022, equation 3): those
 * with the largest {@code L[y | x; D] - L[y | x; D_ho]}, training loss minus irreducible loss.
 *
 * <p>The recipe's batch is the large one (320 in the paper). The training loss comes from one pass without gradient, with the
 * batch's statistics where there is batch norm; the irreducible loss from a model that was trained on held-out data, a run that the
 * recipe needs, on inputs without augmentation, once for each example. Both are the recipe's loss, with the methods that stand before
 * this one. A step that evaluates more than one gradient trains on the same examples in each; groups of m-sharpness are batches of
 * their own. Of equal scores the first of the batch wins. Readings after each epoch, means over its steps: {@code rho.correct}, the
 * share of the chosen that the model had right already, and, where the truth is known, {@code rho.wrong}, the share of the chosen
 * whose label is wrong.
 *
 * @param keep how many examples of a batch are trained on, at least 1
 * @param by what they are chosen by
 * @param models part to the needed run that scores its examples, for training without held-out data: each half of the train part by a
 *     model trained on the other half; one run {@code irreducible} for all when empty
 */
public record RhoLoss(int keep, By by, Map<String, String> models) implements Method {

    /** What examples are chosen by: the largest go first. */
    public enum By {
        /** Training loss minus irreducible loss. */
        REDUCIBLE,
        /** Chance. */
        UNIFORM,
        /** Training loss. */
        LOSS,
        /** The norm {@code ||softmax(z) - q||_2} of the gradient with respect to the outputs z. */
        GRADIENT_NORM,
        /** Minus the irreducible loss. */
        IRREDUCIBLE
    }

    /** The paper's 32 of a batch. */
    public RhoLoss() {
        this(32, By.REDUCIBLE, Map.of());
    }

    public RhoLoss {
        Require.atLeast(1, "keep", keep);
        models = Collections.unmodifiableMap(new TreeMap<>(models));
    }

    @Override
    public Loss loss(Loss inner, Training training) {
        Irreducible irreducible = by == By.REDUCIBLE || by == By.IRREDUCIBLE
                ? Irreducible.of(models, inner, training)
                : Irreducible.none(training);
        StepChoice choice = new StepChoice("rho.chosen", training);
        return pass -> inner.perExample(pass.rows(chosen(pass, inner, irreducible, choice, training)));
    }

    private int[] chosen(Pass pass, Loss inner, Irreducible irreducible, StepChoice choice, Training training) {
        try (Scope scope = Scope.open();
                Autograd.Guard guard = Autograd.noGrad()) {
            Pass look = pass.mode(pass.mode() == Mode.EVAL ? Mode.EVAL : Mode.FROZEN);
            int[] rows = choice.of(pass, () -> StepChoice.largest(scores(look, inner, irreducible), keep));
            if (pass.mayMove()) {
                ChoiceReadings.count(look, rows, training);
            }
            return rows;
        }
    }

    private double[] scores(Pass look, Loss inner, Irreducible irreducible) {
        int rows = look.batch().size();
        return switch (by) {
            case REDUCIBLE -> minus(Irreducible.each(look, inner), irreducible.losses(look));
            case LOSS -> Irreducible.each(look, inner);
            case IRREDUCIBLE -> minus(new double[rows], irreducible.losses(look));
            case UNIFORM ->
                IntStream.range(0, rows)
                        .mapToDouble(
                                row -> look.random("rho").uniform(look.batch().ids()[row]))
                        .toArray();
            case GRADIENT_NORM -> {
                Tensor outputs = look.outputs();
                Tensor q = OneHot.targets(look.batch().targets(), (int) outputs.size(1), outputs.dtype());
                yield outputs.softmax(1).sub(q).square().sum(1, false).toDoubles();
            }
        };
    }

    private static double[] minus(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
    }

    @Override
    public void at(Moment moment, Training training) {
        if (moment == Moment.EPOCH) {
            ChoiceReadings.log(training);
        }
    }
}
