package dev.rote.data.files;

import dev.rote.data.Examples;
import dev.rote.data.Target;
import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;

/** Makes a data part of an array of inputs and an array of labels. */
final class ArrayPart {

    /** Unsigned bytes are brightness: divided by this they are from 0 to 1. */
    private static final double BRIGHTNESS = 255;

    /** Floats up to so many bytes are looked through when they are opened; beyond, row by row when they are read. */
    private static final long LOOKED_THROUGH = 256L << 20;

    private static final long WIDEST = 1L << 26;

    private ArrayPart() {}

    /** The part that is trained on; its labels say which classes there are. */
    static Examples train(NumberArray inputs, NumberArray labels, List<String> names) throws IOException {
        return train(inputs, labels, names, BRIGHTNESS);
    }

    /** The same with unsigned bytes divided by something else. */
    static Examples train(NumberArray inputs, NumberArray labels, List<String> names, double divisor)
            throws IOException {
        int[] read = read(inputs, labels);
        return examples(inputs, read, Labels.classes(labels.name(), read, names), divisor);
    }

    /** Another part, with the classes and the shape of the one that is trained on. */
    static Examples test(NumberArray inputs, NumberArray labels, Examples train) throws IOException {
        int[] read = read(inputs, labels);
        Target.Classes classes = (Target.Classes) train.target();
        Labels.requireWithin(labels.name(), read, classes);
        Examples test = examples(inputs, read, classes, BRIGHTNESS);
        if (!test.inputs().equals(train.inputs())) {
            throw new IOException(
                    inputs.name() + ": rows have shape " + test.inputs().dims() + ", those to train on "
                            + train.inputs().dims() + "; both must have the same");
        }
        return test;
    }

    private static int[] read(NumberArray inputs, NumberArray labels) throws IOException {
        if (inputs.shape().isEmpty()) {
            throw new IOException(inputs.name() + ": inputs must have a row per example, was a single number");
        }
        Labels.rows(inputs.name(), inputs.shape().get(0));
        if (inputs.rowSize() < 1 || inputs.rowSize() > WIDEST) {
            throw new IOException(
                    inputs.name() + ": a row must have from 1 to " + WIDEST + " numbers, has " + inputs.rowSize());
        }
        int[] read = Labels.read(labels, inputs.name(), inputs.shape().get(0));
        if (inputs.bytes().length() <= LOOKED_THROUGH) {
            inputs.requireFinite();
        }
        return read;
    }

    private static Examples examples(NumberArray inputs, int[] labels, Target.Classes classes, double divisor) {
        long[] ids = LongStream.range(0, labels.length).toArray();
        return Examples.of(ids, new ArrayRows(inputs, divisor), classes, labels);
    }
}
