package dev.rote.app;

import dev.rote.tensor.Autograd;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.List;

/** A small computation whose answer is known: an engine that gets it wrong must not be trusted with a large one. */
final class KnownAnswer {

    private KnownAnswer() {}

    /** Whether d/dx sum((x x)^2) at the matrix of ones is what paper and pencil say. */
    static boolean holds() {
        try (Scope scope = Scope.open()) {
            Tensor x = Place.FLOAT32.full(1, 3, 3).requiresGrad(true);
            Tensor y = x.mm(x).square().sum();
            float[] gradient = Autograd.gradients(y, List.of(x), false).get(0).toFloats();
            boolean right = y.item() == 81;
            for (float g : gradient) {
                right &= g == 36;
            }
            return right;
        }
    }
}
