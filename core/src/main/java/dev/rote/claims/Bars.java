package dev.rote.claims;

import java.util.List;

/**
 * One value for each named thing: test accuracy for each method, side by side for each series.
 *
 * @param x          what the categories are: "weight decay"
 * @param categories their names, all different, in drawing order
 * @param series     the values, one for each category
 */
public record Bars(
        String id, String title, String caption, String x, Axis y, List<String> categories, List<Values> series)
        implements Figure {

    /** Throws {@link IllegalArgumentException} when names repeat or a series has another length than the categories. */
    public Bars {
        Rules.figure(id, title);
        Rules.named("x label", x);
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        Rules.distinct("categories of figure " + id, categories);
        Rules.distinct(
                "series of figure " + id, series.stream().map(Values::name).toList());
        for (Values values : series) {
            Rules.length("values of series " + values.name(), values.values(), categories.size());
        }
    }

    /**
     * One colour of bars.
     *
     * @param values one for each category; not-a-number leaves the place empty
     * @param low    the lower ends of the spread over seeds, as many as values, or empty
     * @param high   the upper ends, as many as values, or empty together with low
     */
    public record Values(String name, List<Double> values, List<Double> low, List<Double> high) {

        /** Throws {@link IllegalArgumentException} when the name is blank or the lengths differ. */
        public Values {
            Rules.named("series name", name);
            values = List.copyOf(values);
            low = List.copyOf(low);
            high = List.copyOf(high);
            if (!low.isEmpty() || !high.isEmpty()) {
                Rules.sameLength("low of series " + name, low, values);
                Rules.sameLength("high of series " + name, high, values);
            }
        }

        /** Bars without spread, from an array. */
        public static Values of(String name, double... values) {
            return new Values(name, Rules.list(values), List.of(), List.of());
        }

        /** The same bars with a whisker from low to high on each. */
        public Values spread(double[] low, double[] high) {
            return new Values(name, values, Rules.list(low), Rules.list(high));
        }
    }
}
