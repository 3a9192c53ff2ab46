package dev.rote.audit.features;

import dev.rote.data.tables.LabelledTable;
import dev.rote.data.tables.RowFile;
import dev.rote.data.tables.RowReader;
import dev.rote.yaml.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The labelled rows of a file, read once from the first to the last.
 *
 * @param columns what the stored texts are called
 * @param texts of each row, as they stand in the file
 * @param rows the row of each in the file, from 0
 * @param classes names of the classes
 * @param labels class of each row
 * @param ids verbatim; empty when no column was named
 * @param groups group of each row, from 0; each its own when no column was named
 * @param notices what should be known
 */
record ReadRows(
        List<String> columns,
        TextStore texts,
        int[] rows,
        List<String> classes,
        int[] labels,
        List<String> ids,
        int[] groups,
        List<String> notices) {

    /** More labels than this are not even counted. */
    private static final int MOST_LABELS = 100_000;

    /**
     * Opens the file.
     *
     * @throws Problem when there is no such column, or the labels are no classes
     */
    static ReadRows of(String file, Columns asked) {
        return Said.by(file, asked.redacted(), () -> {
            RowFile rows = new RowFile(file, table(file, asked));
            if (!rows.isTabbed()) {
                return read(file, rows, asked, List.of());
            }
            try {
                return read(file, rows, asked, List.of());
            } catch (IllegalArgumentException strict) {
                try {
                    RowFile plain = RowFile.withoutQuotes(file, table(file, asked));
                    return read(
                            file,
                            plain,
                            asked,
                            List.of("Quotation marks are read as letters: in this file they "
                                    + "do not enclose values as they do in CSV."));
                } catch (IllegalArgumentException e) {
                    throw strict;
                }
            }
        });
    }

    private static ReadRows read(String file, RowFile rows, Columns asked, List<String> notices) throws IOException {
        int label = Said.column(file, rows.names(), "--label", asked.label());
        asked.exclude().forEach(name -> Said.column(file, rows.names(), "--exclude", name));
        int id = optional(rows, file, "--id", asked.id());
        int group = optional(rows, file, "--group", asked.group());
        int text = optional(rows, file, "--text", asked.text());
        requireOther("--text", asked.text(), "the column of the labels", asked.label());
        requireOther("--id", asked.id(), "the column of the labels, which is written out anyway", asked.label());
        requireOther("--group", asked.group(), "the column of the labels", asked.label());
        for (String name : asked.exclude()) {
            requireOther("--exclude", Optional.of(name), "the column of the labels, never learned from", asked.label());
            asked.text()
                    .ifPresent(
                            texts -> requireOther("--exclude", Optional.of(name), "the column to learn from", texts));
        }
        List<String> wanted = new ArrayList<>(text >= 0 ? List.of(rows.names().get(text)) : rows.names());
        if (text < 0) {
            wanted.remove(asked.label());
            asked.id().ifPresent(wanted::remove);
            asked.group().ifPresent(wanted::remove);
            wanted.removeAll(asked.exclude());
        }
        if (wanted.isEmpty()) {
            boolean alone = rows.names().size() == 1;
            throw Problem.wrongUse(
                            "has no column beside the label to learn from",
                            alone
                                    ? "it has one column only: must values be separated by one of , ; tab |?"
                                    : "name fewer columns in --exclude, --id and --group")
                    .in(file);
        }
        return new Pass(file, rows, asked, wanted, label, id, group).read(notices);
    }

    private static int optional(RowFile rows, String file, String option, Optional<String> name) {
        return name.map(wanted -> Said.column(file, rows.names(), option, wanted))
                .orElse(-1);
    }

    private static void requireOther(String option, Optional<String> named, String what, String other) {
        if (named.isPresent() && named.get().equals(other)) {
            throw Problem.wrongUse("is " + what, "leave it out, or name another column")
                    .field(option)
                    .was(other);
        }
    }

    private static LabelledTable table(String file, Columns asked) {
        LabelledTable usual = new LabelledTable(file, asked.label());
        return new LabelledTable(
                file,
                asked.label(),
                List.of(),
                List.of(),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                usual.header(),
                usual.separator(),
                asked.encoding(),
                usual.missing(),
                usual.unknown(),
                usual.maxCategories());
    }

    /** One pass over the file. */
    private static final class Pass {
        private final String file;
        private final RowFile from;
        private final Columns asked;
        private final List<String> wanted;
        private final int label;
        private final int id;
        private final int group;
        private final Map<String, Integer> codes = new HashMap<>();
        private final Map<String, Integer> groupCodes = new HashMap<>();
        private final List<String> ids = new ArrayList<>();
        private int[] rows = new int[1024];
        private int[] labels = new int[1024];
        private int[] groups = new int[1024];
        private int groupCount;
        private int count;
        private long unlabelled;
        private long firstUnlabelled;

        Pass(String file, RowFile from, Columns asked, List<String> wanted, int label, int id, int group) {
            this.file = file;
            this.from = from;
            this.asked = asked;
            this.wanted = wanted;
            this.label = label;
            this.id = id;
            this.group = group;
        }

        ReadRows read(List<String> before) throws IOException {
            int[] places = wanted.stream().mapToInt(from.names()::indexOf).toArray();
            TextStore texts = new TextStore(places.length);
            String[] row = new String[places.length];
            try (RowReader reader = from.rows()) {
                while (reader.next()) {
                    String given = label(reader);
                    if (given.isEmpty()) {
                        firstUnlabelled = unlabelled++ == 0 ? reader.row() : firstUnlabelled;
                        continue;
                    }
                    for (int i = 0; i < places.length; i++) {
                        row[i] = reader.value(places[i]);
                    }
                    texts.add(row);
                    add(given, reader);
                }
            }
            List<String> found = new ArrayList<>(codes.keySet());
            found.sort((a, b) -> codes.get(a) - codes.get(b));
            int[] counts = new int[found.size()];
            for (int i = 0; i < count; i++) {
                counts[labels[i]]++;
            }
            if (count + unlabelled == 0) {
                throw Problem.wrongUse("has a line of names, and no rows", "").in(file);
            }
            Labels check = new Labels(file, asked.label(), "name another column with --label", found, counts);
            check.require();
            List<String> classes = check.sorted();
            int[] order = found.stream().mapToInt(classes::indexOf).toArray();
            for (int i = 0; i < count; i++) {
                labels[i] = order[labels[i]];
            }
            List<String> notices = new ArrayList<>(before);
            notices.addAll(notices());
            notices.addAll(check.notices());
            return new ReadRows(
                    List.copyOf(wanted),
                    texts,
                    Arrays.copyOf(rows, count),
                    classes,
                    Arrays.copyOf(labels, count),
                    List.copyOf(ids),
                    Arrays.copyOf(groups, count),
                    notices);
        }

        private String label(RowReader reader) {
            try {
                return reader.value(label);
            } catch (IllegalArgumentException e) { // an object or a list
                throw Problem.wrongUse(
                                "must be one label per row, was a list or an object",
                                "audit one label at a time: make a column of yes and no for each")
                        .in(file, (int) reader.line())
                        .field(asked.label())
                        .because(e);
            }
        }

        private void add(String given, RowReader reader) {
            if (count == rows.length) {
                rows = Arrays.copyOf(rows, 2 * count);
                labels = Arrays.copyOf(labels, 2 * count);
                groups = Arrays.copyOf(groups, 2 * count);
            }
            if (codes.size() == MOST_LABELS && !codes.containsKey(given)) {
                throw Problem.wrongUse(
                                "holds more than " + MOST_LABELS + " different values up to here, and no classes",
                                "name another column with --label; cut a measurement into a few ranges first")
                        .in(file, (int) reader.line())
                        .field(asked.label())
                        .was(given);
            }
            rows[count] = Math.toIntExact(reader.row());
            labels[count] = codes.computeIfAbsent(given, any -> codes.size());
            if (id >= 0) {
                ids.add(reader.value(id));
            }
            String named = group >= 0 ? reader.value(group) : "";
            groups[count++] = named.isEmpty() ? groupCount++ : code(named);
        }

        private int code(String name) {
            Integer known = groupCodes.putIfAbsent(name, groupCount);
            return known != null ? known : groupCount++;
        }

        private List<String> notices() {
            List<String> notices = new ArrayList<>();
            if (unlabelled > 0) {
                notices.add(Said.count(unlabelled, "row") + " without a label " + (unlabelled == 1 ? "is" : "are")
                        + " left out, the first is row " + firstUnlabelled + " (counted from 0).");
            }
            if (id >= 0 && new HashSet<>(ids).size() < count) {
                notices.add("Column " + Said.quoted(asked.id().orElseThrow())
                        + " names several rows alike; they are told apart by their row.");
            }
            if (group >= 0 && groupCount < 2) {
                throw Problem.wrongUse("has only one group", "an audit needs several; name another column")
                        .in(file)
                        .field("--group");
            }
            return notices;
        }
    }
}
