package dev.rote.audit.features;

import dev.rote.data.tables.LabelledTable;
import dev.rote.tensor.Seeds;
import dev.rote.yaml.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rows of a table: CSV, TSV, JSON lines or Parquet.
 *
 * <p>Columns are typed by all their values, never by labels: numbers and truth values, dates, categories. Left out, with a notice, is what says
 * nothing about other rows: columns without a value or with one only, counters, and texts that nearly every row has for itself.
 * See {@link TableViews} for how the rest becomes numbers.
 */
public final class TableInput {

    private static final Set<String> MARKS = Set.copyOf(new LabelledTable().missing());

    private TableInput() {}

    /**
     * Reads and encodes the rows.
     *
     * @param seeds for the search for directions in very wide tables
     * @throws Problem when something is wrong with the file or its labels
     */
    public static Input read(String file, Columns columns, Seeds seeds) {
        ReadRows read = ReadRows.of(file, columns);
        TextStore texts = read.texts();
        int size = texts.size();
        List<ColumnProfile> profiles = profiles(read);
        List<String> notices = new ArrayList<>(read.notices());
        notices.addAll(leftOut(read, profiles, columns.redacted()));
        List<ColumnEncoder> encoders = profiles.stream()
                .map(profile -> new ColumnEncoder(profile, size))
                .toList();
        for (int row = 0; row < size; row++) {
            String[] values = texts.row(row);
            for (int c = 0; c < values.length; c++) {
                encoders.get(c).see(row, values[c], MARKS);
            }
        }
        List<Encoded> encoded = new ArrayList<>();
        List<Encoded> leading = new ArrayList<>(); // of a date its days only
        List<Integer> shown = new ArrayList<>();
        for (int c = 0; c < profiles.size(); c++) {
            List<Encoded> parts = encoders.get(c).done();
            encoded.addAll(parts);
            if (!parts.isEmpty()) {
                leading.add(parts.get(0));
                shown.add(c);
            }
        }
        if (encoded.isEmpty()) {
            boolean names = profiles.stream().anyMatch(profile -> profile.kind() == ColumnProfile.Kind.NAME);
            throw Problem.wrongUse(
                            "has no column to learn from: "
                                    + String.join(" ", leftOut(read, profiles, columns.redacted()))
                                            .replaceFirst("\\.$", ""),
                            names ? "" : "take data with columns that tell something about the label")
                    .in(file);
        }
        int classes = read.classes().size();
        List<String> leaks = Leaks.columns(leading, read.labels(), classes).stream()
                .map(c -> read.columns().get(shown.get(c)))
                .toList();
        if (!leaks.isEmpty()) {
            notices.add((leaks.size() == 1 ? "Column " : "Columns ") + Said.list(leaks)
                    + " alone " + (leaks.size() == 1 ? "predicts" : "predict")
                    + " the label almost perfectly; if made from the label, leave "
                    + (leaks.size() == 1 ? "it" : "them")
                    + " out with --exclude.");
        }
        Features features = TableViews.of(encoded, size, seeds);
        Clusters same = Duplicates.exact(size, row -> Duplicates.hash(features.plain(), row));
        Groups groups = Groups.of(read.groups(), same, "row");
        notices.addAll(groups.notices());
        OddCells odd = new OddCells(leading, read.labels(), classes);
        Exhibits exhibits = (position, given, suggested) -> {
            String[] values = texts.row(position);
            List<Exhibit.Cell> cells = new ArrayList<>();
            for (int i = 0; i < shown.size(); i++) {
                String value = values[shown.get(i)];
                cells.add(new Exhibit.Cell(
                        read.columns().get(shown.get(i)),
                        value.isEmpty() ? null : value,
                        odd.odd(position, i, given, suggested)));
            }
            return new Exhibit.Row(List.copyOf(cells));
        };
        return new Input(
                file,
                read.classes(),
                read.labels(),
                read.rows(),
                read.ids(),
                groups.codes(),
                features,
                exhibits,
                groups.duplicates(),
                Optional.empty(),
                Optional.empty(),
                notices);
    }

    private static List<ColumnProfile> profiles(ReadRows read) {
        List<ColumnProfile> profiles = read.columns().stream()
                .map(name -> new ColumnProfile(name, read.columns().size()))
                .toList();
        for (int row = 0; row < read.texts().size(); row++) {
            String[] values = read.texts().row(row);
            for (int c = 0; c < values.length; c++) {
                profiles.get(c).see(values[c], MARKS);
            }
        }
        return profiles;
    }

    private static List<String> leftOut(ReadRows read, List<ColumnProfile> profiles, boolean redacted) {
        List<String> notices = new ArrayList<>();
        List<String> empty = named(profiles, ColumnProfile.Kind.EMPTY);
        List<String> constant = named(profiles, ColumnProfile.Kind.CONSTANT);
        List<String> counters = named(profiles, ColumnProfile.Kind.COUNTER);
        List<String> names = named(profiles, ColumnProfile.Kind.NAME);
        if (!empty.isEmpty()) {
            notices.add("Left out, without any value: " + Said.list(empty) + ".");
        }
        if (!constant.isEmpty()) {
            notices.add("Left out, the same in every row: " + Said.list(constant) + ".");
        }
        if (!counters.isEmpty()) {
            notices.add("Left out, only tells which row it is: " + Said.list(counters) + ".");
        }
        if (!names.isEmpty()) {
            notices.add("Left out, a text that nearly every row has for itself: " + Said.list(names)
                    + "; to learn from it, name it with --text.");
        }
        Set<String> rows = new TreeSet<>(counters);
        rows.addAll(names);
        List<String> telling = rows.stream()
                .filter(name -> Leaks.sorted(
                        values(read, name), read.labels(), read.classes().size()))
                .toList();
        if (!telling.isEmpty()) {
            notices.add("Sorted by " + Said.list(telling)
                    + ", the rows are nearly sorted by label: it gives the label away, and is not learned from.");
        }
        for (ColumnProfile profile : profiles) {
            if (profile.kind() == ColumnProfile.Kind.NUMBER && profile.oddOnes() > 0) {
                notices.add("Column " + Said.quoted(profile.name()) + " holds numbers, and "
                        + Said.count(profile.oddOnes(), "value") + " that " + (profile.oddOnes() == 1 ? "is" : "are")
                        + " no finite number, taken as missing"
                        + (redacted || profile.oddTexts().isEmpty()
                                ? "."
                                : ": " + Said.list(profile.oddTexts()) + "."));
            }
        }
        return notices;
    }

    private static String[] values(ReadRows read, String column) {
        String[] values = new String[read.texts().size()];
        int at = read.columns().indexOf(column);
        Arrays.setAll(values, row -> read.texts().text(row, at));
        return values;
    }

    private static List<String> named(List<ColumnProfile> profiles, ColumnProfile.Kind kind) {
        return profiles.stream()
                .filter(profile -> profile.kind() == kind)
                .map(ColumnProfile::name)
                .toList();
    }
}
