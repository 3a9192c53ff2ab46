package dev.rote.data.prepare;

import dev.rote.data.Examples;
import dev.rote.data.Parts;
import dev.rote.data.Preparation;
import dev.rote.data.Rows;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Seeds;

/**
 * Standardises inputs: {@code (x - mean) / deviation}, both taken from the train part and replayed on every other.
 *
 * <p>The deviation divides by the number of values, not by one less; what is constant in the train part gets deviation 1.
 * Statistics are taken in double precision in one pass over the train part, before training. Source: LeCun, Bottou, Orr and
 * Mueller 1998, "Efficient backprop", section 4.3.
 *
 * @param per which numbers share a mean and a deviation
 * @param centreOnly leaves the division out
 */
public record Standardize(Per per, boolean centreOnly) implements Preparation {

    /** Which numbers share a mean and a deviation. */
    public enum Per {
        /** Each number of the input has its own: per column, per pixel. */
        FEATURE,
        /** All numbers of one channel, the first dimension: one mean for red, one for green; a column of a table by itself. */
        CHANNEL,
        /** All numbers of all inputs. */
        ALL
    }

    /** Per channel; for tables, whose rows have one dimension, this is per column. */
    public Standardize() {
        this(Per.CHANNEL, false);
    }

    /** @throws IllegalArgumentException when there is no training example, or an input is not finite */
    @Override
    public Parts apply(Parts parts, Seeds seeds) {
        Examples train = Examples.of(parts.get("train"), "standardize");
        if (train.size() == 0) {
            throw new IllegalArgumentException("standardize needs at least one training example");
        }
        Rows rows = train.rows();
        float[] row = new float[rows.width()];
        Moments moments = new Moments(row.length);
        for (long id : train.ids()) {
            rows.read(id, row, 0);
            finite("train", id, row, 0, row.length);
            moments.add(row);
        }
        int run = run(rows.shape());
        double[] means = moments.means(run);
        double[] deviations = moments.deviations(run);
        double[] centre = new double[row.length];
        double[] factor = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            centre[i] = means[i / run];
            factor[i] = centreOnly ? 1 : 1 / deviations[i / run];
        }
        return Every.part(parts, "standardize", (name, examples) -> {
            if (!examples.inputs().equals(rows.shape())) {
                throw new IllegalArgumentException("part " + name + " must have inputs "
                        + rows.shape().dims() + " as part train, was "
                        + examples.inputs().dims());
            }
            return examples.with(new Standardized(name, examples.rows(), centre, factor));
        });
    }

    /** How many numbers in a row share their statistics. */
    private int run(InputShape.Features shape) {
        int all = Math.toIntExact(shape.size());
        return switch (per) {
            case FEATURE -> 1;
            case CHANNEL -> all / Math.toIntExact(shape.dims().get(0));
            case ALL -> all;
        };
    }

    private static void finite(String part, long id, float[] numbers, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Float.isFinite(numbers[i])) {
                throw new IllegalArgumentException("input " + (i - from) + " of row " + id + " of part " + part
                        + " must be a finite number, was " + numbers[i]);
            }
        }
    }

    /** Inputs that are standardised when they are read; {@code centre} and {@code factor} have a number for each input. */
    private record Standardized(String part, Rows source, double[] centre, double[] factor) implements Rows {

        @Override
        public InputShape.Features shape() {
            return source.shape();
        }

        @Override
        public void read(long id, float[] into, int at) {
            source.read(id, into, at);
            finite(part, id, into, at, at + centre.length);
            for (int i = 0; i < centre.length; i++) {
                into[at + i] = (float) ((into[at + i] - centre[i]) * factor[i]);
            }
        }
    }
}
