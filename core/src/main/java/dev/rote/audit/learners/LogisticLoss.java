package dev.rote.audit.learners;

/** A logistic regression's loss; its variables are weights and intercepts, class by class, [K, D + 1], the intercept last. */
interface LogisticLoss extends Lbfgs.Objective {

    /** Adds the penalty of the weights to the gradient; returns its value {@code strength / 2 |w|^2}, intercepts left out. */
    static double penalty(double[] weights, double[] gradient, int stride, double strength) {
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            if (j % stride != stride - 1) {
                sum += weights[j] * weights[j];
                gradient[j] += strength * weights[j];
            }
        }
        return strength / 2 * sum;
    }
}
