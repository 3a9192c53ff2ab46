package dev.rote.claims;

import java.util.Arrays;
import java.util.List;

/**
 * Named things against what was measured of each, as a table: methods in the rows, and in the columns the means over seeds.
 *
 * @param what    what the rows are: "arm"
 * @param rows    the things, all of different names
 * @param columns what was measured, all of different names
 */
public record Comparison(String id, String title, String caption, String what, List<Row> rows, List<Column> columns)
        implements Figure {

    /** Throws {@link IllegalArgumentException} when names repeat or a column has not one value for each row. */
    public Comparison {
        Rules.figure(id, title);
        Rules.named("name of the rows of figure " + id, what);
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        Rules.distinct("rows of figure " + id, rows.stream().map(Row::name).toList());
        Rules.distinct(
                "columns of figure " + id, columns.stream().map(Column::name).toList());
        for (Column column : columns) {
            Rules.length("means of column " + column.name(), column.means(), rows.size());
        }
    }

    /**
     * A thing.
     *
     * @param seeds how many runs of it there are
     */
    public record Row(String name, int seeds) {

        /** Throws {@link IllegalArgumentException} when the name is blank. */
        public Row {
            Rules.named("row name", name);
        }
    }

    /** Which end of a column is good. */
    public enum Better {
        HIGHER,
        LOWER,
        /** Neither: the column says something of the circumstances. */
        NONE
    }

    /**
     * What was measured.
     *
     * @param name with its unit: "last 10 epochs, %"
     * @param note what the name leaves open; may be empty
     * @param digits after the decimal point that are worth showing
     * @param better which end is good
     * @param means one for each row; not-a-number where it was not measured
     * @param deviations standard deviations over seeds; not-a-number where there are not two seeds
     * @param counts how many seeds each mean is over
     */
    public record Column(
            String name,
            String note,
            int digits,
            Better better,
            List<Double> means,
            List<Double> deviations,
            List<Integer> counts) {

        /** Throws {@link IllegalArgumentException} when the name is blank or the lengths differ. */
        public Column {
            Rules.named("column name", name);
            means = List.copyOf(means);
            deviations = List.copyOf(deviations);
            counts = List.copyOf(counts);
            Rules.sameLength("deviations of column " + name, deviations, means);
            Rules.sameLength("counts of column " + name, counts, means);
        }

        /** The same from what the seeds say. */
        public static Column of(String name, String note, int digits, Better better, List<OverSeeds> values) {
            return new Column(
                    name,
                    note,
                    digits,
                    better,
                    values.stream().map(OverSeeds::mean).toList(),
                    values.stream().map(OverSeeds::deviation).toList(),
                    values.stream().map(OverSeeds::count).toList());
        }

        /** Whether a row has the best mean of this column, alone or with others; no row has when fewer than two have a mean. */
        public boolean best(int row) {
            double[] known = means.stream()
                    .mapToDouble(Double::doubleValue)
                    .filter(mean -> !Double.isNaN(mean))
                    .toArray();
            if (better == Better.NONE || known.length < 2) {
                return false;
            }
            Arrays.sort(known);
            return means.get(row) == known[better == Better.HIGHER ? known.length - 1 : 0];
        }
    }
}
