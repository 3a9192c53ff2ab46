package dev.rote.audit.learners;

import dev.rote.influence.Arnoldi;
import dev.rote.influence.Effects;
import dev.rote.influence.Influence;
import dev.rote.influence.Krylov;
import dev.rote.measures.Subject;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which examples a small net on the scaled features learned its answers from, by {@link Influence} along the {@value #DIRECTIONS} steepest
 * directions of its loss. Finding them and asking costs a fraction of the training: .2 to .4 of it from 2,000 to 10,000
 * examples.
 *
 * @param self the influence of each example on itself, [N], at least 0, high is suspicious; NaN when the training diverged
 * @param why examples that speak for or against the labels asked about, the strongest first for each
 */
public record Reasons(double[] self, List<Reason> why) {

    private static final int DIRECTIONS = 10;
    private static final int PRODUCTS = 15;
    private static final int HESSIAN = 250;

    /** Of either side, for each example asked about. */
    private static final int EACH = 2;

    /**
     * Why a label is as probable as it is.
     *
     * @param example asked about
     * @param because the example that was learned from, another one
     * @param value the influence: positive when it makes the label asked about more probable
     */
    public record Reason(int example, int because, double value) {}

    /**
     * Costs a training, {@value #PRODUCTS} products with the Hessian of {@value #HESSIAN} examples, and {@value #DIRECTIONS} forward passes;
     * questions cost next to nothing.
     *
     * @param task all of whose rows are learned from
     * @param asked rows whose given label is to be explained
     */
    public static Reasons of(Task task, int width, int epochs, int[] asked, Workers workers) {
        int[] rows = IntStream.range(0, task.rows()).toArray();
        List<Reasons> found = new ArrayList<>();
        try (Scope outer = Scope.open()) {
            NetTraining.dense(width, epochs)
                    .train(
                            new DenseExamples(task.features().scaled(), rows, task.labels(), task.classes()),
                            task.seeds().of("reasons"),
                            workers,
                            subject -> found.add(of(subject, asked)));
        }
        return found.get(0);
    }

    /** The same of a net that is trained already; its examples are numbered from 0. */
    public static Reasons of(Subject subject, int[] asked) {
        double[] losses = subject.on("train").losses();
        if (!Arrays.stream(losses).allMatch(Double::isFinite)) {
            double[] unknown = new double[losses.length];
            Arrays.fill(unknown, Double.NaN);
            return new Reasons(unknown, List.of());
        }
        try (Scope scope = Scope.open()) {
            Influence influence = Influence.arnoldi(
                    subject, new Arnoldi(PRODUCTS, Arnoldi.NOISE), HESSIAN, DIRECTIONS, Krylov.Order.SIGNED);
            List<Reason> why = new ArrayList<>();
            for (int row : asked) {
                why.addAll(strongest(row, influence.on("train", row)));
            }
            return new Reasons(influence.self("train"), List.copyOf(why));
        }
    }

    /** Those that do most for how far they pull at all: else the same few odd examples came first for every label. */
    private static List<Reason> strongest(int example, Effects effects) {
        return Stream.concat(
                        effects.helping(EACH + 1, Effects.Ranking.NORMALISED).stream()
                                .filter(effect -> effect.id() != example)
                                .limit(EACH),
                        effects.hurting(EACH, Effects.Ranking.NORMALISED).stream())
                .map(effect -> new Reason(example, (int) effect.id(), effect.value()))
                .toList();
    }
}
