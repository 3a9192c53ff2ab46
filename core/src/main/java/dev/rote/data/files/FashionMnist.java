package dev.rote.data.files;

import dev.rote.data.NamedFiles;
import dev.rote.data.Parts;
import dev.rote.data.Source;
import dev.rote.tensor.Seeds;
import java.util.List;

/**
 * Fashion-MNIST: 60000 pictures of clothes to train on and 10000 to test on, grey, 28 x 28, ten classes of the same size.
 *
 * <p>Inputs have shape [1, 28, 28] and numbers from 0 to 1. The files are looked for where {@link NamedFiles} says, in the
 * folder {@code fashion-mnist}; the opened parts name those that were found. The id is the row in its file. Source: Xiao, Rasul,
 * Vollgraf 2017, <i>Fashion-MNIST: a novel image dataset</i>, arXiv 1708.07747.
 *
 * @param first how many of the train part to take, from its beginning; 0 takes all
 */
public record FashionMnist(int first) implements Source {

    private static final List<String> NAMES = List.of(
            "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot");

    /** All of it. */
    public FashionMnist() {
        this(0);
    }

    /** Throws {@link IllegalArgumentException} when the count is negative. */
    public FashionMnist {
        First.require(first);
    }

    @Override
    public Parts open(Seeds seeds) {
        return open(NamedFiles.usual(), seeds);
    }

    Parts open(NamedFiles places, Seeds seeds) {
        return MnistFiles.open(places, "fashion-mnist", NAMES, first, seeds);
    }
}
