package dev.rote.audit.features;

import dev.rote.data.Examples;
import dev.rote.data.Source;
import dev.rote.data.files.CifarBinary;
import dev.rote.data.files.FoundPictures;
import dev.rote.data.files.Idx;
import dev.rote.data.files.NpzFile;
import dev.rote.data.files.NpzReader;
import dev.rote.data.files.PictureFile;
import dev.rote.tensor.Seeds;
import dev.rote.yaml.Problem;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What holds pictures: a folder of folders, idx files, CIFAR records or an npz archive.
 *
 * @param examples all pictures (of a folder, also those that will turn out to be broken)
 * @param files of each picture; empty when they are all in one
 * @param notices what should be known
 */
record ImageSource(Examples examples, List<Path> files, List<String> notices) {

    private static final Set<String> PARTS = Set.of("train", "test", "val", "valid", "validation", "dev");
    private static final List<List<String>> ARRAYS = List.of(
            List.of("train_images", "train_labels"),
            List.of("x_train", "y_train"),
            List.of("images", "labels"),
            List.of("inputs", "labels"),
            List.of("data", "labels"),
            List.of("data", "target"),
            List.of("X", "y"),
            List.of("x", "y"));
    private static final int LOOKED_AT = 20;
    private static final int NATIVE = 64;
    private static final int USUAL = 32;

    /** Whether a path is for this and no table: a folder, or a file with one of the endings. */
    static boolean is(Path path) {
        String name = plain(path);
        return Files.isDirectory(path) || name.endsWith(".npz") || name.endsWith(".bin") || name.endsWith("-ubyte");
    }

    private static String plain(Path path) {
        return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    }

    /**
     * Opens it.
     *
     * @param redacted whether notices may not name files below a folder
     * @throws Problem when there is nothing that can be read
     */
    static ImageSource open(Path path, boolean redacted) {
        return Said.by(path.toString(), redacted, () -> {
            if (!Files.exists(path)) {
                throw Problem.wrongUse("does not exist", "").in(path.toString());
            }
            if (Files.isDirectory(path)) {
                return folder(path, redacted);
            }
            String name = plain(path);
            if (name.endsWith(".npz")) {
                return archive(path);
            }
            return name.endsWith(".bin") ? cifar(path, List.of(path)) : idx(path);
        });
    }

    private static ImageSource of(Source source, List<String> notices) {
        return new ImageSource((Examples) source.open(new Seeds(0)).get("train"), List.of(), notices);
    }

    private static ImageSource folder(Path folder, boolean redacted) throws IOException {
        TreeMap<String, Path> batches = new TreeMap<>();
        TreeMap<String, Path> images = new TreeMap<>();
        Set<String> folders = new TreeSet<>();
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : (Iterable<Path>) children::iterator) {
                String name = plain(child);
                if (Files.isDirectory(child)) {
                    folders.add(name);
                } else if (name.matches("data_batch_\\d+\\.bin")) {
                    batches.putIfAbsent(name, child);
                } else if (name.matches(".*images.*-ubyte")) {
                    images.putIfAbsent((name.startsWith("train") ? "0" : "1") + name, child);
                }
            }
        }
        if (!images.isEmpty()) {
            return idx(images.firstEntry().getValue());
        }
        if (!batches.isEmpty()) {
            return cifar(folder, List.copyOf(batches.values()));
        }
        if (!folders.isEmpty() && PARTS.containsAll(folders)) {
            throw Problem.wrongUse("holds parts of a data set, not classes", "audit one of them: " + folders)
                    .in(folder.toString());
        }
        return pictures(folder, redacted);
    }

    private static ImageSource pictures(Path folder, boolean redacted) {
        FoundPictures found = FoundPictures.under(folder);
        List<Path> files = found.files();
        List<Integer> size = size(files);
        return new ImageSource(
                found.examples(3, size.get(0), size.get(1)), files, notices(folder, found.strays(), redacted));
    }

    private static List<String> notices(Path folder, List<Path> strays, boolean redacted) {
        if (strays.isEmpty()) {
            return List.of();
        }
        boolean one = strays.size() == 1;
        String names =
                Said.list(strays.stream().map(file -> below(folder, file)).toList());
        return List.of((one ? "1 entry" : strays.size() + " entries") + " of the folder " + (one ? "is" : "are")
                + " left out: no picture by its name, a link, not readable, or a folder without pictures"
                + (redacted ? "." : ": " + names + "."));
    }

    /** How a file is called below the folder. */
    static String below(Path folder, Path file) {
        return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    /** The size of the first pictures if it is one and small, so that nothing is resized; else a usual one. */
    private static List<Integer> size(List<Path> files) {
        Set<List<Integer>> sizes = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
        for (int i = 0; i < Math.min(LOOKED_AT, files.size()); i++) {
            try {
                BufferedImage image = PictureFile.read(files.get((int) ((long) i * files.size() / LOOKED_AT)));
                sizes.add(List.of(image.getHeight(), image.getWidth()));
            } catch (IllegalArgumentException broken) {
                continue; // told when all are read
            }
        }
        List<Integer> usual = List.of(USUAL, USUAL);
        List<Integer> only = sizes.size() == 1 ? sizes.iterator().next() : usual;
        return Math.max(only.get(0), only.get(1)) <= NATIVE ? only : usual;
    }

    private static ImageSource cifar(Path path, List<Path> files) {
        boolean known = files.stream().allMatch(file -> plain(file).matches("(data|test)_batch.*"));
        List<String> names = known
                ? List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck")
                : List.of();
        List<String> notices = files.size() > 1
                ? List.of("Rows are counted on through " + Said.count(files.size(), "file") + " of " + path
                        + ", in the order of their names.")
                : List.of();
        return of(new CifarBinary(files.stream().map(Path::toString).toList(), List.of(), 0, names), notices);
    }

    private static ImageSource idx(Path images) {
        String name = images.getFileName().toString();
        String other = name.replace("images", "labels").replaceFirst("idx\\d", "idx1");
        for (String ending : List.of("", ".gz")) {
            Path labels = images.resolveSibling(other.replaceFirst("\\.gz$", "") + ending);
            if (!labels.equals(images) && Files.isRegularFile(labels)) {
                return of(new Idx(images.toString(), labels.toString(), "", "", 0, List.of()), List.of());
            }
        }
        throw Problem.wrongUse(
                        "has no labels beside it",
                        "put " + other + " into the same folder; name the file of the images")
                .in(images.toString());
    }

    private static ImageSource archive(Path path) throws IOException {
        Set<String> names = NpzReader.open(path).names();
        for (List<String> pair : ARRAYS) {
            if (names.containsAll(pair)) {
                List<String> notices = names.size() > 2
                        ? List.of("Of the arrays in " + path + ", " + pair.get(0) + " and " + pair.get(1)
                                + " are audited.")
                        : List.of();
                return of(new NpzFile(path.toString(), pair.get(0), pair.get(1), "", "", 0, List.of()), notices);
            }
        }
        throw Problem.wrongUse(
                        "has the arrays " + names + ", none of the pairs " + ARRAYS,
                        "name the arrays of inputs and labels images and labels")
                .in(path.toString());
    }
}
