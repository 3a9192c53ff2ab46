package dev.rote.app.report;

import dev.rote.claims.Comparison.Column;
import dev.rote.claims.Comparison.Row;
import java.util.Locale;

/** What stands in a cell of a comparison. */
public final class CellText {

    private CellText() {}

    /** Mean and standard deviation; an en dash where there is nothing; how many seeds, where not all of the row's have the value. */
    public static String of(Column column, int at, Row row) {
        int seeds = column.counts().get(at);
        if (seeds == 0) {
            return "\u2013";
        }
        double deviation = column.deviations().get(at);
        return number(column, column.means().get(at))
                + (Double.isNaN(deviation) ? "" : "\u00a0±\u00a0" + number(column, deviation))
                + (seeds == row.seeds() ? "" : " (" + seeds + "\u00a0of\u00a0" + row.seeds() + ")");
    }

    private static String number(Column column, double value) {
        return String.format(Locale.ROOT, "%." + column.digits() + "f", value);
    }
}
