package dev.rote.app;

import dev.rote.app.catalog.Entries;
import dev.rote.app.catalog.Entry;
import dev.rote.claims.Paper;
import dev.rote.runs.Extension;
import dev.rote.yaml.Kinds;
import dev.rote.yaml.Problem;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Everything that can be named in a recipe or on the command line, written out; nothing is found by looking around. */
public final class Catalog {

    private final Kinds kinds;

    private Catalog(Kinds kinds) {
        this.kinds = kinds;
    }

    /** What Rote brings along. */
    public static Catalog own() {
        Kinds kinds = Kinds.none();
        for (Entry<?> entry : Entries.ALL) {
            kinds = add(kinds, entry);
        }
        return new Catalog(kinds);
    }

    private static <F> Kinds add(Kinds kinds, Entry<F> entry) {
        return kinds.with(entry.family(), entry.name(), entry.prototype());
    }

    /**
     * What Rote brings along and what users' jars add to it.
     *
     * @throws Problem when a jar is missing or declares no extension
     */
    public static Catalog with(List<Path> jars) {
        Kinds kinds = own().kinds;
        for (Path jar : jars) {
            if (!Files.isReadable(jar)) {
                throw Problem.wrongUse("must be a jar that can be read", "check the path after --with")
                        .in(jar.toString());
            }
            List<Extension> extensions = new ArrayList<>();
            // The loader stays open: the run needs the jar's classes for as long as the process lives.
            try {
                ServiceLoader.load(Extension.class, loader(jar)).forEach(extensions::add);
            } catch (ServiceConfigurationError | LinkageError e) {
                throw Problem.wrongUse("its extension cannot be loaded", "rebuild it against this version of Rote")
                        .in(jar.toString())
                        .because(e);
            }
            if (extensions.isEmpty()) {
                throw Problem.wrongUse(
                                "must declare an extension",
                                "name its class in META-INF/services/" + Extension.class.getName())
                        .in(jar.toString());
            }
            for (Extension extension : extensions) {
                kinds = add(kinds, extension, jar);
            }
        }
        return new Catalog(kinds);
    }

    private static Kinds add(Kinds kinds, Extension extension, Path jar) {
        try {
            return extension.add(kinds);
        } catch (IllegalArgumentException | LinkageError e) {
            throw Problem.wrongUse("its extension is refused: " + e.getMessage(), "")
                    .in(jar.toString())
                    .because(e);
        }
    }

    private static URLClassLoader loader(Path jar) {
        try {
            return new URLClassLoader(new URL[] {jar.toUri().toURL()}, Catalog.class.getClassLoader());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("cannot open " + jar, e);
        }
    }

    /** The names a recipe may use. */
    public Kinds kinds() {
        return kinds;
    }

    /** All of Rote's own entries. */
    public static List<Entry<?>> entries() {
        return Entries.ALL;
    }

    /** Rote's own entries of a family, in the order to be shown. */
    public static List<Entry<?>> entries(Class<?> family) {
        return Entries.ALL.stream().filter(entry -> entry.family() == family).toList();
    }

    /** All papers. */
    public static List<Paper> papers() {
        return Entries.PAPERS;
    }

    /**
     * The paper of that id.
     *
     * @throws Problem when there is none, naming those that there are
     */
    public static Paper paper(String id) {
        return Entries.PAPERS.stream()
                .filter(paper -> paper.citation().id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.wrongUse(
                                "is not the id of a paper",
                                "choose one of "
                                        + Entries.PAPERS.stream()
                                                .map(paper -> paper.citation().id())
                                                .collect(Collectors.joining(", ")))
                        .was("'" + id + "'"));
    }
}
