package dev.rote.data.files;

import dev.rote.data.Parts;
import dev.rote.data.Source;
import dev.rote.tensor.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Inputs and labels in npy files.
 *
 * <p>As with {@link Idx}, unsigned bytes are divided by 255 and [N, H, W] makes inputs of shape [1, H, W]; labels are whole
 * numbers from 0, [N] or [N, 1]. Files are mapped and may be larger than memory, but must not change while they are used.
 *
 * @param trainInputs the file of inputs to train on
 * @param trainLabels the file of their labels
 * @param testInputs the file of inputs to test on; empty when {@code split} makes the test part
 * @param testLabels the file of their labels; empty with {@code testInputs}
 * @param split share of each class that is tested on where there are no test files, in [0, 1)
 * @param names what the classes are called; empty when they are just numbers
 */
public record NpyFiles(
        String trainInputs, String trainLabels, String testInputs, String testLabels, double split, List<String> names)
        implements Source {

    /** Two files in the folder where Rote is started. */
    public NpyFiles() {
        this("inputs.npy", "labels.npy", "", "", 0.2, List.of());
    }

    /** Throws {@link IllegalArgumentException} when a file is missing from a pair, or the split is no share. */
    public NpyFiles {
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
        return four().read(this, name -> NpyReader.open(Path.of(name)).array(), names, split, seeds);
    }

    private Four four() {
        return new Four(trainInputs, trainLabels, testInputs, testLabels);
    }
}
