package dev.rote.runs;

import java.util.List;

/**
 * The readings of one name, in the order of their steps.
 *
 * @param steps when, rising
 * @param values what was read, as many
 */
public record Series(List<Long> steps, List<Double> values) {

    public Series {
        steps = List.copyOf(steps);
        values = List.copyOf(values);
        if (steps.size() != values.size() || steps.isEmpty()) {
            throw new IllegalArgumentException(
                    "a series needs as many values as steps, at least 1, was " + steps.size() + ", " + values.size());
        }
    }

    /** The value at the last step. */
    public double last() {
        return values.get(values.size() - 1);
    }

    /** The mean of the last values, {@code count} of them or as many as there are; the usual "mean of the last ten epochs". */
    public double lastMean(int count) {
        int from = Math.max(0, values.size() - count);
        return values.subList(from, values.size()).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    /** The value at the last reading not later than a step; the first one when all are later. */
    public double at(long step) {
        int found = 0;
        for (int i = 0; i < steps.size() && steps.get(i) <= step; i++) {
            found = i;
        }
        return values.get(found);
    }

    /** The largest value; NaN values are passed over. */
    public double max() {
        return values.stream()
                .mapToDouble(Double::doubleValue)
                .filter(v -> !Double.isNaN(v))
                .max()
                .orElse(Double.NaN);
    }

    /** The smallest value; NaN values are passed over. */
    public double min() {
        return values.stream()
                .mapToDouble(Double::doubleValue)
                .filter(v -> !Double.isNaN(v))
                .min()
                .orElse(Double.NaN);
    }

    /** The first step at which the value is at least {@code threshold}; -1 when there is none. */
    public long firstStepAtLeast(double threshold) {
        for (int i = 0; i < steps.size(); i++) {
            if (values.get(i) >= threshold) {
                return steps.get(i);
            }
        }
        return -1;
    }

    /** Each value times a factor: 100 for percent. */
    public Series times(double factor) {
        return new Series(steps, values.stream().map(value -> factor * value).toList());
    }

    /** The part from a step on. */
    public Series from(long step) {
        int start = 0;
        while (start < steps.size() - 1 && steps.get(start) < step) {
            start++;
        }
        return new Series(steps.subList(start, steps.size()), values.subList(start, values.size()));
    }
}
