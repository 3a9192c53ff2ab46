package dev.rote.methods;

import dev.rote.train.Clock;
import dev.rote.train.Moment;
import dev.rote.train.Require;

/** A training cut into equal generations, between which weights are operated on. */
record Generations(int rounds) {

    Generations {
        Require.atLeast(1, "rounds", rounds);
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
}
