package dev.rote.data.files;

import dev.rote.data.NamedFiles;
import dev.rote.data.Parts;
import dev.rote.data.Source;
import dev.rote.tensor.Seeds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * CIFAR-10: colour pictures of 32 x 32 pixels in ten classes, 50000 to train on in five files, 10000 to test on.
 *
 * <p>Inputs have shape [3, 32, 32] and numbers from 0 to 1. The files are looked for where {@link NamedFiles} says, in the
 * folder {@code cifar10}. Of the train files those are taken that are there, which must be the first without a gap, so that the
 * id is the row in the whole set; the opened parts name the files that were found. Source: Krizhevsky 2009, <i>Learning
 * multiple layers of features from tiny images</i>.
 *
 * @param first how many of the train part to take, from its beginning; 0 takes all that is there
 */
public record Cifar10(int first) implements Source {

    private static final String SET = "cifar10";
    private static final int BATCHES = 5;
    private static final List<String> NAMES =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

    /** All that is there. */
    public Cifar10() {
        this(0);
    }

    /** Throws {@link IllegalArgumentException} when the count is negative. */
    public Cifar10 {
        First.require(first);
    }

    @Override
    public Parts open(Seeds seeds) {
        return open(NamedFiles.usual(), seeds);
    }

    Parts open(NamedFiles places, Seeds seeds) {
        places.get(SET, batch(1));
        List<String> train = new ArrayList<>();
        for (int i = 1; i <= BATCHES; i++) {
            Optional<Path> file = places.look(SET, batch(i));
            if (file.isPresent() && train.size() < i - 1) {
                throw new IllegalArgumentException(
                        file.get() + " is there, but not " + batch(train.size() + 1)
                                + ": ids would no longer be rows of the whole set; fetch that file, too, or take this one away");
            }
            file.ifPresent(found -> train.add(found.toString()));
        }
        Path test = places.get(SET, "test_batch.bin", "test_batch_first5000.bin");
        return First.of(new CifarBinary(train, List.of(test.toString()), 0, NAMES).open(seeds), first);
    }

    private static String batch(int number) {
        return "data_batch_" + number + ".bin";
    }
}
