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
 * The 9-layer net of Co-teaching (Han et al. 2018): 3 x 3 convolutions of 128, 128, 128 channels, pool, dropout, 256, 256, 256,
 * pool, dropout, then 512, 256, 128 without padding, the mean over what is left of the image, and a linear output.
 *
 * <p>Each convolution is followed by batch norm and leaky relu of slope 0.01. Pools are 2 x 2 maxima; dropout takes whole
 * channels. Images must be at least 28 x 28. Names are those of the authors' code: {@code c1.weight}, {@code c1.bias}, {@code
 * bn1.weight}, ..., {@code l_c1.weight}; weights and biases start as PyTorch's own do, as there. Their code also drops when it
 * evaluates; here evaluation drops nothing.
 *
 * <p>Hidden layers {@code c1} to {@code c9} are what each convolution hands on: after norm, activation and, for c3 and c6, pool
 * and dropout. Each three are a {@linkplain Blocks block}.
 *
 * @param dropout probability of dropping a channel, in [0, 1)
 */
public record Cnn9(double dropout) implements Net {

    private static final int[] CHANNELS = {128, 128, 128, 256, 256, 256, 512, 256, 128};

    /** Dropout 0.25. */
    public Cnn9() {
        this(0.25);
    }

    public Cnn9 {
        new Dropout(dropout);
    }

    private Chain layers(int outputs) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i <= CHANNELS.length; i++) {
            String name = "c" + i;
            layers.add(new Conv(name, CHANNELS[i - 1], 3, 1, i <= 6 ? 1 : 0, true));
            layers.add(new Norm("bn" + i));
            layers.add(Rectifier.LEAKY_RELU);
            if (i == 3 || i == 6) {
                layers.add(new MaxPool("the pool after " + name));
                layers.add(new DropChannels(name, new Dropout(dropout)));
            }
            layers.add(i % 3 == 0 ? new BlockEnd(name, false) : new Spot(name));
        }
        layers.add(new AveragePool());
        layers.add(new Dense("l_c1", outputs));
        return new Chain(layers);
    }

    @Override
    public double work(InputShape inputs, int outputs) {
        return ImageModel.work("cnn-9", layers(outputs), inputs);
    }

    @Override
    public Model build(InputShape inputs, int outputs, Place place, Seeds seeds) {
        return ImageModel.build("cnn-9", layers(outputs), Weights.Start.PYTORCH, inputs, place, seeds);
    }
}
