package dev.rote.claims;

import java.util.Arrays;
import java.util.List;

/**
 * A map of coloured cells: weights against Fourier frequency, or phases against data fraction and corruption.
 *
 * @param xLabel     what runs along the columns
 * @param yLabel     what runs along the rows
 * @param xTicks     a name for each of the C columns
 * @param yTicks     a name for each of the R rows, the bottom row first, as on any y axis
 * @param cells      R rows of C values; not-a-number is an empty cell
 * @param valueLabel what a cell measures
 * @param categories empty for measured values; otherwise the names (phases) that cells number from 0
 */
public record HeatMap(
        String id,
        String title,
        String caption,
        String xLabel,
        String yLabel,
        List<String> xTicks,
        List<String> yTicks,
        List<List<Double>> cells,
        String valueLabel,
        List<String> categories)
        implements Figure {

    /** Throws {@link IllegalArgumentException} when the cells do not fit the ticks, or a cell names no category. */
    public HeatMap {
        Rules.figure(id, title);
        Rules.named("x label", xLabel);
        Rules.named("y label", yLabel);
        Rules.named("value label", valueLabel);
        xTicks = List.copyOf(xTicks);
        yTicks = List.copyOf(yTicks);
        cells = cells.stream().map(List::copyOf).toList();
        categories = List.copyOf(categories);
        Rules.distinct("categories of figure " + id, categories);
        Rules.length("rows of figure " + id, cells, yTicks.size());
        for (List<Double> row : cells) {
            Rules.length("cells in a row of figure " + id, row, xTicks.size());
            for (double cell : row) {
                checkCell(id, cell, categories.size());
            }
        }
    }

    /** A map of measured values. */
    public static HeatMap of(
            String id,
            String title,
            String caption,
            String xLabel,
            String yLabel,
            List<String> xTicks,
            List<String> yTicks,
            double[][] cells,
            String valueLabel) {
        return new HeatMap(id, title, caption, xLabel, yLabel, xTicks, yTicks, rows(cells), valueLabel, List.of());
    }

    /** Rows of an array as lists. */
    public static List<List<Double>> rows(double[][] cells) {
        return Arrays.stream(cells).map(Rules::list).toList();
    }

    private static void checkCell(String id, double cell, int categories) {
        boolean named = cell >= 0 && cell < categories && cell == Math.rint(cell);
        if (categories > 0 && !Double.isNaN(cell) && !named) {
            throw new IllegalArgumentException("a cell of figure " + id + " must be a category number from 0 to "
                    + (categories - 1) + " or not-a-number, was " + cell);
        }
    }
}
