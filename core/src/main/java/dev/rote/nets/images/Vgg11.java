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
 * VGG-11 with a head for small images (configuration A of Simonyan and Zisserman 2015): 3 x 3 convolutions of k, 2k, 4k, 4k, 8k,
 * 8k, 8k and 8k channels with relu, a 2 x 2 max pool after the first, second, fourth, sixth and eighth, the mean over what is
 * left of the image, and a linear output in place of the three dense layers for large images.
 *
 * <p>Images must be at least 32 x 32. Parameters are numbered as in torchvision's {@code features}: with batch norm {@code
 * features.0.weight} (convolution), {@code features.1.weight} (norm), relu 2, pool 3, ..., and {@code classifier.weight}. Weights
 * are normal of variance 2 / fan-in and biases start at 0 (He et al. 2015, equation 10), because without batch norm eight layers
 * of PyTorch's own start would hardly pass anything on. Hidden layers are the pools {@code features.3}, ...; each ends a
 * {@linkplain Blocks block}.
 *
 * @param width k, at least 1
 * @param batchNorm whether each convolution is batch-normalised before the activation
 * @param frozenNorms whether each pool is followed by a frozen normalisation, the identity until a method sets it
 */
public record Vgg11(int width, boolean batchNorm, boolean frozenNorms) implements Net {

    private static final int[][] STAGES = {{1}, {2}, {4, 4}, {8, 8}, {8, 8}};

    /** 64 to 512 channels with batch norm. */
    public Vgg11() {
        this(64, true, false);
    }

    public Vgg11 {
        if (width < 1) {
            throw new IllegalArgumentException("width must be at least 1, was " + width);
        }
    }

    private Chain layers(int outputs) {
        List<Layer> layers = new ArrayList<>();
        int index = 0;
        for (int[] stage : STAGES) {
            for (int factor : stage) {
                layers.add(Conv.same("features." + index++, factor * width, 3, true));
                if (batchNorm) {
                    layers.add(new Norm("features." + index++));
                }
                layers.add(Rectifier.RELU);
                index++;
            }
            String pool = "features." + index++;
            layers.add(new MaxPool(pool));
            layers.add(new BlockEnd(pool, frozenNorms));
        }
        layers.add(new AveragePool());
        layers.add(new Dense("classifier", outputs));
        return new Chain(layers);
    }

    @Override
    public double work(InputShape inputs, int outputs) {
        return ImageModel.work("vgg-11", layers(outputs), inputs);
    }

    @Override
    public Model build(InputShape inputs, int outputs, Place place, Seeds seeds) {
        return ImageModel.build("vgg-11", layers(outputs), Weights.Start.HE, inputs, place, seeds);
    }
}
