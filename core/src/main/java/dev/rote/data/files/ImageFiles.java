package dev.rote.data.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The pictures below a folder.
 *
 * @param root the folder
 * @param classes the names of its folders, sorted
 * @param paths the pictures below it, with '/' between names, sorted
 * @param labels the class of each
 */
record ImageFiles(Path root, List<String> classes, List<String> paths, int[] labels) {

    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "bmp", "gif", "webp");
    private static final int MOST = 10_000_000;
    private static final int DEEPEST = 32;

    /**
     * Lists a folder without opening a picture.
     *
     * @throws IOException naming the folder or file and the broken rule
     */
    static ImageFiles under(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new IOException(root + ": there is no such folder; paths are relative to "
                    + Path.of("").toAbsolutePath());
        }
        TreeMap<String, Integer> sorted = new TreeMap<>();
        List<String> classes = List.copyOf(folders(root));
        for (int label = 0; label < classes.size(); label++) {
            List<String> found = new ArrayList<>();
            Path folder = root.resolve(classes.get(label));
            Files.walkFileTree(folder, Set.of(), DEEPEST, new Pictures(root, found));
            if (found.isEmpty()) {
                throw new IOException(
                        folder + ": holds no picture; every folder is a class: put pictures in, or take it" + " away");
            }
            for (String path : found) {
                sorted.put(path, label);
            }
            Labels.rows(root.toString(), sorted.size());
            if (sorted.size() > MOST) {
                throw new IOException(root + ": holds more than " + MOST + " pictures");
            }
        }
        if (sorted.isEmpty()) {
            throw new IOException(
                    root + ": holds no folders; put the pictures of each class into a folder of their own");
        }
        int[] labels = sorted.values().stream().mapToInt(Integer::intValue).toArray();
        return new ImageFiles(root, classes, List.copyOf(sorted.keySet()), labels);
    }

    private static Set<String> folders(Path root) throws IOException {
        Set<String> folders = new TreeSet<>();
        try (Stream<Path> children = Files.list(root)) {
            for (Path child : (Iterable<Path>) children::iterator) {
                String name = child.getFileName().toString();
                if (name.startsWith(".")) {
                    continue;
                }
                if (Files.isSymbolicLink(child) || !Files.isDirectory(child)) {
                    throw new IOException(child
                            + ": must be a folder that is named as a class, is something else; take it" + " away");
                }
                folders.add(name);
            }
        }
        return folders;
    }

    /** Collects what is a picture by its name, and refuses the rest. */
    private static final class Pictures extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Path real;
        private final List<String> found;

        Pictures(Path root, List<String> found) throws IOException {
            this.root = root;
            this.real = root.toRealPath();
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return hidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (hidden(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isSymbolicLink()) {
                Path target = Opening.file(file).toRealPath();
                if (!target.startsWith(real)) {
                    throw new IOException(file + ": is a link that leads out of " + root + ", to " + target
                            + "; copy the picture instead");
                }
            } else if (!attributes.isRegularFile()) {
                throw new IOException(file + ": must be a picture, is a folder too deep or no file; take it away");
            }
            String name = file.getFileName().toString();
            if (!ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))) {
                throw new IOException(file + ": is no picture by its name; it must end in one of "
                        + new TreeSet<>(ENDINGS) + "; take it away");
            }
            found.add(root.relativize(file)
                    .toString()
                    .replace(file.getFileSystem().getSeparator(), "/"));
            return FileVisitResult.CONTINUE;
        }

        private static boolean hidden(Path path) {
            return path.getFileName().toString().startsWith(".");
        }
    }
}
