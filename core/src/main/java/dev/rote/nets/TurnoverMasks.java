package dev.rote.nets;

import dev.rote.tensor.Place;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The masks of turn-over dropout (Kobayashi et al. 2020): in each masked layer an example i owns a random half of the units for
 * good, m_i, and the others are its flipped mask, {@code 1 - m_i}. What is let through is doubled.
 *
 * <p>A net that meets an example under m_i only never changes the weights to and from the other units on its account. Unit j of layer l is
 * in m_i when bit j of a counter-based hash of (seeds, l, i) is set, so a mask is the same wherever, whenever and with whomever it is asked
 * for. Units are the features of a layer [N, W] or [N, length, W], and the channels of [N, C, H, W], whose weights serve all places.
 *
 * @param seeds what the masks are drawn from
 * @param layers names of the masked layers
 */
public record TurnoverMasks(Seeds seeds, Set<String> layers) {

    /** What trainings key these masks by. */
    public static final String NAME = "turnover-dropout";

    public TurnoverMasks {
        layers = Set.copyOf(layers);
    }

    /**
     * The masks for a model.
     *
     * @param wanted names of its layers; {@code all} for all of them
     * @throws IllegalArgumentException when it has no such layer
     */
    public static TurnoverMasks of(List<String> wanted, Model model, Seeds seeds) {
        Set<String> names = new LinkedHashSet<>();
        for (String layer : wanted) {
            if (layer.equals("all")) {
                names.addAll(model.layers());
            } else if (model.layers().contains(layer)) {
                names.add(layer);
            } else {
                throw new IllegalArgumentException("layers must be all or among " + model.layers() + ", was " + layer);
            }
        }
        return new TurnoverMasks(seeds, names);
    }

    /** Lets each row through the mask of its example; one id is for all rows. */
    public Hook own(long... ids) {
        return hook(ids, 1);
    }

    /** Lets each row through the flipped mask of its example, which has learned nothing of it; one id is for all rows. */
    public Hook flipped(long... ids) {
        return hook(ids, 0);
    }

    private Hook hook(long[] ids, long wanted) {
        return (layer, hidden) -> {
            if (!layers.contains(layer)) {
                return hidden;
            }
            if (ids.length != 1 && ids.length != hidden.size(0)) {
                throw new IllegalArgumentException(NAME + " has masks for " + ids.length + " examples, layer " + layer
                        + " has " + hidden.size(0) + " rows: put it before methods that drop examples");
            }
            return hidden.mul(factors(layer, ids, hidden, wanted));
        };
    }

    /** 2 where the bit of a unit is the wanted one, 0 elsewhere; shaped so that it spreads over the hidden layer. */
    private Tensor factors(String layer, long[] ids, Tensor hidden, long wanted) {
        int dim = hidden.dim();
        int units = Math.toIntExact(hidden.size(dim == 3 ? 2 : 1));
        float[] factors = new float[ids.length * units];
        Seeds source = seeds.of(layer);
        for (int row = 0; row < ids.length; row++) {
            Seeds own = source.of(ids[row]);
            long bits = 0;
            for (int unit = 0; unit < units; unit++) {
                bits = unit % Long.SIZE == 0 ? own.bits(unit / Long.SIZE) : bits >>> 1;
                factors[row * units + unit] = (bits & 1) == wanted ? 2 : 0;
            }
        }
        long[] shape = new long[dim];
        Arrays.fill(shape, 1);
        shape[0] = ids.length;
        shape[dim == 3 ? 2 : 1] = units;
        return Place.FLOAT32.of(factors, shape).move(hidden.place());
    }
}
