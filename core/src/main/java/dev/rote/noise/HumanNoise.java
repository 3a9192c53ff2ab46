package dev.rote.noise;

import dev.rote.data.Dataset;
import dev.rote.tensor.Seeds;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Labels that people gave, from a CSV file: an example's label is replaced where the file has another one. Nothing is drawn.
 *
 * <p>The file has a header, a column of example ids (rows in the source) and columns of labels as whole numbers from 0, as that
 * of CIFAR-10N has (Wei et al. 2022). Rows of other examples than those of the part are passed over; every example of the part
 * needs one. A relative path is looked for in the working directory, then in the folder that the environment variable
 * ROTE_DATA names, then in {@code .rote/data} of the home directory.
 *
 * @param file path of the file
 * @param column its column of labels to take
 * @param id its column of example ids
 * @param clean its column of true labels, to be checked against those of the data; empty when it has none
 */
public record HumanNoise(String file, String column, String id, Optional<String> clean) implements Noise {

    /** The worst of three people's labels for CIFAR-10. */
    public HumanNoise() {
        this("cifar10n/CIFAR-10_human.csv", "worse_label", "index", Optional.of("clean_label"));
    }

    public HumanNoise {
        named("file", file);
        named("column", column);
        named("id", id);
        clean.ifPresent(name -> named("clean", name));
    }

    private static void named(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be empty");
        }
    }

    /** NaN: only the file can tell. */
    @Override
    public double fraction() {
        return Double.NaN;
    }

    @Override
    public Corrupted corrupt(Dataset clean, Seeds seeds) {
        int classes = Labels.classes(clean);
        long[] ids = clean.ids();
        long[] before = Labels.of(clean);
        long[] truth = Labels.truth(clean);
        long[] given = Labels.untouched(ids.length);
        Path path = LabelFile.find(file);
        try (LabelFile rows = LabelFile.open(path)) {
            int idColumn = rows.column(id);
            int labelColumn = rows.column(column);
            int cleanColumn = this.clean.map(rows::column).orElse(-1);
            while (rows.next()) {
                long example = rows.number(idColumn, Long.MAX_VALUE);
                long label = rows.number(labelColumn, classes - 1);
                long claimed = cleanColumn < 0 ? -1 : rows.number(cleanColumn, classes - 1);
                int at = Arrays.binarySearch(ids, example);
                if (at < 0) {
                    continue;
                }
                if (given[at] >= 0) {
                    throw rows.problem(id + " " + example + " stands there twice");
                }
                if (claimed >= 0 && claimed != truth[at]) {
                    throw rows.problem("example " + example + " has " + this.clean.orElseThrow() + " " + claimed
                            + ", but the data have label " + truth[at] + "; the file belongs to other data");
                }
                given[at] = label;
            }
        }
        long[] replacement = Labels.untouched(ids.length);
        for (int i = 0; i < ids.length; i++) {
            if (given[i] < 0) {
                throw new IllegalArgumentException(
                        path + " must have a row for each example, has none for " + id + " " + ids[i]);
            }
            replacement[i] = given[i] == before[i] ? -1 : given[i];
        }
        return new Corrupted(clean, before, replacement);
    }
}
