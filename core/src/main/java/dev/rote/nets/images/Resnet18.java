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
 * ResNet-18 for small images (He et al. 2016): a 3 x 3 convolution of k channels without pool, then four stages of k, 2k, 4k
 * and 8k channels whose first block halves the image (but for the first stage), the mean over the image, a linear output.
 *
 * <p>A block is {@code relu(norm(conv(relu(norm(conv(x))))) + shortcut(x))}; the shortcut is x itself, or a 1 x 1 convolution
 * with norm where shapes change. Names are those of the code that is usual for CIFAR: {@code conv1.weight}, {@code bn1.weight},
 * {@code layer1.0.conv1.weight}, {@code layer2.0.shortcut.0.weight}, {@code linear.weight}; weights start as PyTorch's own do, as
 * there. Hidden layers: {@code relu} (the stem), {@code layer1.0}, {@code layer1.1}, ..., {@code avgpool} [N, 8k]. Each residual
 * block is a {@linkplain Blocks block}, the stem belongs to the first.
 *
 * @param width k, at least 1
 * @param blocks residual blocks per stage, four numbers of at least 1; [3, 4, 6, 3] is ResNet-34
 * @param frozenNorms whether each block is followed by a frozen normalisation, the identity until a method sets it
 */
public record Resnet18(int width, List<Integer> blocks, boolean frozenNorms) implements Net {

    /** 64 to 512 channels in two blocks per stage. */
    public Resnet18() {
        this(64, List.of(2, 2, 2, 2), false);
    }

    public Resnet18 {
        blocks = ResidualStages.checked(width, blocks);
    }

    private Chain layers(int outputs) {
        List<Layer> layers = new ArrayList<>();
        layers.add(Conv.same("conv1", width, 3, false));
        layers.add(new Norm("bn1"));
        layers.add(Rectifier.RELU);
        layers.add(new Spot("relu"));
        for (ResidualStages.At at : ResidualStages.places(width, blocks)) {
            layers.add(block(at));
            layers.add(Rectifier.RELU);
            layers.add(new BlockEnd(at.name(), frozenNorms));
        }
        layers.add(new AveragePool());
        layers.add(new Spot("avgpool"));
        layers.add(new Dense("linear", outputs));
        return new Chain(layers);
    }

    private static Residual block(ResidualStages.At at) {
        Chain main = Chain.of(
                new Conv(at.name() + ".conv1", at.channels(), 3, at.stride(), 1, false),
                new Norm(at.name() + ".bn1"),
                Rectifier.RELU,
                Conv.same(at.name() + ".conv2", at.channels(), 3, false),
                new Norm(at.name() + ".bn2"));
        Chain shortcut = at.changesShape()
                ? Chain.of(
                        new Conv(at.name() + ".shortcut.0", at.channels(), 1, at.stride(), 0, false),
                        new Norm(at.name() + ".shortcut.1"))
                : Chain.of();
        return new Residual(Chain.of(), main, shortcut);
    }

    @Override
    public double work(InputShape inputs, int outputs) {
        return ImageModel.work("resnet-18", layers(outputs), inputs);
    }

    @Override
    public Model build(InputShape inputs, int outputs, Place place, Seeds seeds) {
        return ImageModel.build("resnet-18", layers(outputs), Weights.Start.PYTORCH, inputs, place, seeds);
    }
}
