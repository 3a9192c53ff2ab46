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
        boolean between = moment == Moment.STEP && clock.step() % length == 0 && clock.step() < clock.steps();
        long number = clock.step() / length;
        return between && number <= rounds ? (int) number : 0;
    }

    /**
     * Nothing, where there are steps enough.
     *
     * @throws IllegalArgumentException when a generation would have no step
     */
    void check(Clock clock) {
        if (clock.steps() <= rounds) {
            throw new IllegalArgumentException("rounds must be fewer than the steps of the training, was " + rounds
                    + " with " + clock.steps() + " steps");
        }
    }

    /** Parameters and buffers by name; the tensors are the live ones. */
    static Map<String, Tensor> all(Model model) {
        Map<String, Tensor> all = new LinkedHashMap<>(model.parameters());
        all.putAll(model.buffers());
        return all;
    }
}
