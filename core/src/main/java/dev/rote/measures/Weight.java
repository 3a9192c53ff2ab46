package dev.rote.measures;

import dev.rote.data.Parts;
import dev.rote.nets.Model;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.Map;

/**
 * One number of a model's weights, as it is: the line that a linear model draws, over time.
 *
 * @param parameter a parameter's name
 * @param index which of its numbers, counted row by row from 0
 */
public record Weight(String parameter, int index) implements Measure {

    /** The first number of the output layer. */
    public Weight() {
        this("output.weight", 0);
    }

    public Weight {
        if (index < 0) {
            throw new IllegalArgumentException("index must be at least 0, was " + index);
        }
    }

    @Override
    public double of(Subject subject) {
        try (Scope scope = Scope.open()) {
            return numbers(subject.model())
                    .detach()
                    .reshape(-1)
                    .narrow(0, index, 1)
                    .item();
        }
    }

    private Tensor numbers(Model model) {
        Map<String, Tensor> parameters = model.parameters();
        Tensor found = parameters.get(parameter);
        if (found == null) {
            throw new IllegalArgumentException(
                    "weight needs a net with a parameter '" + parameter + "', this one has " + parameters.keySet());
        }
        if (index >= found.numel()) {
            throw new IllegalArgumentException(
                    "index must be below the " + found.numel() + " numbers of " + parameter + ", was " + index);
        }
        return found;
    }

    @Override
    public void check(Model model, Parts parts) {
        numbers(model);
    }

    @Override
    public String name() {
        return "weight." + parameter + "." + index;
    }
}
