package dev.rote.scores;

import dev.rote.influence.Krylov;
import java.util.Map;
import java.util.function.Supplier;

/** The promises of a score; its numbers are held to the inverse of a Hessian where influence is tested. */
class ArnoldiInfluenceTest implements ScoreContract {

    @Override
    public ExampleScore score() {
        return new ArnoldiInfluence("train", 12, 60, 5, Krylov.Order.SIGNED);
    }

    @Override
    public ExampleScore again() {
        return new ArnoldiInfluence("train", 12, 60, 5, Krylov.Order.SIGNED);
    }

    @Override
    public Map<String, Supplier<ExampleScore>> refusals() {
        return Map.of(
                "iterations must be from 1 to 100000, was 0",
                () -> new ArnoldiInfluence("train", 0, 60, 5, Krylov.Order.SIGNED),
                "examples must be at least 1, was 0",
                () -> new ArnoldiInfluence("train", 12, 0, 5, Krylov.Order.SIGNED),
                "directions must be at least 1, was 0",
                () -> new ArnoldiInfluence("train", 12, 60, 0, Krylov.Order.ABSOLUTE));
    }
}
