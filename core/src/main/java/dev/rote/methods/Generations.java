package dev.rote.methods;

import dev.rote.nets.Model;
import dev.rote.tensor.Tensor;
import dev.rote.train.Clock;
import dev.rote.train.Moment;
import java.util.LinkedHashMap;
import java.util.Map;

/** A training cut into equal generations, between which weights are operated on. */
record Generations(int rounds) {

    Generations {
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds must be at least 1, was " + rounds);
        }
    }

    /**
     * The operation that is due now: 1 to {@code rounds} between two generations, 0 at other times. What steps remain after an even
     * division are the last generation's.
     */
    int due(Moment moment, Clock clock) {
        long length = clock.steps() / (rounds + 1);
        boolean between = moment == Moment.STEP && length > 0 && clock.step() % length == 0;
        long number = length == 0 ? 0 : clock.step() / length;
        return between && number <= rounds && clock.step() < clock.steps() ? (int) number : 0;
    }

    /** Parameters and buffers by name; the tensors are the live ones. */
    static Map<String, Tensor> all(Model model) {
        Map<String, Tensor> all = new LinkedHashMap<>(model.parameters());
        all.putAll(model.buffers());
        return all;
    }
}
