package dev.rote.audit.features;

import dev.rote.data.tables.NumberColumn;
import dev.rote.data.tables.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Looks at all values of one column, not at any label, and says what they are. */
final class ColumnProfile {

    /** What a column is. */
    enum Kind {
        NUMBER,
        DATE,
        CATEGORY,
        /** No value at all. */
        EMPTY,
        /** The same value in every row. */
        CONSTANT,
        /** A number that only tells which row this is. */
        COUNTER,
        /** A text of which nearly every row has another. */
        NAME
    }

    /** Different values beyond this, of all columns of a table, are no longer counted. */
    private static final int MOST_COUNTED = 2_000_000;

    /** Categories of a column at most, the most frequent; the others are one category, {@code other}. */
    static final int MOST_CATEGORIES = 255;

    private static final double MOSTLY = 0.95;
    private static final int ODD_TEXTS = 10;
    private static final int FEW = 20;
    private static final double DIFFERENT = 0.9;

    private final String name;
    private final int room;
    private final Map<String, int[]> counts = new HashMap<>();
    private final Set<String> texts = new TreeSet<>();
    private long present;
    private long missing;
    private long counted; // of those present, until there were too many different ones
    private long numbers;
    private long finite;
    private long dates;
    private boolean whole = true;
    private boolean rising = true;
    private boolean falling = true;
    private double last = Double.NaN;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    /** Of one of so many columns. */
    ColumnProfile(String name, int columns) {
        this.name = name;
        this.room = Math.max(1000, Math.min(50_000, MOST_COUNTED / columns));
    }

    String name() {
        return name;
    }

    /** Takes the value of the next row. */
    void see(String value, Set<String> marks) {
        if (value.isEmpty() || marks.contains(value)) {
            missing++;
            return;
        }
        present++;
        if (counts.size() < room) {
            counts.computeIfAbsent(value, any -> new int[1])[0]++;
            counted++;
        }
        double number = number(value);
        if (!Double.isNaN(number) || Values.isNotFinite(value)) {
            numbers++;
            if (Double.isFinite(number)) {
                number(number);
            }
        } else {
            whole = false;
            dates += dates == present - 1 && !Double.isNaN(Values.days(value)) ? 1 : 0;
            if (texts.size() <= ODD_TEXTS) {
                texts.add(value);
            }
        }
    }

    private void number(double number) {
        finite++;
        whole &= number == Math.rint(number);
        rising &= !(number <= last);
        falling &= !(number >= last);
        last = number;
        least = Math.min(least, number);
        most = Math.max(most, number);
    }

    /** A number or a truth value, infinite where it does not fit into 32 bits; NaN when it is none. */
    static double number(String value) {
        if (Values.isNumber(value)) {
            double number = Double.parseDouble(value);
            return Values.isFinite(number) ? number : Double.POSITIVE_INFINITY;
        }
        return NumberColumn.truth(value);
    }

    /** What the column is, as all its values show. */
    Kind kind() {
        if (present == 0) {
            return Kind.EMPTY;
        }
        if (counts.size() == 1 && missing == 0) {
            return Kind.CONSTANT;
        }
        if (finite > 0 && (numbers == present || numbers >= MOSTLY * present && texts.size() <= ODD_TEXTS)) {
            return counter() ? Kind.COUNTER : Kind.NUMBER;
        }
        if (dates == present) {
            return Kind.DATE;
        }
        return counted >= FEW && counts.size() >= DIFFERENT * counted ? Kind.NAME : Kind.CATEGORY;
    }

    /** Whole numbers, each once, that rise or fall from row to row or fill a range. */
    private boolean counter() {
        if (!whole || finite < FEW || counts.size() < counted || finite < present) {
            return false;
        }
        boolean range = finite >= 5 * FEW && most - least < 1.2 * (present + missing);
        return rising || falling || range;
    }

    /** How many values are no number in a column of numbers, and are taken as missing. */
    long oddOnes() {
        return present - finite;
    }

    /** Some of the texts among numbers. */
    Set<String> oddTexts() {
        return texts;
    }

    /** The categories that are kept, sorted by their UTF-16 units: each is in at least two rows. */
    List<String> categories() {
        List<Map.Entry<String, int[]>> all = new ArrayList<>(counts.entrySet());
        Comparator<Map.Entry<String, int[]>> order = Comparator.comparingInt(entry -> -entry.getValue()[0]);
        return all.stream()
                .filter(entry -> entry.getValue()[0] > 1)
                .sorted(order.thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_CATEGORIES)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
