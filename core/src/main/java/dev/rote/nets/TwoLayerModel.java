package dev.rote.nets;

import dev.rote.tensor.DType;
import dev.rote.tensor.Place;
import dev.rote.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Weights of a {@link TwoLayer} net: {@code u.weight} [p, N] and {@code v.weight} [p, N] (PyTorch embeddings, the
 * transposes of U and V) and {@code w.weight} [K, N] (a PyTorch linear layer without bias).
 */
final class TwoLayerModel implements Model, ResidueWeights, Neurons {

    private final TwoLayer net;
    private final Map<String, Tensor> parameters;
    private final Map<String, Tensor> buffers = new LinkedHashMap<>();
    private final Tensor u;
    private final Tensor v;
    private final Tensor w;
    private final Dropout dropout;
    private final @Nullable BatchNorm norm;

    TwoLayerModel(TwoLayer net, Map<String, Tensor> weights, Place place) {
        this.net = net;
        parameters = new LinkedHashMap<>(weights);
        u = weights.get("u.weight").requiresGrad(true);
        v = weights.get("v.weight").requiresGrad(true);
        w = weights.get("w.weight").requiresGrad(true);
        dropout = new Dropout(net.dropout());
        norm = net.batchNorm() ? new BatchNorm("norm", net.width(), place, parameters, buffers) : null;
    }

    @Override
    public Map<String, Tensor> parameters() {
        return parameters;
    }

    @Override
    public Map<String, Tensor> buffers() {
        return buffers;
    }

    @Override
    public List<String> layers() {
        return List.of("hidden");
    }

    @Override
    public Tensor forward(Tensor inputs, Forward how) {
        return hidden(inputs, how).mm(w.t());
    }

    private Tensor hidden(Tensor inputs, Forward how) {
        Tensor active = net.activation().apply(dropout.apply(sums(inputs), how, "hidden"));
        return how.hook().at("hidden", norm == null ? active : norm.apply(active, how.mode()));
    }

    /** U e_m + V e_n for tokens [N, 2]; for weights of tokens [N, 2p] their mixture. */
    private Tensor sums(Tensor inputs) {
        if (inputs.dtype() == DType.INT64) {
            return u.indexSelect(0, inputs.select(1, 0)).add(v.indexSelect(0, inputs.select(1, 1)));
        }
        int p = (int) u.size(0);
        return inputs.narrow(1, 0, p).mm(u).add(inputs.narrow(1, p, p).mm(v));
    }

    @Override
    public Optional<Backprop> backprop() {
        boolean known = net.activation() == Activation.SQUARE || net.activation() == Activation.RELU;
        return known && norm == null
                ? Optional.of(new TwoLayerBackprop(u, v, w, net.activation(), dropout))
                : Optional.empty();
    }

    @Override
    public Map<String, Tensor> residueWeights() {
        Map<String, Tensor> rows = new LinkedHashMap<>();
        rows.put("u", u.detach().t());
        rows.put("v", v.detach().t());
        rows.put("w", w.detach().t());
        return rows;
    }

    @Override
    public Tensor activations(Tensor inputs) {
        return hidden(inputs, Forward.evaluation(new long[(int) inputs.size(0)]));
    }

    @Override
    public Tensor readout() {
        return w.detach();
    }
}
