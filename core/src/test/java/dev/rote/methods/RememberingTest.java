package dev.rote.methods;

import dev.rote.tensor.Autograd;
import dev.rote.tensor.Place;
import dev.rote.tensor.Tensor;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Training;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Holds the loop to its promise that what a method keeps, or trains beside the model, survives an interruption. */
class RememberingTest implements MethodContract {

    /**
     * Weights losses by their running mean, and by a factor that is trained.
     *
     * @param strength how much, at least 0
     */
    private record Remembering(double strength) implements Method {

        Remembering {
            if (!(strength >= 0)) {
                throw new IllegalArgumentException("strength must be at least 0, was " + strength);
            }
        }

        @Override
        public Loss loss(Loss inner, Training training) {
            Tensor mean = training.keep("remembering.mean", () -> Place.FLOAT64.zeros(1));
            Tensor factor = training.parameter("remembering.factor", () -> Place.FLOAT64.full(0.5, 1));
            return pass -> {
                Tensor losses = inner.perExample(pass);
                if (pass.first()) {
                    try (Autograd.Guard guard = Autograd.noGrad()) {
                        mean.lerp_(losses.mean().reshape(1).to(mean.dtype()), 0.5);
                    }
                }
                Tensor weight = mean.add(factor).mul(strength).add(1);
                return losses.mul(weight.to(losses.dtype()));
            };
        }
    }

    @Override
    public Method method() {
        return new Remembering(2);
    }

    @Override
    public Method nothing() {
        return new Remembering(0);
    }

    @Override
    public boolean wrapsLoss() {
        return true;
    }

    @Override
    public Map<String, ThrowingCallable> refusals() {
        return Map.of("strength must be at least 0, was -1.0", () -> new Remembering(-1));
    }
}
