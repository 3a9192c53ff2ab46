package dev.rote.methods;

import dev.rote.data.Batch;
import dev.rote.data.Dataset;
import dev.rote.nets.Forward;
import dev.rote.nets.Mode;
import dev.rote.nets.Model;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.train.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The frozen normalisation after a block, as {@link dev.rote.nets.Blocks.Block} tells of it. */
final class FrozenNorm {

    private static final int BATCH = 256;

    private FrozenNorm() {}

    /** Whether the net has one after this layer. */
    static boolean isAfter(String layer, Model model) {
        return model.buffers().containsKey(layer + ".frozen.mean");
    }

    /** Makes it the identity. */
    static void remove(String layer, Map<String, Tensor> live) {
        live.get(layer + ".frozen.mean").fill_(0);
        live.get(layer + ".frozen.std").fill_(1);
    }

    /**
     * Sets it, while it is the identity, to the statistics of a batch over examples and places, as training sees them: 256 training
     * examples drawn from the seed, or all where there are fewer.
     */
    static void set(String layer, Training training) {
        Tensor hidden = hidden(layer, training);
        Tensor perChannel = hidden.transpose(0, 1).reshape(hidden.size(1), -1);
        Tensor mean = perChannel.mean(1, false);
        Tensor variance = perChannel.sub(mean.unsqueeze(1)).square().mean(1, false);
        Map<String, Tensor> buffers = training.model().buffers();
        buffers.get(layer + ".frozen.mean").copy_(mean);
        buffers.get(layer + ".frozen.std").copy_(variance.add(1e-5).sqrt());
    }

    private static Tensor hidden(String layer, Training training) {
        Model model = training.model();
        Dataset train = training.data("train");
        long[] ids = train.ids();
        Seeds seeds = training.random("layerwise-reinit").of(training.clock().step());
        int[] order = seeds.of("batch").permutation(ids.length);
        long[] some = IntStream.range(0, Math.min(BATCH, ids.length))
                .mapToLong(i -> ids[order[i]])
                .toArray();
        Batch batch = train.batch(some).move(model.place());
        List<Tensor> seen = new ArrayList<>();
        Forward how = new Forward(
                Mode.FROZEN,
                (name, hidden) -> {
                    if (name.equals(layer)) {
                        seen.add(hidden);
                    }
                    return hidden;
                },
                seeds,
                some);
        model.forward(batch.inputs(), how);
        return seen.get(0);
    }
}
