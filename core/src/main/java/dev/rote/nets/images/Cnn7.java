package dev.rote.nets.images;

import dev.rote.nets.Blocks;
import dev.rote.nets.Model;
import dev.rote.nets.Net;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Seeds;
import java.util.ArrayList;
import java.util.List;

/**
 * The 7-layer net of JoCoR on CIFAR (Wei et al. 2020): 3 x 3 convolutions of 64, 64, 128, 128, 196 and 16 channels, each with
 * batch norm and relu, a 2 x 2 max pool after each pair, and a linear output (of 256 numbers at 32 x 32 pixels).
 *
 * <p>Names are those of the authors' code: {@code c1.weight}, {@code c1.bias}, {@code bn1.weight}, ..., {@code linear1.weight}.
 * Weights and biases start as PyTorch's own do, as there. Hidden layers {@code c1} to {@code c6} are what each convolution
 * hands on: after norm, activation and, for even ones, pool. Each pair is a {@linkplain Blocks block}.
 */
public record Cnn7() implements Net {

    private static final int[] CHANNELS = {64, 64, 128, 128, 196, 16};

    private static Chain layers(int outputs) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i <= CHANNELS.length; i++) {
            layers.add(Conv.same("c" + i, CHANNELS[i - 1], 3, true));
            layers.add(new Norm("bn" + i));
            layers.add(Rectifier.RELU);
            if (i % 2 == 0) {
                layers.add(new MaxPool("the pool after c" + i));
                layers.add(new BlockEnd("c" + i, false));
            } else {
                layers.add(new Spot("c" + i));
            }
        }
        layers.add(new Dense("linear1", outputs));
        return new Chain(layers);
    }

    @Override
    public double work(InputShape inputs, int outputs) {
        return ImageModel.work("cnn-7", layers(outputs), inputs);
    }

    @Override
    public Model build(InputShape inputs, int outputs, Place place, Seeds seeds) {
        return ImageModel.build("cnn-7", layers(outputs), Weights.Start.PYTORCH, inputs, place, seeds);
    }
}
