package dev.rote.files;

import com.fasterxml.jackson.core.io.NumberOutput;

/** How doubles are printed in the files of a run. */
final class Numbers {

    private Numbers() {}

    /**
     * The shortest digits that read back to the same double, the same on every Java release ({@code Double.toString}
     * changed in 19); "NaN", "Infinity" and "-Infinity" for the rest.
     */
    static String exact(double value) {
        return NumberOutput.toString(value, true);
    }
}
