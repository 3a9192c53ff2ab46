package dev.rote.data.files;

import dev.rote.data.NamedFiles;
import dev.rote.data.Parts;
import dev.rote.data.Source;
import dev.rote.tensor.Seeds;
import java.util.List;

/**
 * MNIST: 60000 handwritten digits to train on and 10000 to test on, grey, 28 x 28.
 *
 * <p>Inputs have shape [1, 28, 28] and numbers from 0 to 1. The files are looked for where {@link NamedFiles} says, in the
 * folder {@code mnist}; the opened parts name those that were found. The id is the row in its file. Source: LeCun, Bottou, Bengio,
 * Haffner 1998, <i>Gradient-based learning applied to document recognition</i>.
 *
 * @param first how many of the train part to take, from its beginning; 0 takes all
 */
public record Mnist(int first) implements Source {

    /** All of it. */
    public Mnist() {
        this(0);
    }

    /** Throws {@link IllegalArgumentException} when the count is negative. */
    public Mnist {
        First.require(first);
    }

    @Override
    public Parts open(Seeds seeds) {
        return open(NamedFiles.usual(), seeds);
    }

    Parts open(NamedFiles places, Seeds seeds) {
        return MnistFiles.open(places, "mnist", List.of(), first, seeds);
    }
}
