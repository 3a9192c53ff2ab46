package dev.rote.data.tables;

import dev.rote.data.Parts;
import dev.rote.data.Source;
import dev.rote.tensor.Seeds;
import java.util.List;
import java.util.Optional;

/**
 * A file of the user's with one example per row and the class in one column: CSV, TSV, Parquet or JSON lines.
 *
 * <p>At most one of {@code testFile}, {@code splitColumn} and {@code group} is given; without the first two, {@code test}
 * says how large the test part is. The id of an example is its row, from 0. Columns are typed and encoded as the train rows
 * teach; see {@link NumberColumn}, {@link DateColumn} and {@link CategoryColumn}. Nothing holds the file in memory.
 *
 * @param file its path, from the folder where the program was started
 * @param label the column of the classes, whose texts are their names
 * @param features the columns to learn from; empty for all that are left
 * @param exclude columns to leave out
 * @param id a column to leave out in which no two rows may agree
 * @param test share of the test part, from 0 (no test part) to below 1, drawn class by class, or by whole groups
 * @param testFile a file with the same columns that is the test part
 * @param splitColumn a column to leave out that says which rows are the test part
 * @param testValue what it says then
 * @param group a column to leave out; rows that agree in it stay together
 * @param header whether the first line has the names; else they are column0, column1, ...
 * @param separator between values: one character, {@code tab}, or {@code auto}: which of {@code , ; tab |} is most frequent in
 *     the first line
 * @param encoding of text files: {@code utf-8}, {@code latin-1}, {@code utf-16}, or any that Java knows
 * @param missing what stands for a missing value beside nothing at all, as written; labels are never missing by this
 * @param unknown what to do with a category that only the test part has
 * @param maxCategories different texts in a column at most, at least 1
 */
public record LabelledTable(
        String file,
        String label,
        List<String> features,
        List<String> exclude,
        Optional<String> id,
        double test,
        Optional<String> testFile,
        Optional<String> splitColumn,
        Optional<String> testValue,
        Optional<String> group,
        boolean header,
        String separator,
        String encoding,
        List<String> missing,
        Unknown unknown,
        int maxCategories)
        implements Source {

    /** What to do with a category that only the test part has. */
    public enum Unknown {
        /** Stop and say where it stands. */
        ERROR,
        /** Encode it as zeros, and note it. */
        ZEROS
    }

    private static final List<String> MISSING = List.of("NA", "N/A", "?", "null", "NULL", "nan", "NaN");

    /** The column {@code label} of {@code data.csv}, a fifth of the rows for the test part. */
    public LabelledTable() {
        this("data.csv", "label");
    }

    /** All other columns of a file, a fifth of the rows for the test part. */
    public LabelledTable(String file, String label) {
        this(
                file,
                label,
                List.of(),
                List.of(),
                Optional.empty(),
                0.2,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                "auto",
                "utf-8",
                MISSING,
                Unknown.ERROR,
                100);
    }

    public LabelledTable {
        features = List.copyOf(features);
        exclude = List.copyOf(exclude);
        missing = List.copyOf(missing);
        if (!(test >= 0 && test < 1)) {
            throw new IllegalArgumentException("test must be at least 0 and below 1, was " + test);
        }
        if (maxCategories < 1) {
            throw new IllegalArgumentException("maxCategories must be at least 1, was " + maxCategories);
        }
        if (!separator.equals("auto") && !separator.equals("tab") && !separator.matches("[^\"\\r\\n]")) {
            throw new IllegalArgumentException("separator must be auto, tab or one character, was " + separator);
        }
        if (splitColumn.isPresent() != testValue.isPresent()) {
            throw new IllegalArgumentException("splitColumn must be given together with test_value");
        }
        if ((testFile.isPresent() ? 1 : 0) + (splitColumn.isPresent() ? 1 : 0) + (group.isPresent() ? 1 : 0) > 1) {
            throw new IllegalArgumentException("only one of test_file, split_column and group can split a table");
        }
        RowFile.encoding(encoding);
    }

    @Override
    public Parts open(Seeds seeds) {
        return read(seeds).parts();
    }

    /**
     * Reads the table, and tells besides the parts how it was encoded and what to know about it.
     *
     * @param seeds for the split
     * @throws IllegalArgumentException when something is wrong with the file, saying what, and in which row and column
     */
    public TableData read(Seeds seeds) {
        return TableReading.read(this, seeds);
    }
}
