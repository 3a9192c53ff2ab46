package dev.rote.data.files;

import dev.rote.data.Parts;
import dev.rote.data.Source;
import dev.rote.tensor.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Inputs and labels as named arrays of one npz file; the names of MedMNIST are the defaults.
 *
 * <p>As with {@link Idx}, unsigned bytes are divided by 255 and [N, H, W] makes inputs of shape [1, H, W]; labels are whole
 * numbers from 0, [N] or [N, 1]. Stored arrays are looked at where they lie, compressed ones are inflated once.
 *
 * @param file the archive
 * @param trainInputs the name of the array of inputs to train on
 * @param trainLabels the name of the array of their labels
 * @param testInputs the name of the array of inputs to test on; empty when {@code split} makes the test part
 * @param testLabels the name of the array of their labels; empty with {@code testInputs}
 * @param split share of each class that is tested on where there are no test arrays, in [0, 1)
 * @param names what the classes are called; empty when they are just numbers
 */
public record NpzFile(
        String file,
        String trainInputs,
        String trainLabels,
        String testInputs,
        String testLabels,
        double split,
        List<String> names)
        implements Source {

    /** A file in the folder where Rote is started, with the arrays that MedMNIST has. */
    public NpzFile() {
        this("data.npz", "train_images", "train_labels", "test_images", "test_labels", 0.2, List.of());
    }

    /** Throws {@link IllegalArgumentException} when an array is missing from a pair or named twice, or the split is no share. */
    public NpzFile {
        names = List.copyOf(names);
        Four four = new Four(trainInputs, trainLabels, testInputs, testLabels);
        if (four.named().stream().distinct().count() < four.named().size()) {
            throw new IllegalArgumentException("each array must be named once, was " + four.named());
        }
        Split.require("split", split);
    }

    @Override
    public Parts open(Seeds seeds) {
        return Opening.of(() -> read(seeds));
    }

    private Parts read(Seeds seeds) throws IOException {
        NpzReader npz = NpzReader.open(Path.of(file));
        return four().read(this, name -> npz.array(name).array(), names, split, seeds);
    }

    private Four four() {
        return new Four(trainInputs, trainLabels, testInputs, testLabels);
    }
}
