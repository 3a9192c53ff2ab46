package dev.rote.methods;

import dev.rote.nets.Model;
import dev.rote.train.Gradient;
import dev.rote.train.Method;
import dev.rote.train.Training;
import dev.rote.train.Update;
import java.util.function.BiConsumer;

/**
 * Shows a test the gradient that reaches this place in the list of methods, before each move.
 *
 * @param look is handed the model and the gradient
 */
record Peek(BiConsumer<Model, Gradient> look) implements Method {

    @Override
    public Update update(Update inner, Training training) {
        return (model, gradient) -> {
            look.accept(model, gradient);
            return inner.step(model, gradient);
        };
    }
}
