package dev.rote.data.files;

import dev.rote.data.Examples;
import dev.rote.data.Target;
import dev.rote.tensor.InputShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The pictures in somebody's folder of folders, whatever else lies there: where {@link ImageFolder} refuses, this goes on without what
 * is no picture and without folders that hold none, and tells which.
 */
public final class FoundPictures {

    private final ImageFiles pictures;
    private final List<Path> strays;

    private FoundPictures(ImageFiles pictures, List<Path> strays) {
        this.pictures = pictures;
        this.strays = List.copyOf(strays);
    }

    /**
     * Looks, without opening a picture.
     *
     * @throws IllegalArgumentException when there are not two folders that hold pictures, saying what there is
     */
    public static FoundPictures under(Path root) {
        return Opening.of(() -> {
            List<Path> strays = new ArrayList<>();
            ImageFiles pictures = ImageFiles.under(root, (path, rule) -> strays.add(path));
            List<String> classes = pictures.classes();
            if (classes.isEmpty()) {
                boolean flat = strays.stream().anyMatch(ImageFiles::isPicture);
                throw new IOException(root + ": holds " + (flat ? "pictures, but " : "")
                        + "no folder of pictures; put the pictures of each class into a folder of their own");
            }
            if (classes.size() == 1) {
                throw new IOException(root + ": holds only one folder of pictures, '" + classes.get(0)
                        + "', and so one class; name the folder around the folders of all classes");
            }
            return new FoundPictures(pictures, strays);
        });
    }

    /** The pictures, in the order of their paths below the folder. */
    public List<Path> files() {
        return pictures.paths().stream().map(pictures.root()::resolve).toList();
    }

    /** What is left out: files that are no pictures, links that lead out, folders without pictures. */
    public List<Path> strays() {
        return strays;
    }

    /** The pictures as arrays, [channels, height, width], decoded when they are asked for; the id is the position in {@link #files}. */
    public Examples examples(int channels, int height, int width) {
        InputShape.Features shape = new InputShape.Features(List.of((long) channels, (long) height, (long) width));
        long[] ids = LongStream.range(0, pictures.paths().size()).toArray();
        return Examples.of(
                ids, new ImageRows(pictures, shape), new Target.Classes(pictures.classes()), pictures.labels());
    }
}
