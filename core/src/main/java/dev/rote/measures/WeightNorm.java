package dev.rote.measures;

import dev.rote.tensor.Scope;

/**
 * Frobenius norm of the weights, {@code sqrt(sum w^2)}, at least 0.
 *
 * @param parameter a parameter's name, or {@code all} for all of them together
 */
public record WeightNorm(String parameter) implements Measure {

    /** Over all parameters. */
    public WeightNorm() {
        this("all");
    }

    @Override
    public double of(Subject subject) {
        try (Scope scope = Scope.open()) {
            var parameters = subject.model().parameters();
            if (!parameter.equals("all") && !parameters.containsKey(parameter)) {
                throw new IllegalArgumentException(
                        "there is no parameter '" + parameter + "', only " + parameters.keySet() + " and all");
            }
            return Math.sqrt(parameters.entrySet().stream()
                    .filter(entry -> parameter.equals("all") || parameter.equals(entry.getKey()))
                    .mapToDouble(
                            entry -> Math.pow(entry.getValue().detach().norm().item(), 2))
                    .sum());
        }
    }

    @Override
    public String name() {
        return "norm." + parameter;
    }
}
