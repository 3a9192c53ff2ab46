package dev.rote.influence;

import dev.rote.data.Batch;
import dev.rote.measures.Curvature;
import dev.rote.measures.Landscape;
import dev.rote.measures.Subject;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Influence functions in few directions (Schioppa et al. 2022): {@code I(x, z) = sum_i g_i(x) g_i(z) / lambda_i}, which is
 * {@code grad L(x)^T H^-1 grad L(z)} where e_i, lambda_i are all eigenpairs of H.
 *
 * <p>L(x): the recipe's loss of one example, in evaluation mode; H: Hessian of its mean over training examples, by all weights that are
 * trained; {@code g_i(x) = <grad L(x), e_i>}. <em>Sign:</em> positive helps: with more weight on x in training, the loss at z
 * falls, as for captum's proponents; this is minus the {@code I_up,loss} of Koh and Liang 2017. Symmetric in x and z. To first order
 * the loss at z rises by {@code I(x, z) / N} when x is taken out of N training examples.
 *
 * <p><em>Self-influence</em> I(x, x): at least 0 with positive eigenvalues, large where an example has to be learned by heart.
 *
 * <p>Memory: p numbers per weight for the directions, m while they are sought, and p per training example once effects are asked for.
 */
public final class Influence {

    private static final String TRAIN = "train";

    private final Subject subject;
    private final Eigenpairs pairs;
    private final Slopes slopes;
    private double @Nullable [][] train;

    /**
     * Influence in given directions.
     *
     * @param pairs of the subject's model; must stay open while this is used
     */
    public Influence(Subject subject, Eigenpairs pairs) {
        this.subject = subject;
        this.pairs = pairs;
        this.slopes = new Slopes(subject);
    }

    /**
     * Influence in the steepest directions that Arnoldi iteration finds, in the caller's scope.
     *
     * @param arnoldi how long to look; the start is drawn by the run's seed and the step
     * @param examples how many training examples the Hessian is taken of at most, evenly spread over the ids, at least 1
     * @param top p, how many directions to keep at most, at least 1
     * @param order which eigenvalues count as the largest
     */
    public static Influence arnoldi(Subject subject, Arnoldi arnoldi, int examples, int top, Krylov.Order order) {
        return new Influence(subject, steepest(subject, arnoldi, examples, top, order));
    }

    /** The steepest directions alone; as in {@link #arnoldi}. */
    public static Eigenpairs steepest(Subject subject, Arnoldi arnoldi, int examples, int top, Krylov.Order order) {
        Slopes slopes = new Slopes(subject);
        try (Scope scope = Scope.open();
                Landscape landscape = new Landscape(subject, TRAIN, examples);
                Curvature curvature = landscape.curvature()) {
            if (landscape.isEmpty()) {
                throw new IllegalArgumentException("influence needs training examples, there are none");
            }
            Tensor start = Slopes.flat(landscape.random(subject.random("arnoldi")));
            Krylov space = arnoldi.from(vector -> Slopes.flat(curvature.times(slopes.split(vector))), start);
            Eigenpairs pairs = space.distil(top, order, arnoldi.tolerance());
            scope.keep(pairs.vectors());
            return pairs;
        }
    }

    /** The directions. */
    public Eigenpairs pairs() {
        return pairs;
    }

    /** I(x, x) of each example of a part with its label as given, [N], in the order of the ids. */
    public double[] self(String part) {
        return Arrays.stream(part.equals(TRAIN) ? train() : slopes.along(pairs.vectors(), part))
                .mapToDouble(g -> product(g, g))
                .toArray();
    }

    /** What each training example does for the loss of one example of a part, its label as given. */
    public Effects on(String part, long id) {
        if (part.equals(TRAIN)) {
            int at = Arrays.binarySearch(subject.ids(TRAIN), id);
            if (at < 0) {
                throw new IllegalArgumentException("id must be that of a training example, was " + id);
            }
            return effects(train()[at]);
        }
        try (Scope scope = Scope.open()) {
            return on(one(part, id));
        }
    }

    /**
     * What each training example does for a prediction: the same as {@link #on}, for the loss at the class that the model predicts. So a
     * wrong prediction is explained by those who help it.
     */
    public Effects onPrediction(String part, long id) {
        try (Scope scope = Scope.open();
                Autograd.Guard guard = Autograd.noGrad()) {
            Batch one = one(part, id);
            return on(one.withTargets(subject.pass(one).outputs().argmax(1)));
        }
    }

    /** What each training example does for the loss of a batch of one example, which is where the model is. */
    public Effects on(Batch one) {
        if (one.size() != 1) {
            throw new IllegalArgumentException("one must be a batch of one example, was of " + one.size());
        }
        return effects(slopes.along(pairs.vectors(), one)[0]);
    }

    private Effects effects(double[] there) {
        double[][] each = train();
        double[] values = new double[each.length];
        double[] lengths = new double[each.length];
        for (int n = 0; n < each.length; n++) {
            double square = 0;
            for (double slope : each[n]) {
                square += slope * slope;
            }
            values[n] = product(each[n], there);
            lengths[n] = Math.sqrt(square);
        }
        return new Effects(subject.ids(TRAIN), values, lengths);
    }

    private Batch one(String part, long id) {
        return subject.parts()
                .get(part)
                .batch(new long[] {id})
                .move(subject.model().place());
    }

    private double[][] train() {
        double[][] known = train;
        if (known == null) {
            known = slopes.along(pairs.vectors(), TRAIN);
            train = known;
        }
        return known;
    }

    private double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i] / pairs.values()[i];
        }
        return sum;
    }
}
