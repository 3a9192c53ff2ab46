package dev.rote.data.tables;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks at the train values of one column and says what they are. */
final class ColumnGuess {

    private final String name;
    private final int most;
    private final TreeSet<String> different = new TreeSet<>();
    private boolean truths = true;
    private boolean numbers = true;
    private boolean dates = true;
    private boolean missing;
    private long count;
    private double sum; // a value is of one kind at most, so only one of the three adds to it to the end
    private @Nullable IllegalArgumentException notFinite; // of the first such row
    private String firstText = ""; // what made it no column of numbers

    /**
     * Knows nothing yet.
     *
     * @param most different categories at most
     */
    ColumnGuess(String name, int most) {
        this.name = name;
        this.most = most;
    }

    /** Takes one train value; null when it is missing. */
    void see(@Nullable String value, RowReader rows) {
        if (value == null) {
            missing = true;
            return;
        }
        if (different.size() <= most) {
            different.add(value);
        }
        if (numbers) {
            number(value, rows);
        }
        if (truths) {
            double truth = NumberColumn.truth(value);
            truths = !Double.isNaN(truth);
            sum += truths ? truth : 0;
        }
        if (dates) {
            double days = Values.days(value);
            dates = !Double.isNaN(days);
            sum += dates ? days : 0;
        }
        count++;
    }

    private void number(String value, RowReader rows) {
        boolean number = Values.isNumber(value);
        if (!number && !Values.isNotFinite(value)) {
            numbers = false;
            firstText = value;
            return;
        }
        double parsed = number ? Double.parseDouble(value) : Double.NaN;
        if (Values.isFinite(parsed)) {
            sum += parsed;
        } else if (notFinite == null) {
            notFinite = Fault.in(
                    rows,
                    "column " + Fault.show(name) + ": was " + Fault.show(value)
                            + ", must be finite in 32 bits; mend the value, or add it to missing");
        }
    }

    /**
     * What the column is.
     *
     * @throws IllegalArgumentException when it has no value, an infinite one, or too many different texts
     */
    Column column(RowFile file) {
        if (count == 0) {
            throw Fault.in(
                    file.toString(), "column " + Fault.show(name) + ": has no value in the train part; exclude it");
        }
        double mean = sum / count;
        if (truths) {
            return new NumberColumn(name, true, mean, missing);
        }
        if (numbers) {
            if (notFinite != null) {
                throw notFinite;
            }
            return new NumberColumn(name, false, mean, missing);
        }
        if (dates) {
            return new DateColumn(name, mean, missing);
        }
        if (different.size() > most) {
            throw Fault.in(
                    file.toString(),
                    "column " + Fault.show(name) + ": holds text (the first is " + Fault.show(firstText)
                            + ") with more than " + most + " different values; exclude it, or raise max_categories");
        }
        return new CategoryColumn(name, List.copyOf(different), missing);
    }
}
