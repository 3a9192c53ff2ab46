package dev.rote.claims;

/**
 * What one chart or table shows: the numbers and their names, and nothing of how they are drawn.
 *
 * <p>A figure is a value. Whoever renders it (HTML today) chooses colours, sizes and fonts. Not-a-number stands for "no value
 * here" wherever a figure holds measured values: a gap in a curve, an empty cell in a map.
 */
public sealed interface Figure permits Lines, Histogram, Bars, HeatMap, Scatter, Comparison {

    /** Names the figure within its report and in links to it: lower-case letters, digits and hyphens, a letter first. */
    String id();

    /** A few words above the chart. */
    String title();

    /** One or two sentences below the chart that say what to see in it; may be empty. */
    String caption();
}
