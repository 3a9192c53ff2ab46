package dev.rote.data.tables;

import dev.rote.data.Examples;
import dev.rote.tensor.Seeds;
import dev.rote.yaml.Binder;
import dev.rote.yaml.Kinds;
import dev.rote.yaml.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tables as a recipe says them, and what is in them. */
final class Tables {

    static final Seeds SEEDS = new Seeds(7);

    private Tables() {}

    /** A file in a folder. */
    static Path file(Path folder, String name, String text) {
        return file(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Path file(Path folder, String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The table of a file with the label {@code y}, and fields as written in a recipe. */
    static LabelledTable table(Path file, String... fields) {
        LabelledTable prototype = new LabelledTable(file.toString(), "y");
        String yaml = "{" + String.join(", ", fields) + "}";
        return new Binder(Kinds.none()).bind(prototype, Yaml.parse("test.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
    }

    static TableData read(Path file, String... fields) {
        return table(file, fields).read(SEEDS);
    }

    static Examples train(TableData data) {
        return (Examples) data.parts().get("train");
    }

    static Examples test(TableData data) {
        return (Examples) data.parts().get("test");
    }

    /** The numbers of one row. */
    static float[] row(Examples part, long id) {
        float[] numbers = new float[part.rows().width()];
        part.rows().read(id, numbers, 0);
        return numbers;
    }

    /** The name of the class of one row. */
    static String label(Examples part, long id) {
        int position = java.util.Arrays.binarySearch(part.ids(), id);
        return ((dev.rote.data.Target.Classes) part.target()).name(part.labels()[position]);
    }
}
