package dev.rote.nets.images;

import dev.rote.nets.Blocks;
import dev.rote.nets.Dropout;
import dev.rote.nets.Model;
import dev.rote.nets.Net;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Seeds;
import java.util.ArrayList;
import java.util.List;

/**
 * A plain convolutional net: stages of {@code drop(pool(relu(norm(conv(x)))))}, then dense layers {@code drop(relu(W x + b))},
 * then a linear output.
 *
 * <p>Convolutions keep height and width, each 2 x 2 max pool halves them. Weights are normal of variance 2 / fan-in and biases
 * start at 0 (He et al. 2015, equation 10), so that it also trains without batch norm. A convolution before batch norm has no
 * bias, which the norm would take out again; dense layers have no batch norm.
 *
 * <p>Parameters: {@code stages.I.conv.weight} [M, C, k, k], {@code stages.I.norm.weight} [M], ..., {@code hidden.J.weight},
 * {@code output.weight} [K, ...] and biases. Hidden layers: {@code stages.I} after pool and dropout [N, M, H, W], {@code
 * hidden.J} [N, width]. Each stage is a {@linkplain Blocks block}; dense layers and output are the head.
 *
 * <p>[32, 64, 128, 256] is a net for reinitialisation block by block; [64, 128, 256] with hidden [128, 256] and without batch
 * norm is the small net for irreducible losses of Mindermann et al. 2022.
 *
 * @param channels M of each stage, at least one stage, each at least 1
 * @param kernel side of the convolutions' squares, odd, at least 1
 * @param batchNorm whether stages are batch-normalised before the activation
 * @param dropout probability of dropping a number, in [0, 1)
 * @param hidden width of each dense layer before the output, each at least 1; none by default
 * @param frozenNorms whether each stage ends in a frozen normalisation, the identity until a method sets it
 */
public record SmallCnn(
        List<Integer> channels,
        int kernel,
        boolean batchNorm,
        double dropout,
        List<Integer> hidden,
        boolean frozenNorms)
        implements Net {

    /** Two stages of 32 and 64 channels with batch norm. */
    public SmallCnn() {
        this(List.of(32, 64), 3, true, 0, List.of(), false);
    }

    public SmallCnn {
        channels = List.copyOf(channels);
        hidden = List.copyOf(hidden);
        if (channels.isEmpty() || channels.stream().anyMatch(width -> width < 1)) {
            throw new IllegalArgumentException("channels must be one number of at least 1 per stage, was " + channels);
        }
        if (hidden.stream().anyMatch(width -> width < 1)) {
            throw new IllegalArgumentException("hidden must be widths of at least 1, was " + hidden);
        }
        if (kernel < 1 || kernel % 2 == 0) {
            throw new IllegalArgumentException("kernel must be odd and at least 1, was " + kernel);
        }
        new Dropout(dropout);
    }

    private Chain layers(int outputs) {
        List<Layer> layers = new ArrayList<>();
        Dropout drop = new Dropout(dropout);
        for (int i = 0; i < channels.size(); i++) {
            String name = "stages." + i;
            layers.add(Conv.same(name + ".conv", channels.get(i), kernel, !batchNorm));
            if (batchNorm) {
                layers.add(new Norm(name + ".norm"));
            }
            layers.add(Rectifier.RELU);
            layers.add(new MaxPool(name + ".pool"));
            layers.add(new Drop(name, drop));
            layers.add(new BlockEnd(name, frozenNorms));
        }
        for (int j = 0; j < hidden.size(); j++) {
            String name = "hidden." + j;
            layers.add(new Dense(name, hidden.get(j)));
            layers.add(Rectifier.RELU);
            layers.add(new Drop(name, drop));
            layers.add(new Spot(name));
        }
        layers.add(new Dense("output", outputs));
        return new Chain(layers);
    }

    @Override
    public double work(InputShape inputs, int outputs) {
        return ImageModel.work("small-cnn", layers(outputs), inputs);
    }

    @Override
    public Model build(InputShape inputs, int outputs, Place place, Seeds seeds) {
        return ImageModel.build("small-cnn", layers(outputs), Weights.Start.HE, inputs, place, seeds);
    }
}
