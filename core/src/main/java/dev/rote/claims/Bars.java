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
     */
    public record Values(String name, List<Double> values) {

        /** Throws {@link IllegalArgumentException} when the name is blank. */
        public Values {
            Rules.named("series name", name);
            values = List.copyOf(values);
        }

        /** The same from an array. */
        public static Values of(String name, double... values) {
            return new Values(name, Rules.list(values));
        }
    }
}
