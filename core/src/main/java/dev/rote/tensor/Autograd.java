package dev.rote.tensor;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Gradients by libtorch's reverse-mode differentiation. */
public final class Autograd {

    private Autograd() {}

    /** A switch that is set back when closed; always used in try-with-resources, because it is per thread. */
    public interface Guard extends AutoCloseable {
        @Override
        void close();
    }

    /** Records nothing for differentiation until closed. */
    public static Guard noGrad() {
        Engine.start();
        AutoGradMode mode = new AutoGradMode(false);
        return mode::close;
    }

    /** Records for differentiation until closed, also inside {@link #noGrad()}. */
    public static Guard enableGrad() {
        Engine.start();
        AutoGradMode mode = new AutoGradMode(true);
        return mode::close;
    }

    /**
     * Gradients of a scalar with respect to chosen tensors; no {@code grad} buffer is touched.
     *
     * @param output a scalar
     * @param inputs tensors that require gradients; one that the output does not depend on gets zeros
     * @param createGraph true when the gradients themselves will be differentiated (input-gradient penalties,
     *     Hessian-vector products)
     * @return one gradient per input, of its shape
     */
    public static List<Tensor> gradients(Tensor output, List<Tensor> inputs, boolean createGraph) {
        return gradients(output, inputs, createGraph, createGraph);
    }

    /** The same; {@code retainGraph} keeps what was recorded, so that more gradients can be taken from it, without recording these. */
    public static List<Tensor> gradients(Tensor output, List<Tensor> inputs, boolean createGraph, boolean retainGraph) {
        return gradients(List.of(output), List.of(), inputs, createGraph, retainGraph);
    }

    /**
     * Vector-Jacobian products {@code sum_k <v_k, d y_k / d x>}, without the sum being written down; what was recorded is kept, so that more
     * can be taken from it.
     *
     * @param outputs y_k; those that were not recorded are constant
     * @param along v_k, of their shapes
     * @param inputs tensors x that require gradients; one that no output depends on gets zeros
     * @return one product per input, of its shape
     */
    public static List<Tensor> products(List<Tensor> outputs, List<Tensor> along, List<Tensor> inputs) {
        List<Tensor> recorded = new ArrayList<>();
        List<Tensor> vectors = new ArrayList<>();
        for (int k = 0; k < outputs.size(); k++) {
            if (outputs.get(k).requiresGrad()) {
                recorded.add(outputs.get(k));
                vectors.add(along.get(k));
            }
        }
        return recorded.isEmpty()
                ? inputs.stream().map(Tensor::zerosLike).toList()
                : gradients(recorded, vectors, inputs, false, true);
    }

    private static List<Tensor> gradients(
            List<Tensor> of, List<Tensor> along, List<Tensor> inputs, boolean createGraph, boolean retainGraph) {
        try (var outputs = vector(of);
                var sources = vector(inputs);
                var vectors = vector(along);
                var retain = new BoolOptional(retainGraph);
                var result = torch.grad(outputs, sources, vectors, retain, createGraph, true)) {
            List<Tensor> gradients = new ArrayList<>(inputs.size());
            for (int i = 0; i < inputs.size(); i++) {
                // The vector owns its elements; a new handle outlives it.
                org.bytedeco.pytorch.Tensor element = result.get(i);
                gradients.add(
                        element.defined()
                                ? new Tensor(new org.bytedeco.pytorch.Tensor(element))
                                : inputs.get(i).zerosLike());
            }
            return gradients;
        }
    }

    private static TensorVector vector(List<Tensor> tensors) {
        return new TensorVector(tensors.stream().map(t -> t.raw).toArray(org.bytedeco.pytorch.Tensor[]::new));
    }

    /** Writes the gradients of a scalar into the {@linkplain Tensor#grad() grad} buffers of the parameters. */
    public static void backward(Tensor loss, List<Tensor> parameters) {
        List<Tensor> gradients = gradients(loss, parameters, false);
        try (Guard guard = noGrad()) {
            for (int i = 0; i < parameters.size(); i++) {
                parameters.get(i).grad().copy_(gradients.get(i));
            }
        }
    }
}
