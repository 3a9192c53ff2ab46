package dev.rote.claims;

import java.util.List;

/**
 * Counts in bins, several distributions over the same bins: the IPR of all neurons at start, middle and end.
 *
 * @param x      the axis that is cut into bins; drawn linear unless it says log
 * @param yLabel what a count counts: "neurons"
 * @param edges  the B + 1 edges of B bins, finite and rising
 * @param series the distributions, each with B counts
 */
public record Histogram(
        String id, String title, String caption, Axis x, String yLabel, List<Double> edges, List<Counts> series)
        implements Figure {

    /** Throws {@link IllegalArgumentException} when edges are fewer than two or do not rise, or a series has another length than the bins. */
    public Histogram {
        Rules.figure(id, title);
        Rules.named("y label", yLabel);
        edges = List.copyOf(edges);
        series = List.copyOf(series);
        if (edges.size() < 2) {
            throw new IllegalArgumentException("edges of figure " + id + " must be at least 2, were " + edges.size());
        }
        Rules.rising("edges of figure " + id, edges);
        Rules.distinct(
                "series of figure " + id, series.stream().map(Counts::name).toList());
        for (Counts counts : series) {
            Rules.length("counts of series " + counts.name(), counts.values(), edges.size() - 1);
        }
    }

    /**
     * One distribution.
     *
     * @param values one count for each bin, at least 0, or a density
     */
    public record Counts(String name, List<Double> values) {

        /** Throws {@link IllegalArgumentException} when the name is blank or a value is negative. */
        public Counts {
            Rules.named("series name", name);
            values = List.copyOf(values);
            for (double value : values) {
                if (value < 0) {
                    throw new IllegalArgumentException(
                            "counts of series " + name + " must be at least 0, one was " + value);
                }
            }
        }

        /** The same from an array. */
        public static Counts of(String name, double... values) {
            return new Counts(name, Rules.list(values));
        }
    }
}
