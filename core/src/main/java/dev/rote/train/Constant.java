package dev.rote.train;

/** The learning rate stays as it is. */
public record Constant() implements Schedule {

    @Override
    public double factor(Clock clock) {
        return 1;
    }
}
