package dev.rote.data.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * Several named arrays in one file, as {@code numpy.savez} and {@code numpy.savez_compressed} write them: a zip archive of
 * npy files. What is not asked for is not read, and no name in it ever becomes the name of a file.
 */
public final class NpzReader {

    private static final String ENDING = ".npy";

    private final Path file;
    private final ZipDirectory directory;

    private NpzReader(Path file, ZipDirectory directory) {
        this.file = file;
        this.directory = directory;
    }

    /**
     * Opens an archive and reads its directory.
     *
     * @throws IOException naming the file and the broken rule
     */
    public static NpzReader open(Path file) throws IOException {
        return new NpzReader(file, ZipDirectory.open(file));
    }

    /** The names of the arrays, sorted. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (String entry : directory.names()) {
            if (entry.endsWith(ENDING)) {
                names.add(entry.substring(0, entry.length() - ENDING.length()));
            }
        }
        return names;
    }

    /**
     * One array.
     *
     * @throws IOException when there is none of this name, naming those that exist; or as {@link NpyReader#open(Path)}
     */
    public NpyReader array(String name) throws IOException {
        if (!names().contains(name)) {
            throw new IOException(file + ": has no array '" + name + "', only " + names());
        }
        return NpyReader.of(file + ": " + name, directory.entry(name + ENDING));
    }
}
