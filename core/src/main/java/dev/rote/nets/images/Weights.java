package dev.rote.nets.images;

import dev.rote.nets.BatchNorm;
import dev.rote.nets.Blocks;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the layers of a net put what they draw: parameters and buffers by name, hidden layers, blocks. */
final class Weights {

    /** How weights and biases start. */
    enum Start {
        /** Normal of variance 2 / fan-in (He et al. 2015, equation 10), biases 0: keeps the scale of deep relu nets. */
        HE {
            @Override
            double[] weight(Seeds draws, int count, long fanIn) {
                return draws.gaussians(count, Math.sqrt(2.0 / fanIn));
            }

            @Override
            double[] bias(Seeds draws, int count, long fanIn) {
                return new double[count];
            }
        },
        /** Uniform within 1/sqrt(fan-in) of 0, biases too: what PyTorch does when it is told nothing. */
        PYTORCH {
            @Override
            double[] weight(Seeds draws, int count, long fanIn) {
                double bound = 1 / Math.sqrt(fanIn);
                double[] values = new double[count];
                for (int i = 0; i < count; i++) {
                    values[i] = bound * (2 * draws.uniform(i) - 1);
                }
                return values;
            }

            @Override
            double[] bias(Seeds draws, int count, long fanIn) {
                return weight(draws, count, fanIn);
            }
        };

        abstract double[] weight(Seeds draws, int count, long fanIn);

        abstract double[] bias(Seeds draws, int count, long fanIn);
    }

    final Map<String, Tensor> parameters = new LinkedHashMap<>();
    final Map<String, Tensor> buffers = new LinkedHashMap<>();
    final List<String> layers = new ArrayList<>();
    final List<Blocks.Block> blocks = new ArrayList<>();
    final Place place;
    private final Seeds seeds;
    private final Start start;
    private boolean coupled;

    Weights(Place place, Seeds seeds, Start start) {
        this.place = place;
        this.seeds = seeds;
        this.start = start;
    }

    /** A weight [outputs, ...] each of whose outputs sums over {@code fanIn} inputs. */
    Tensor weight(String name, long fanIn, long... shape) {
        long count = 1;
        for (long size : shape) {
            count = Math.multiplyExact(count, size);
        }
        return enter(name, start.weight(seeds.of(name), Math.toIntExact(count), fanIn), shape);
    }

    Tensor bias(String name, long fanIn, long count) {
        return enter(name, start.bias(seeds.of(name), Math.toIntExact(count), fanIn), count);
    }

    private Tensor enter(String name, double[] values, long... shape) {
        try (Scope scope = Scope.open()) { // the float64 draws die here
            Tensor parameter = scope.keep(place.of(values, shape)).requiresGrad(true);
            parameters.put(name, parameter);
            return parameter;
        }
    }

    BatchNorm batchNorm(String name, long channels) {
        coupled = true;
        return new BatchNorm(name, channels, place, parameters, buffers);
    }

    Tensor buffer(String name, double value, long size) {
        Tensor buffer = place.full(value, size);
        buffers.put(name, buffer);
        return buffer;
    }

    /** Whether batch norm makes an example's outputs depend on the others of its batch. */
    boolean coupled() {
        return coupled;
    }

    /** Ends a block: what was entered since the last one ended belongs to it. */
    void endBlock(String layer) {
        int parametersBefore =
                blocks.stream().mapToInt(block -> block.parameters().size()).sum();
        int buffersBefore =
                blocks.stream().mapToInt(block -> block.buffers().size()).sum();
        blocks.add(new Blocks.Block(
                layer,
                parameters.keySet().stream().skip(parametersBefore).toList(),
                buffers.keySet().stream().skip(buffersBefore).toList()));
    }
}
