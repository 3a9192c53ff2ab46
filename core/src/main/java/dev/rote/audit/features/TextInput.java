package dev.rote.audit.features;

import dev.rote.tensor.Seeds;
import dev.rote.yaml.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Texts in a column of a table: CSV, TSV, JSON lines or Parquet. Other columns are not learned from.
 *
 * <p>Linear view: {@link TfIdf} of at most {@value #MOST_TERMS} terms. Plain view: its {@value #COMPONENTS} leading singular directions
 * ({@link TruncatedSvd}); scaled view: these, standardised. Sentence vectors are made when they are asked for.
 */
public final class TextInput {

    private static final int MOST_TERMS = 20_000;
    private static final int COMPONENTS = 100;

    private TextInput() {}

    /**
     * Reads and encodes the texts.
     *
     * @param columns names the column of texts
     * @param seeds for the search for directions
     * @throws Problem when something is wrong with the file or its labels
     */
    public static Input read(String file, Columns columns, Seeds seeds) {
        String column = columns.text().orElseThrow(() -> new IllegalArgumentException("columns must name a text"));
        ReadRows read = ReadRows.of(file, columns);
        int size = read.rows().length;
        IntFunction<String> texts = row -> read.texts().text(row, 0);
        TfIdf terms = TfIdf.of(size, texts, MOST_TERMS);
        if (terms.columns().isEmpty()) {
            throw Problem.wrongUse("holds no words", "name the column of the texts")
                    .in(file)
                    .field(column);
        }
        Sparse linear = terms.encode(size, texts);
        Dense plain = TruncatedSvd.of(linear, COMPONENTS, seeds.of("svd")).apply(linear);
        List<String> notices = new ArrayList<>(read.notices());
        int empty = 0;
        for (int row = 0; row < size; row++) {
            empty += linear.starts()[row] == linear.starts()[row + 1] ? 1 : 0;
        }
        if (empty > 0) {
            notices.add(Said.count(empty, "text") + " without a known word: about " + (empty == 1 ? "it" : "them")
                    + ", models of words know only the shares of the classes.");
        }
        Clusters same = Duplicates.exact(size, row -> key(texts.apply(row), row));
        if (size <= Duplicates.MOST_NEAR) {
            NearTexts.join(same, linear);
        } else {
            notices.add("Of more than " + Duplicates.MOST_NEAR + " texts only equal ones are told to be duplicates, "
                    + "not those that are nearly the same.");
        }
        Groups groups = Groups.of(read.groups(), same, "text");
        notices.addAll(groups.notices());
        return new Input(
                file,
                read.classes(),
                read.labels(),
                read.rows(),
                read.ids(),
                groups.codes(),
                new Features(linear, Standardised.of(plain), plain),
                (position, given, suggested) -> new Exhibit.Text(texts.apply(position)),
                groups.duplicates(),
                Optional.empty(),
                Optional.of(new EncodedTexts(size, texts)),
                notices);
    }

    /** Empty texts have nothing in common. */
    private static long key(String text, int row) {
        return text.isBlank() ? Seeds.mix(~row) : Duplicates.hash(text);
    }
}
