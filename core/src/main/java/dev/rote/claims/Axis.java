package dev.rote.claims;

/**
 * One axis of a chart.
 *
 * @param label what is measured, with its unit: "test accuracy, %"
 * @param log   whether distances stand for ratios; points at or below zero are then left out of the drawing
 */
public record Axis(String label, boolean log) {

    /** Throws {@link IllegalArgumentException} when the label is blank. */
    public Axis {
        Rules.named("axis label", label);
    }

    /** An axis on which equal distances are equal differences. */
    public static Axis linear(String label) {
        return new Axis(label, false);
    }

    /** An axis on which equal distances are equal ratios. */
    public static Axis log(String label) {
        return new Axis(label, true);
    }
}
