package dev.rote.data.files;

import dev.rote.data.Examples;
import dev.rote.data.Parts;
import dev.rote.data.Source;
import dev.rote.data.Target;
import dev.rote.tensor.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Pictures of 32 x 32 pixels in the binary records of CIFAR-10, plain or gzipped.
 *
 * <p>A record is one byte of label, then 1024 bytes each of red, green and blue, row by row; it makes an input of shape
 * [3, 32, 32] with numbers from 0 to 1. The id is the number of the record, counted on through the files of a part in the
 * order given. Source: Krizhevsky 2009, <i>Learning multiple layers of features from tiny images</i>, and the data's own page.
 *
 * @param train files to train on
 * @param test files to test on; empty when {@code split} makes the test part
 * @param split share of each class that is tested on where there are no test files, in [0, 1)
 * @param names what the classes are called; empty for ten that are just numbers
 */
public record CifarBinary(List<String> train, List<String> test, double split, List<String> names) implements Source {

    private static final int CLASSES = 10;

    /** The names under which CIFAR-10 is published, in the folder where Rote is started. */
    public CifarBinary() {
        this(
                List.of(
                        "data_batch_1.bin",
                        "data_batch_2.bin",
                        "data_batch_3.bin",
                        "data_batch_4.bin",
                        "data_batch_5.bin"),
                List.of("test_batch.bin"),
                0.2,
                List.of());
    }

    /** Throws {@link IllegalArgumentException} when there is no file to train on, or the split is no share. */
    public CifarBinary {
        train = List.copyOf(train);
        test = List.copyOf(test);
        names = List.copyOf(names);
        if (train.isEmpty()) {
            throw new IllegalArgumentException("train must name at least one file, was []");
        }
        Split.require("split", split);
    }

    @Override
    public Parts open(Seeds seeds) {
        return Opening.of(() -> read(seeds));
    }

    private Parts read(Seeds seeds) throws IOException {
        List<String> all = new ArrayList<>(train);
        all.addAll(test);
        Opening.files(all.stream().map(Path::of).toList());
        Examples training = part(train);
        Labels.requireSeveral(String.join(", ", train), training.labels());
        if (test.isEmpty()) {
            return Split.of(this, training, "split", split, seeds);
        }
        return new Parts(this, Map.of()).with("train", training).with("test", part(test));
    }

    private Examples part(List<String> files) throws IOException {
        Target.Classes classes = names.isEmpty() ? new Target.Classes(CLASSES) : new Target.Classes(names);
        return CifarRecords.read(files.stream().map(Path::of).toList(), classes);
    }
}
