package dev.rote.data.files;

import dev.rote.data.Examples;
import dev.rote.data.Parts;
import dev.rote.data.Source;
import dev.rote.data.Target;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Pictures in folders, one folder for each class; png, jpeg, bmp, gif (its first picture) and webp.
 *
 * <p>Classes are the names of the folders, sorted. Each picture is decoded when a batch asks for it and resized to one size
 * by {@link Resize}; inputs have shape [channels, H, W] and numbers from 0 to 1. The id is the position among the paths
 * below the folder, sorted. Names that begin with a dot are left out; any other file that is no picture is an error, and so
 * are a class without pictures and a link that leads out of the folder.
 *
 * @param train folder of the pictures to train on
 * @param test folder of those to test on, with the same classes; empty when {@code split} makes the test part
 * @param split share of each class that is tested on where there is no test folder, in [0, 1)
 * @param size height and width, [H, W], in pixels from 1 to 4096
 * @param channels 3 for red, green, blue; 1 for grey
 */
public record ImageFolder(String train, String test, double split, List<Integer> size, int channels) implements Source {

    private static final int LARGEST = 4096;

    /** A folder called train where Rote is started, a fifth of it to test on, 32 x 32 pixels in colour. */
    public ImageFolder() {
        this("train", "", 0.2, List.of(32, 32), 3);
    }

    /** Throws {@link IllegalArgumentException} when a value is out of range. */
    public ImageFolder {
        size = List.copyOf(size);
        if (train.isEmpty()) {
            throw new IllegalArgumentException("train must name a folder, was empty");
        }
        if (size.size() != 2 || size.stream().anyMatch(side -> side < 1 || side > LARGEST)) {
            throw new IllegalArgumentException(
                    "size must be [height, width], each from 1 to " + LARGEST + ", was " + size);
        }
        if (channels != 1 && channels != 3) {
            throw new IllegalArgumentException("channels must be 1 or 3, was " + channels);
        }
        Split.require("split", split);
    }

    @Override
    public Parts open(Seeds seeds) {
        return Opening.of(() -> read(seeds));
    }

    private Parts read(Seeds seeds) throws IOException {
        ImageFiles training = ImageFiles.under(Path.of(train));
        Examples examples = examples(training);
        Labels.requireSeveral(train, examples.labels());
        if (test.isEmpty()) {
            return Split.of(this, examples, "split", split, seeds);
        }
        if (Files.isDirectory(Path.of(test)) && Files.isSameFile(Path.of(train), Path.of(test))) {
            throw new IOException(test + ": is named twice, to train on and to test on; name two folders");
        }
        ImageFiles testing = ImageFiles.under(Path.of(test));
        if (!testing.classes().equals(training.classes())) {
            throw new IOException(test + ": its classes must be those of " + train + ", " + training.classes()
                    + ", were " + testing.classes());
        }
        return new Parts(this, Map.of()).with("train", examples).with("test", examples(testing));
    }

    private Examples examples(ImageFiles files) {
        InputShape.Features shape =
                new InputShape.Features(List.of((long) channels, (long) size.get(0), (long) size.get(1)));
        long[] ids = LongStream.range(0, files.paths().size()).toArray();
        return Examples.of(ids, new ImageRows(files, shape), new Target.Classes(files.classes()), files.labels());
    }
}
