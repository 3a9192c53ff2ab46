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

    /** Takes what cannot be a picture or a class of them. */
    @FunctionalInterface
    interface Stray {
        /**
         * Goes on without it, or throws.
         *
         * @param rule that it breaks, and what to do
         */
        void take(Path path, String rule) throws IOException;
    }

    /**
     * Lists a folder without opening a picture.
     *
     * @throws IOException naming the folder or file and the broken rule
     */
    static ImageFiles under(Path root) throws IOException {
        ImageFiles files = under(root, (path, rule) -> {
            throw new IOException(path + ": " + rule);
        });
        if (files.classes().isEmpty()) {
            throw new IOException(
                    root + ": holds no folders; put the pictures of each class into a folder of their own");
        }
        return files;
    }

    /** The same without what is stray; there may be no class then. */
    static ImageFiles under(Path root, Stray stray) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new IOException(root + ": there is no such folder; paths are relative to "
                    + Path.of("").toAbsolutePath());
        }
        TreeMap<String, Integer> sorted = new TreeMap<>();
        List<String> classes = new ArrayList<>();
        for (String name : folders(root, stray)) {
            List<String> found = new ArrayList<>();
            Path folder = root.resolve(name);
            Files.walkFileTree(folder, Set.of(), DEEPEST, new Pictures(root, found, stray));
            if (found.isEmpty()) {
                stray.take(folder, "holds no picture; every folder is a class: put pictures in, or take it away");
                continue;
            }
            for (String path : found) {
                sorted.put(path, classes.size());
            }
            classes.add(name);
            Labels.rows(root.toString(), sorted.size());
            if (sorted.size() > MOST) {
                throw new IOException(root + ": holds more than " + MOST + " pictures");
            }
        }
        int[] labels = sorted.values().stream().mapToInt(Integer::intValue).toArray();
        return new ImageFiles(root, List.copyOf(classes), List.copyOf(sorted.keySet()), labels);
    }

    /** Whether a file is a picture by its name. */
    static boolean isPicture(Path file) {
        String name = file.getFileName().toString();
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private static Set<String> folders(Path root, Stray stray) throws IOException {
        Set<String> folders = new TreeSet<>();
        try (Stream<Path> children = Files.list(root)) {
            for (Path child : (Iterable<Path>) children::iterator) {
                String name = child.getFileName().toString();
                if (name.startsWith(".")) {
                    continue;
                }
                if (Files.isSymbolicLink(child) || !Files.isDirectory(child)) {
                    String is = Files.isSymbolicLink(child) ? "a link" : "a file";
                    stray.take(child, "must be a folder that is named as a class, is " + is + "; take it away");
                    continue;
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
        private final Stray stray;

        Pictures(Path root, List<String> found, Stray stray) throws IOException {
            this.stray = stray;
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
            String rule = rule(file, attributes);
            if (rule.isEmpty()) {
                found.add(root.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "/"));
            } else {
                stray.take(file, rule);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            stray.take(file, "cannot be read (" + e.getClass().getSimpleName() + "); give yourself the right to");
            return FileVisitResult.CONTINUE;
        }

        /** The rule that a file breaks, or nothing. */
        private String rule(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isSymbolicLink()) {
                if (!Files.isRegularFile(file)) {
                    return Files.exists(file)
                            ? "is a link, and must be a file; take it away"
                            : "is a link, and there is no such file; take it away";
                }
                Path target = file.toRealPath();
                if (!target.startsWith(real)) {
                    return "is a link that leads out of " + root + ", to " + target + "; copy the picture instead";
                }
            } else if (!attributes.isRegularFile()) {
                return "must be a picture, is a folder too deep or no file; take it away";
            }
            return isPicture(file)
                    ? ""
                    : "is no picture by its name; it must end in one of " + new TreeSet<>(ENDINGS) + "; take it away";
        }

        private static boolean hidden(Path path) {
            return path.getFileName().toString().startsWith(".");
        }
    }
}
