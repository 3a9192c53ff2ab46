package dev.rote.audit.features;

import dev.rote.data.tables.Values;
import dev.rote.yaml.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Looks whether labels are classes: what is a measurement, an identifier or several labels in one cell is refused. */
final class Labels {

    private static final int MOST_CLASSES = 1000;
    /** Different numbers up to here may be grades; beyond, they are looked at more closely. */
    private static final int MOST_GRADES = 20;

    private static final int FEW_EACH = 20;
    private static final Set<String> MISSING =
            Set.of("na", "n/a", "nan", "null", "none", "?", "-", "unknown", "missing");

    private final String file;
    private final String column;
    private final String instead;
    private final List<String> names;
    private final int[] counts;
    private final int total;

    /**
     * Knows how often each label is there.
     *
     * @param column what to call the labels in a message
     * @param instead what a user may do whose labels are no classes
     */
    Labels(String file, String column, String instead, List<String> names, int[] counts) {
        this.file = file;
        this.column = column;
        this.instead = instead;
        this.names = names;
        this.counts = counts;
        this.total = IntStream.of(counts).sum();
    }

    /**
     * Throws unless these are classes.
     *
     * @throws Problem naming the column, the rule and what to do instead
     */
    void require() {
        if (total == 0) {
            throw refuse("has no labels", instead);
        }
        if (names.size() == 1) {
            throw refuse("has only one class", "an audit needs two; " + instead).was(names.get(0));
        }
        requireSingle();
        boolean numbers = names.stream().allMatch(Values::isNumber);
        boolean whole =
                numbers && names.stream().mapToDouble(Double::parseDouble).allMatch(x -> x == Math.rint(x));
        boolean few = total < (long) (numbered(numbers) ? 3 : FEW_EACH) * names.size();
        if (numbers && names.size() > MOST_GRADES && (!whole || few)) {
            throw refuse(
                    "holds " + names.size() + " different numbers in " + Said.count(total, "row")
                            + ", a measurement and no class",
                    "cut it into a few ranges first, or " + instead);
        }
        if (names.size() > MOST_CLASSES) {
            throw refuse(
                    "holds " + names.size() + " different labels, at most " + MOST_CLASSES + " classes can be audited",
                    "merge classes, or " + instead);
        }
        if (names.size() > MOST_GRADES && total < 2L * names.size()) {
            throw refuse(
                    "holds " + names.size() + " different values in " + Said.count(total, "row")
                            + ", a name or a text and no class",
                    instead);
        }
    }

    /** Whether these are the numbers from 0, or from 1, without a gap: so classes are numbered, hardly a measurement. */
    private boolean numbered(boolean numbers) {
        if (!numbers) {
            return false;
        }
        double least = names.stream().mapToDouble(Double::parseDouble).min().orElseThrow();
        double most = names.stream().mapToDouble(Double::parseDouble).max().orElseThrow();
        return (least == 0 || least == 1) && most - least == names.size() - 1;
    }

    private Problem refuse(String rule, String remedy) {
        return Problem.wrongUse(rule, remedy).in(file).field(column);
    }

    private void requireSingle() {
        for (String name : names) {
            if (name.startsWith("[") && name.endsWith("]") && name.contains(",")) {
                throw several(name);
            }
        }
        Set<String> known = Set.copyOf(names);
        for (String separator : List.of(";", "|", ",")) {
            Set<String> parts = new HashSet<>();
            Set<String> first = new HashSet<>();
            Set<String> later = new HashSet<>();
            String example = "";
            for (String name : names) {
                String[] cut = name.split(Pattern.quote(separator));
                for (int i = 0; i < cut.length && cut.length > 1; i++) {
                    example = name;
                    parts.add(cut[i].strip());
                    (i == 0 ? first : later).add(cut[i].strip());
                }
            }
            first.retainAll(later);
            long alone = parts.stream().filter(known::contains).count();
            if (!parts.isEmpty() && (2 * alone >= parts.size() || 2 * first.size() >= parts.size())) {
                throw several(example);
            }
        }
    }

    private Problem several(String example) {
        return refuse(
                        "must be one label per row, some cells hold several",
                        "audit one label at a time: make a column of yes and no for each")
                .was(example);
    }

    /** The labels in the order of classes: by number when all are numbers, else by text. */
    List<String> sorted() {
        boolean numbers = names.stream().allMatch(Values::isNumber);
        Comparator<String> order = Comparator.naturalOrder();
        if (numbers) {
            order = Comparator.<String>comparingDouble(Double::parseDouble).thenComparing(order);
        }
        return names.stream().sorted(order).toList();
    }

    /** What may be wrong with the names of classes, and what cannot be judged. */
    List<String> notices() {
        List<String> notices = new ArrayList<>();
        List<String> lone = IntStream.range(0, names.size())
                .filter(i -> counts[i] == 1)
                .mapToObj(names::get)
                .sorted()
                .toList();
        if (!lone.isEmpty()) {
            notices.add(
                    (lone.size() == 1 ? "Class " : "Classes ") + Said.list(lone) + (lone.size() == 1 ? " has" : " have")
                            + " a single example, which cannot be judged: nothing else is known about the class.");
        }
        Map<String, List<String>> alike = new TreeMap<>(names.stream().collect(Collectors.groupingBy(Labels::plain)));
        List<String> same = alike.values().stream()
                .filter(group -> group.size() > 1)
                .map(group -> group.stream().sorted().collect(Collectors.joining(" / ")))
                .toList();
        if (!same.isEmpty()) {
            notices.add("Taken as different classes though they may be the same: " + Said.list(same)
                    + "; if so, write them alike.");
        }
        List<String> blanks = names.stream()
                .filter(name -> MISSING.contains(name.toLowerCase(Locale.ROOT)))
                .sorted()
                .toList();
        if (!blanks.isEmpty()) {
            notices.add("Taken as a class: " + Said.list(blanks)
                    + "; if it stands for a missing label, empty these cells, and the rows are left out.");
        }
        boolean numbers = names.stream().allMatch(Values::isNumber);
        if (numbers && names.size() > MOST_GRADES) {
            notices.add(
                    "The labels are " + names.size() + " different whole numbers, taken as classes without an order.");
        }
        return notices;
    }

    /** Truth values are written as words and as numbers. */
    private static String plain(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
        if (plain.equals("true") || plain.equals("false")) {
            return plain.equals("true") ? "1.0" : "0.0";
        }
        return Values.isNumber(plain) ? Double.toString(Double.parseDouble(plain)) : plain;
    }
}
