package dev.rote.app.catalog;

import dev.rote.nets.AnalyticTwoLayer;
import dev.rote.nets.Mlp;
import dev.rote.nets.Net;
import dev.rote.nets.Transformer;
import dev.rote.nets.TwoLayer;
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
                    "Doshi et al. 2024, appendix"));
}
