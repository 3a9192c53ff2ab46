package dev.rote.nets;

import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Seeds;

/**
 * Two nets of one architecture, drawn apart and trained by one optimizer, for methods in which they teach each other or must
 * agree (Han et al. 2018, Wei et al. 2020). Its outputs are the mean of the two nets' outputs; see {@link TwinsModel}.
 *
 * @param net the architecture of both, not twins itself
 */
public record Twins(Net net) implements Net {

    /** Two default {@link Mlp}s. */
    public Twins() {
        this(new Mlp());
    }

    public Twins {
        if (net instanceof Twins) {
            throw new IllegalArgumentException("net must be a single net, was twins; there are two nets, not four");
        }
    }

    @Override
    public double work(InputShape inputs, int outputs) {
        return 2 * net.work(inputs, outputs);
    }

    @Override
    public Model build(InputShape inputs, int outputs, Place place, Seeds seeds) {
        return new TwinsModel(
                net.build(inputs, outputs, place, seeds.of("first")),
                net.build(inputs, outputs, place, seeds.of("second")));
    }
}
