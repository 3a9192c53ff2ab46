package dev.rote.app.catalog;

import dev.rote.noise.Noise;
import dev.rote.noise.SymmetricNoise;
import java.util.List;

/** How labels are spoiled. */
final class NoiseEntries {

    private NoiseEntries() {}

    static final List<Entry<?>> ALL = List.of(new Entry<>(
            Noise.class,
            "symmetric",
            new SymmetricNoise(),
            "replaces a share of the labels by uniformly drawn ones",
            "Doshi et al. 2024 (inclusive); Patrini et al. 2017 (exclusive)"));
}
