package dev.rote.measures;

import dev.rote.data.Parts;
import dev.rote.nets.Model;
import dev.rote.tensor.Scope;
import java.util.Set;

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
        check(subject.model(), subject.parts());
        try (Scope scope = Scope.open()) {
            var parameters = subject.model().parameters();
            return Math.sqrt(parameters.entrySet().stream()
                    .filter(entry -> parameter.equals("all") || parameter.equals(entry.getKey()))
                    .mapToDouble(
                            entry -> Math.pow(entry.getValue().detach().norm().item(), 2))
                    .sum());
        }
    }

    @Override
    public void check(Model model, Parts parts) {
        Set<String> names = model.parameters().keySet();
        if (!parameter.equals("all") && !names.contains(parameter)) {
            throw new IllegalArgumentException("there is no parameter '" + parameter + "', only " + names + " and all");
        }
    }

    @Override
    public String name() {
        return "norm." + parameter;
    }
}
