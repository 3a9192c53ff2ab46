package dev.rote.data.tables;

import dev.rote.data.Dataset;
import dev.rote.data.Examples;
import dev.rote.data.Parts;
import dev.rote.data.Rows;
import dev.rote.data.Target;
import dev.rote.tensor.Seeds;
import dev.rote.yaml.Visible;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.ZipException;

/**
 * Reads a table in three looks, none of which holds the file in memory: labels and split, columns of the train rows,
 * numbers.
 */
final class TableReading {

    private final LabelledTable table;
    private final Seeds seeds;
    private final RowFile file;

    private TableReading(LabelledTable table, Seeds seeds, RowFile file) {
        this.table = table;
        this.seeds = seeds;
        this.file = file;
    }

    /** See {@link LabelledTable#read}. */
    static TableData read(LabelledTable table, Seeds seeds) {
        return of(table.file(), () -> new TableReading(table, seeds, new RowFile(table.file(), table)).read());
    }

    private interface Reading<T> {
        T result() throws IOException;
    }

    private static <T> T of(String file, Reading<T> reading) {
        try {
            return reading.result();
        } catch (ZipException | EOFException e) {
            throw new IllegalArgumentException(file + ": is damaged: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private TableData read() throws IOException {
        List<String> features = features();
        checkIds(file);
        Scan scan = new Scan(file, table);
        BitSet test = test(scan);
        BitSet train = new BitSet();
        train.set(0, scan.rows());
        train.andNot(test);
        List<String> classes = classes(scan, train);
        TableColumns columns = new TableColumns(table.label(), classes, learn(features, train));
        Encoder encoder = new Encoder(columns, table);
        Rows rows = encoder.encode(file, scan.rows());
        Map<String, Dataset> parts = new LinkedHashMap<>();
        parts.put("train", examples(file, scan, train, rows, classes));
        if (table.testFile().isPresent()) {
            String other = table.testFile().get();
            parts.put("test", of(other, () -> whole(new RowFile(other, table), encoder, classes)));
        } else if (!test.isEmpty()) {
            parts.put("test", examples(file, scan, test, rows, classes));
        }
        return new TableData(new Parts(table, parts), columns, encoder.notes());
    }

    private Examples whole(RowFile other, Encoder encoder, List<String> classes) throws IOException {
        checkIds(other);
        Scan scan = new Scan(other, table);
        BitSet all = new BitSet();
        all.set(0, scan.rows());
        return examples(other, scan, all, encoder.encode(other, scan.rows()), classes);
    }

    private void checkIds(RowFile in) throws IOException {
        if (table.id().isPresent()) {
            Duplicates.check(in, in.column("id", table.id().get()));
        }
    }

    /** The columns that become inputs, in the order of the file. */
    private List<String> features() {
        Set<String> out = new TreeSet<>(table.exclude());
        table.exclude().forEach(name -> file.column("exclude", name));
        table.features().forEach(name -> file.column("features", name));
        file.column("label", table.label());
        out.add(table.label());
        table.id().ifPresent(out::add);
        table.group().ifPresent(out::add);
        table.splitColumn().ifPresent(out::add);
        for (String name : table.features()) {
            if (out.contains(name)) {
                throw new IllegalArgumentException(
                        "features must not name the label, the id, the group, the split column "
                                + "or an excluded one, was " + Fault.show(name));
            }
        }
        List<String> left = file.names().stream()
                .filter(name -> !out.contains(name))
                .filter(name -> table.features().isEmpty() || table.features().contains(name))
                .toList();
        if (left.isEmpty()) {
            throw Fault.in(file.toString(), "has no column beside the label to learn from; is the separator right?");
        }
        return left;
    }

    private BitSet test(Scan scan) {
        if (table.testFile().isPresent() || table.splitColumn().isEmpty() && table.test() == 0) {
            return new BitSet();
        }
        BitSet test;
        if (table.splitColumn().isPresent()) {
            test = scan.picked();
        } else if (table.group().isPresent()) {
            test = Split.byGroup(scan.groups(), table.test(), seeds);
        } else {
            test = Split.byClass(scan.labels(), scan.names(), table.test(), seeds);
        }
        if (test.isEmpty() || test.cardinality() == scan.rows()) {
            throw Fault.in(
                    file.toString(),
                    "the split leaves no row for the " + (test.isEmpty() ? "test" : "train") + " part; change it");
        }
        return test;
    }

    private List<String> classes(Scan scan, BitSet train) {
        TreeSet<String> found = new TreeSet<>();
        train.stream().forEach(row -> found.add(scan.names().get(scan.labels()[row])));
        if (found.size() < 2) {
            throw Fault.in(
                    file.toString(),
                    "column " + Fault.show(table.label()) + ": must have two classes in the train part, has only "
                            + Fault.show(found.first()));
        }
        return List.copyOf(found);
    }

    private List<Column> learn(List<String> features, BitSet train) throws IOException {
        int[] positions = features.stream()
                .mapToInt(name -> file.column("features", name))
                .toArray();
        List<ColumnGuess> guesses = new ArrayList<>();
        features.forEach(name -> guesses.add(new ColumnGuess(name, table.maxCategories())));
        Set<String> missing = Set.copyOf(table.missing());
        try (RowReader rows = file.rows()) {
            while (rows.next()) {
                for (int i = 0; i < positions.length && train.get((int) rows.row()); i++) {
                    guesses.get(i).see(Encoder.present(rows.value(positions[i]), missing), rows);
                }
            }
        }
        List<Column> columns = new ArrayList<>();
        for (ColumnGuess guess : guesses) {
            columns.add(guess.column(file));
        }
        return columns;
    }

    private Examples examples(RowFile from, Scan scan, BitSet part, Rows rows, List<String> classes)
            throws IOException {
        int[] position = IntStream.range(0, scan.names().size())
                .map(code -> Collections.binarySearch(classes, scan.names().get(code)))
                .toArray();
        int[] labels = new int[part.cardinality()];
        long[] ids = part.stream().asLongStream().toArray();
        for (int i = 0; i < ids.length; i++) {
            labels[i] = position[scan.labels()[(int) ids[i]]];
            if (labels[i] < 0) {
                throw from.fault(
                        ids[i],
                        "column " + Fault.show(table.label()) + ": was "
                                + Fault.show(scan.names().get(scan.labels()[(int) ids[i]]))
                                + ", must be a class of the train part: "
                                + Visible.text(
                                        String.join(", ", classes.subList(0, Math.min(50, classes.size()))), 300));
            }
        }
        return Examples.of(ids, rows, new Target.Classes(classes), labels);
    }
}
