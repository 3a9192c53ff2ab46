package dev.rote.data.files;

import dev.rote.data.Examples;
import dev.rote.data.Parts;
import dev.rote.data.Source;
import dev.rote.tensor.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The names of four arrays that make data: inputs and labels, to train on and, unless both are empty, to test on. */
record Four(String trainInputs, String trainLabels, String testInputs, String testLabels) {

    /** Throws {@link IllegalArgumentException} when inputs come without labels, or nothing is there to train on. */
    Four {
        if (trainInputs.isEmpty() || trainLabels.isEmpty()) {
            throw new IllegalArgumentException("train_inputs and train_labels must both be named, were '" + trainInputs
                    + "' and '" + trainLabels + "'");
        }
        if (testInputs.isEmpty() != testLabels.isEmpty()) {
            throw new IllegalArgumentException("test_inputs and test_labels must both be named or both be empty, were '"
                    + testInputs + "' and '" + testLabels + "'");
        }
    }

    /** Finds an array by its name. */
    interface Lookup {
        NumberArray array(String name) throws IOException;
    }

    List<String> named() {
        return Stream.of(trainInputs, trainLabels, testInputs, testLabels)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Throws unless all four are files, each named once. */
    void requireFiles() throws IOException {
        Opening.files(named().stream().map(Path::of).toList());
    }

    /**
     * Reads a train and a test part.
     *
     * @param names of the classes; empty when they are just numbers
     * @param split what share makes the test part where none is named
     */
    Parts read(Source source, Lookup lookup, List<String> names, double split, Seeds seeds) throws IOException {
        Examples train = ArrayPart.train(lookup.array(trainInputs), lookup.array(trainLabels), names);
        if (testInputs.isEmpty()) {
            return Split.of(source, train, "split", split, seeds);
        }
        Examples test = ArrayPart.test(lookup.array(testInputs), lookup.array(testLabels), train);
        return new Parts(source, Map.of()).with("train", train).with("test", test);
    }
}
