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
 * ResNet-18 with activations before convolutions, for small images (He et al. 2016, <i>Identity mappings in deep residual
 * networks</i>): as {@link Resnet18}, but a block is {@code a = relu(norm(x))}, {@code conv(relu(norm(conv(a)))) + shortcut}, where
 * the shortcut is x itself, or a 1 x 1 convolution of a where shapes change, and the stem is a convolution alone.
 *
 * <p>Names are those of the code that is usual for CIFAR: {@code conv1.weight}, {@code layer1.0.bn1.weight}, {@code
 * layer1.0.conv1.weight}, {@code layer2.0.shortcut.0.weight}, {@code bn.weight}, {@code linear.weight}; weights start as PyTorch's
 * own do, as there. Hidden layers: {@code conv1} (the stem), {@code layer1.0}, {@code layer1.1}, ..., {@code avgpool} [N, 8k]. Each
 * residual block is a {@linkplain Blocks block}, the stem belongs to the first.
 *
 * @param width k, at least 1
 * @param blocks residual blocks per stage, four numbers of at least 1; [3, 4, 6, 3] is PreAct-ResNet-34
 * @param finalNorm whether norm and relu stand before the mean over the image, as in the paper and in the code of Rice et al. 2020;
 *     the usual CIFAR code leaves them out
 */
public record PreActResnet18(int width, List<Integer> blocks, boolean finalNorm) implements Net {

    /** 64 to 512 channels in two blocks per stage, with a final norm. */
    public PreActResnet18() {
        this(64, List.of(2, 2, 2, 2), true);
    }

    public PreActResnet18 {
        blocks = ResidualStages.checked(width, blocks);
    }

    private Chain layers(int outputs) {
        List<Layer> layers = new ArrayList<>();
        layers.add(Conv.same("conv1", width, 3, false));
        layers.add(new Spot("conv1"));
        for (ResidualStages.At at : ResidualStages.places(width, blocks)) {
            layers.add(block(at));
            layers.add(new BlockEnd(at.name(), false));
        }
        if (finalNorm) {
            layers.add(new Norm("bn"));
            layers.add(Rectifier.RELU);
        }
        layers.add(new AveragePool());
        layers.add(new Spot("avgpool"));
        layers.add(new Dense("linear", outputs));
        return new Chain(layers);
    }

    private static Residual block(ResidualStages.At at) {
        Chain before = Chain.of(new Norm(at.name() + ".bn1"), Rectifier.RELU);
        Chain main = Chain.of(
                new Conv(at.name() + ".conv1", at.channels(), 3, at.stride(), 1, false),
                new Norm(at.name() + ".bn2"),
                Rectifier.RELU,
                Conv.same(at.name() + ".conv2", at.channels(), 3, false));
        Chain shortcut = at.changesShape()
                ? Chain.of(new Conv(at.name() + ".shortcut.0", at.channels(), 1, at.stride(), 0, false))
                : Chain.of();
        return new Residual(before, main, shortcut);
    }

    @Override
    public double work(InputShape inputs, int outputs) {
        return ImageModel.work("preact-resnet-18", layers(outputs), inputs);
    }

    @Override
    public Model build(InputShape inputs, int outputs, Place place, Seeds seeds) {
        return ImageModel.build("preact-resnet-18", layers(outputs), Weights.Start.PYTORCH, inputs, place, seeds);
    }
}
