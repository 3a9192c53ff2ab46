package dev.rote.audit.features;

import dev.rote.data.tables.LabelledTable;
import dev.rote.data.tables.RowFile;
import dev.rote.tensor.Seeds;
import dev.rote.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Opens whatever a user wants audited. */
public final class Inputs {

    private Inputs() {}

    /**
     * Pictures when the path is a folder, an idx file, CIFAR records or an npz archive; else a table, of texts when a column of texts is named.
     *
     * @param path file or folder
     * @param columns of a table; pictures have none
     * @param redacted whether errors and notices may not show what the data hold
     * @param seeds for what is drawn while encoding
     * @throws Problem when it cannot be audited, saying what is wrong and what to do
     */
    public static Input open(String path, Optional<Columns> columns, boolean redacted, Seeds seeds) {
        Path place = place(path);
        if (!Files.exists(place)) {
            throw Problem.wrongUse(
                            "does not exist",
                            "paths are relative to " + Path.of("").toAbsolutePath())
                    .in(path);
        }
        if (ImageInput.is(place)) {
            return columns.isEmpty() ? ImageInput.read(place, redacted, seeds) : refuse(path);
        }
        Columns asked = columns.orElseThrow(
                () -> Problem.wrongUse("is needed for a table", "name the column of the labels" + known(path))
                        .field("--label"));
        return asked.text().isPresent() ? TextInput.read(path, asked, seeds) : TableInput.read(path, asked, seeds);
    }

    /** The columns that a table has, if it can be read. */
    private static String known(String path) {
        try {
            return ": " + Said.list(new RowFile(path, new LabelledTable(path, "label")).names());
        } catch (IOException | IllegalArgumentException e) {
            return ""; // told when the label is named
        }
    }

    private static Path place(String path) {
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw Problem.wrongUse("is no path: " + e.getReason(), "").in(path).because(e);
        }
    }

    private static Input refuse(String path) {
        throw Problem.wrongUse(
                        "pictures have no columns", "leave out --label and the like; the folders are the classes")
                .in(path);
    }
}
