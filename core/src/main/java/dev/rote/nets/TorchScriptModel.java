package dev.rote.nets;

import dev.rote.tensor.Autograd;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.ScriptModule;
import dev.rote.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A loaded {@link TorchScript} file: parameters and buffers under the names they had, no hidden layers. */
final class TorchScriptModel implements Model {

    private final String file;
    private final ScriptModule module;
    private final int outputs;

    TorchScriptModel(String file, ScriptModule module, int outputs) {
        this.file = file;
        this.module = module;
        this.outputs = outputs;
        parameters().values().forEach(parameter -> parameter.requiresGrad(true));
    }

    @Override
    public Map<String, Tensor> parameters() {
        return module.parameters();
    }

    @Override
    public Map<String, Tensor> buffers() {
        return module.buffers();
    }

    @Override
    public List<String> layers() {
        return List.of();
    }

    @Override
    public boolean rowsAreIndependent() {
        return false; // nobody knows
    }

    @Override
    public Tensor forward(Tensor inputs, Forward how) {
        Tensor result;
        try {
            result = module.forward(inputs);
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(
                    file + " does not take inputs " + Arrays.toString(inputs.shape()) + " of " + inputs.dtype() + ": "
                            + refused.getMessage(),
                    refused);
        }
        if (!Arrays.equals(result.shape(), new long[] {inputs.size(0), outputs})) {
            throw new IllegalArgumentException(file + " must give [N, " + outputs + "], was "
                    + Arrays.toString(result.shape()) + " for " + inputs.size(0) + " examples");
        }
        return result;
    }

    /** Sends two examples of zeros through, so that what does not fit is said before training starts. */
    void tryOut(InputShape inputs, Place place) {
        try (Scope scope = Scope.open();
                Autograd.Guard guard = Autograd.noGrad()) {
            forward(inputs.zeros(2, place), Forward.evaluation(new long[] {0, 1}));
        }
    }
}
