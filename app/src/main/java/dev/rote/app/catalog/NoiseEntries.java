package dev.rote.app.catalog;

import dev.rote.noise.AsymmetricNoise;
import dev.rote.noise.HumanNoise;
import dev.rote.noise.InstanceNoise;
import dev.rote.noise.Noise;
import dev.rote.noise.PairNoise;
import dev.rote.noise.SymmetricNoise;
import dev.rote.noise.TransitionNoise;
import java.util.List;

/** How labels are spoiled. */
final class NoiseEntries {

    private NoiseEntries() {}

    static final List<Entry<?>> ALL = List.of(
            new Entry<>(
                    Noise.class,
                    "symmetric",
                    new SymmetricNoise(),
                    "replaces a share of the labels by uniformly drawn ones",
                    "Doshi et al. 2024 (inclusive); Patrini et al. 2017 (exclusive)"),
            new Entry<>(
                    Noise.class,
                    "pair",
                    new PairNoise(),
                    "replaces a share of the labels by the next class",
                    "Han et al. 2018"),
            new Entry<>(
                    Noise.class,
                    "asymmetric",
                    new AsymmetricNoise(),
                    "replaces labels of some classes by one that looks alike",
                    "Patrini et al. 2017"),
            new Entry<>(
                    Noise.class,
                    "transition",
                    new TransitionNoise(),
                    "draws each label from the row of a matrix that you give",
                    ""),
            new Entry<>(
                    Noise.class,
                    "instance",
                    new InstanceNoise(),
                    "replaces labels depending on what the example looks like",
                    "Xia et al. 2020"),
            new Entry<>(
                    Noise.class,
                    "human",
                    new HumanNoise(),
                    "takes the labels that people gave from a CSV file",
                    "Wei et al. 2022 (CIFAR-10N)"));
}
