package dev.rote.app.catalog;

import dev.rote.nets.AnalyticTwoLayer;
import dev.rote.nets.Mlp;
import dev.rote.nets.Net;
import dev.rote.nets.TorchScript;
import dev.rote.nets.Transformer;
import dev.rote.nets.Twins;
import dev.rote.nets.TwoLayer;
import dev.rote.nets.images.Cnn7;
import dev.rote.nets.images.Cnn9;
import dev.rote.nets.images.PreActResnet18;
import dev.rote.nets.images.Resnet18;
import dev.rote.nets.images.SmallCnn;
import dev.rote.nets.images.Vgg11;
import java.util.List;

/** Architectures. */
final class NetEntries {

    private NetEntries() {}

    static final List<Entry<?>> ALL = List.of(
            new Entry<>(
                    Net.class,
                    "two-layer",
                    new TwoLayer(),
                    "W phi(U e_m + V e_n): the net whose memorising neurons can be seen",
                    "Gromov 2023"),
            new Entry<>(
                    Net.class,
                    "analytic-two-layer",
                    new AnalyticTwoLayer(),
                    "the closed-form solution of modular addition; train it for 0 steps",
                    "Gromov 2023"),
            new Entry<>(Net.class, "mlp", new Mlp(), "fully connected layers on tokens or features", ""),
            new Entry<>(
                    Net.class,
                    "transformer",
                    new Transformer(),
                    "an encoder without layer norm, read at the last position",
                    "Doshi et al. 2024, appendix"),
            new Entry<>(
                    Net.class, "small-cnn", new SmallCnn(), "stages of convolution and pool, then dense layers", ""),
            new Entry<>(Net.class, "cnn-7", new Cnn7(), "the 7-layer net of JoCoR", "Wei et al. 2020"),
            new Entry<>(Net.class, "cnn-9", new Cnn9(), "the 9-layer net of Co-teaching", "Han et al. 2018"),
            new Entry<>(
                    Net.class,
                    "resnet-18",
                    new Resnet18(),
                    "the residual net of 18 layers for small images, of any width",
                    "He et al. 2016"),
            new Entry<>(
                    Net.class,
                    "preact-resnet-18",
                    new PreActResnet18(),
                    "the same with activations before convolutions",
                    "He et al. 2016b"),
            new Entry<>(
                    Net.class,
                    "vgg-11",
                    new Vgg11(),
                    "eight convolutions with five pools, for small images",
                    "Simonyan and Zisserman 2015"),
            new Entry<>(
                    Net.class,
                    "twins",
                    new Twins(),
                    "two nets of one architecture that are trained together",
                    "Han et al. 2018"),
            new Entry<>(
                    Net.class,
                    "torchscript",
                    new TorchScript(),
                    "a net trained elsewhere, from a TorchScript file",
                    ""));
}
