package dev.rote.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of this repository that tests read: examples and documents. */
final class Repository {

    private Repository() {}

    /** A file or folder, by its path from the root. */
    static Path path(String path) {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("rote.cmd"))) {
            root = root.getParent();
        }
        return root.resolve(path);
    }

    /** The text of a file. */
    static String text(String path) {
        try {
            return Files.readString(path(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files in a folder whose names end so, by name. */
    static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.list(path(folder))) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code blocks of a language in a Markdown text. */
    static List<String> blocks(String markdown, String language) {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
                .matcher(markdown)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
