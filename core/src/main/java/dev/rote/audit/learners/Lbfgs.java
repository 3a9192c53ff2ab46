package dev.rote.audit.learners;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Finds the minimum of a smooth convex function of many variables.
 *
 * <p>L-BFGS: the direction is {@code -H g}, where H starts as a preconditioner, scaled by {@code s.y / y.P y}, and is corrected by the last
 * ten pairs of steps s and changes y of the gradient. Source: Nocedal and Wright 2006, <i>Numerical Optimization</i>, algorithms 7.4 and
 * 7.5; steps by backtracking (3.1), which is enough where the function is convex.
 */
final class Lbfgs {

    private static final int MEMORY = 10;

    /** After so many steps the preconditioner may be fitted anew. */
    private static final int EARLY = 8;

    private static final int LATER = 25;

    /** Of the descent that the slope promises, at least this much is wanted. */
    private static final double SUFFICIENT = 1e-4;

    /** Relative rounding of a value: differences below it are not seen as a rise. */
    private final double rounding;

    private final double tolerance;
    private final int most;

    /** A function, its gradient, and what is roughly the inverse of its second derivatives. */
    interface Objective {
        /** The value at x; writes the gradient. */
        double at(double[] x, double[] gradient);

        /** A new vector {@code P v}, P symmetric and positive definite. */
        double[] precondition(double[] v);

        /** Told now and then where the search is, so that P may fit better there. */
        default void near(double[] x) {}
    }

    /** A correction: a step, the change of the gradient along it, and {@code 1 / s.y}. */
    private record Pair(double[] step, double[] change, double inverse) {}

    /**
     * A minimiser.
     *
     * @param tolerance stops when {@code g.H g}, about twice what is left to descend, is at most this
     * @param most stops after this many steps
     * @param rounding relative rounding error of the function's values
     */
    Lbfgs(double tolerance, int most, double rounding) {
        this.tolerance = tolerance;
        this.most = most;
        this.rounding = rounding;
    }

    /** The minimum, searched from x on; x is overwritten by it. */
    void minimise(Objective function, double[] x) {
        Deque<Pair> pairs = new ArrayDeque<>();
        double[] gradient = new double[x.length];
        double value = function.at(x, gradient);
        for (int i = 0; i < most; i++) {
            if (i == EARLY || i == LATER) {
                function.near(x);
            }
            double[] direction = direction(function, gradient, pairs);
            double slope = dot(gradient, direction);
            if (!(-slope > tolerance)) {
                return;
            }
            double[] next = new double[x.length];
            double[] nextGradient = new double[x.length];
            double length = 1;
            double reached = Double.POSITIVE_INFINITY;
            for (int trial = 0; trial < 30; trial++) {
                for (int j = 0; j < x.length; j++) {
                    next[j] = x[j] + length * direction[j];
                }
                reached = function.at(next, nextGradient);
                if (reached <= value + SUFFICIENT * length * slope + rounding * Math.abs(value)) {
                    break;
                }
                // the minimum of the parabola through both values and the slope, not too far from half
                double curve = reached - value - length * slope;
                double guess = -slope * length * length / (2 * curve);
                length = Math.max(0.1 * length, Math.min(0.5 * length, guess));
                reached = Double.POSITIVE_INFINITY;
            }
            if (reached == Double.POSITIVE_INFINITY) {
                return; // nothing but rounding is left
            }
            remember(pairs, x, next, gradient, nextGradient);
            System.arraycopy(next, 0, x, 0, x.length);
            gradient = nextGradient;
            value = reached;
        }
    }

    private static double[] direction(Objective function, double[] gradient, Deque<Pair> pairs) {
        double[] q = gradient.clone();
        double[] alphas = new double[pairs.size()];
        int at = 0;
        for (Pair pair : pairs) { // newest first
            alphas[at] = pair.inverse * dot(pair.step, q);
            add(q, -alphas[at++], pair.change);
        }
        double[] direction = function.precondition(q);
        if (!pairs.isEmpty()) {
            double[] newest = pairs.getFirst().change;
            double scale = 1 / (pairs.getFirst().inverse * dot(newest, function.precondition(newest)));
            for (int j = 0; j < direction.length; j++) {
                direction[j] *= scale;
            }
        }
        Iterator<Pair> oldestFirst = pairs.descendingIterator();
        while (oldestFirst.hasNext()) {
            Pair pair = oldestFirst.next();
            double beta = pair.inverse * dot(pair.change, direction);
            add(direction, alphas[--at] - beta, pair.step);
        }
        for (int j = 0; j < direction.length; j++) {
            direction[j] = -direction[j];
        }
        return direction;
    }

    private static void remember(Deque<Pair> pairs, double[] x, double[] next, double[] gradient, double[] after) {
        double[] step = new double[x.length];
        double[] change = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            step[j] = next[j] - x[j];
            change[j] = after[j] - gradient[j];
        }
        double product = dot(step, change);
        if (product > 0) { // not so only by rounding
            pairs.addFirst(new Pair(step, change, 1 / product));
            if (pairs.size() > MEMORY) {
                pairs.removeLast();
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    private static void add(double[] to, double factor, double[] what) {
        for (int j = 0; j < to.length; j++) {
            to[j] += factor * what[j];
        }
    }
}
