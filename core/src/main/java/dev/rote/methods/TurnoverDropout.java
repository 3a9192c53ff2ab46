package dev.rote.methods;

import dev.rote.nets.Mode;
import dev.rote.nets.TurnoverMasks;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Training;
import java.util.List;

/**
 * Turn-over dropout (Kobayashi et al. 2020): each example is trained on through a mask of its own, always the same, so that the
 * net under the flipped mask never learns from it. What the example did is then told by two forward passes:
 *
 * <pre>
 * I(z; z_i) = L(f under the flipped mask of i, z) - L(f under the mask of i, z)
 * </pre>
 *
 * <p>Each mask lets a random half of the units of a layer through, doubled ({@link TurnoverMasks}). Without an example to forget, at
 * evaluation, the full net is used as it is. No layers is plain training.
 *
 * <p>A step of plain gradient descent on an example leaves the net under its flipped mask as it was, bit for bit, when every hidden layer
 * is masked and no parameter is outside of the masks. Biases, batch norm, unmasked layers and skip connections around a masked layer let
 * the example through; momentum and weight decay move the flipped net, too, though not on its account. Over many steps some of it comes
 * back by what other examples learn in between. Methods that drop or mix examples belong after this one: masks are those of the rows it is given.
 *
 * <p>Deviations: masks come from a counter-based hash; the authors' sine of a product loses its randomness in float32 for large ids. The
 * probability of a unit is one half always, without which a mask and its flip are not alike.
 *
 * @param layers names of the masked hidden layers, or {@code all}
 */
public record TurnoverDropout(List<String> layers) implements Method {

    /** All hidden layers. */
    public TurnoverDropout() {
        this(List.of("all"));
    }

    public TurnoverDropout {
        layers = List.copyOf(layers);
    }

    @Override
    public Loss loss(Loss inner, Training training) {
        TurnoverMasks masks = TurnoverMasks.of(layers, training.model(), training.random(TurnoverMasks.NAME));
        return pass -> inner.perExample(
                pass.mode() == Mode.EVAL
                        ? pass
                        : pass.hook(masks.own(pass.batch().ids())));
    }
}
