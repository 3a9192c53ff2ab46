package dev.rote.claims;

import java.util.List;

/**
 * Curves over one axis, such as accuracies over steps, with shaded stretches that name the phases.
 *
 * @param x      the axis that the curves run along
 * @param y      the axis of their values
 * @param series the curves, in the order of the legend; an empty list draws an empty frame that says so
 * @param spans  the shaded stretches, which may touch and may be absent
 */
public record Lines(String id, String title, String caption, Axis x, Axis y, List<Series> series, List<Span> spans)
        implements Figure {

    /** Throws {@link IllegalArgumentException} for a bad id, a blank title, or two curves of one name. */
    public Lines {
        Rules.figure(id, title);
        series = List.copyOf(series);
        spans = List.copyOf(spans);
        Rules.distinct(
                "series of figure " + id, series.stream().map(Series::name).toList());
    }

    /** Curves without shaded stretches. */
    public static Lines of(String id, String title, String caption, Axis x, Axis y, List<Series> series) {
        return new Lines(id, title, caption, x, y, series, List.of());
    }

    /**
     * One curve.
     *
     * @param x    finite, never falling
     * @param y    as many values as x; not-a-number leaves a gap
     * @param low  the lower edge of the spread over seeds, as long as x, or empty
     * @param high the upper edge, as long as x, or empty together with low
     */
    public record Series(String name, List<Double> x, List<Double> y, List<Double> low, List<Double> high) {

        /** Throws {@link IllegalArgumentException} when lengths differ, x falls or is not finite, or the name is blank. */
        public Series {
            Rules.named("series name", name);
            x = List.copyOf(x);
            y = List.copyOf(y);
            low = List.copyOf(low);
            high = List.copyOf(high);
            Rules.sameLength("y of series " + name, y, x);
            if (!low.isEmpty() || !high.isEmpty()) {
                Rules.sameLength("low of series " + name, low, x);
                Rules.sameLength("high of series " + name, high, x);
            }
            Rules.neverFalling("x of series " + name, x);
        }

        /** A curve without spread. */
        public static Series of(String name, double[] x, double[] y) {
            return new Series(name, Rules.list(x), Rules.list(y), List.of(), List.of());
        }

        /** The same curve with a shaded band from low to high. */
        public Series spread(double[] low, double[] high) {
            return new Series(name, x, y, Rules.list(low), Rules.list(high));
        }
    }

    /**
     * A shaded stretch of the x axis; stretches of one name share one shade.
     *
     * @param from where it begins, finite
     * @param to   where it ends, finite and not before from
     */
    public record Span(double from, double to, String name) {

        /** Throws {@link IllegalArgumentException} when an end is not finite, the ends are swapped, or the name is blank. */
        public Span {
            Rules.named("span name", name);
            Rules.neverFalling("ends of span " + name, List.of(from, to));
        }
    }
}
