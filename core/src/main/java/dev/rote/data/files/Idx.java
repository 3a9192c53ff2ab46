package dev.rote.data.files;

import dev.rote.data.Parts;
import dev.rote.data.Source;
import dev.rote.tensor.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Inputs and labels in idx files, plain or gzipped: the format of MNIST and its kin.
 *
 * <p>Unsigned bytes are brightness and divided by 255; other types are taken as they are. Files of three dimensions
 * [N, H, W] hold grey pictures and make inputs of shape [1, H, W]; others [N, dims...] make [dims...]. Plain files are
 * mapped and may be larger than memory, but must not change while they are used; gzipped ones are inflated once. The id is
 * the row in its file.
 *
 * @param trainInputs the file of inputs to train on
 * @param trainLabels the file of their labels, whole numbers from 0
 * @param testInputs the file of inputs to test on; empty when {@code split} makes the test part
 * @param testLabels the file of their labels; empty with {@code testInputs}
 * @param split share of each class that is tested on where there are no test files, in [0, 1)
 * @param names what the classes are called; empty when they are just numbers
 */
public record Idx(
        String trainInputs, String trainLabels, String testInputs, String testLabels, double split, List<String> names)
        implements Source {

    /** The names under which MNIST is published, in the folder where Rote is started. */
    public Idx() {
        this(
                "train-images-idx3-ubyte.gz",
                "train-labels-idx1-ubyte.gz",
                "t10k-images-idx3-ubyte.gz",
                "t10k-labels-idx1-ubyte.gz",
                0.2,
                List.of());
    }

    /** Throws {@link IllegalArgumentException} when a file is missing from a pair, or the split is no share. */
    public Idx {
        names = List.copyOf(names);
        new Four(trainInputs, trainLabels, testInputs, testLabels);
        Split.require("split", split);
    }

    @Override
    public Parts open(Seeds seeds) {
        return Opening.of(() -> read(seeds));
    }

    private Parts read(Seeds seeds) throws IOException {
        four().requireFiles();
        return four().read(this, name -> IdxFile.read(Path.of(name)), names, split, seeds);
    }

    private Four four() {
        return new Four(trainInputs, trainLabels, testInputs, testLabels);
    }
}
