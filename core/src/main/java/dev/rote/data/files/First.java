package dev.rote.data.files;

import dev.rote.data.Examples;
import dev.rote.data.Parts;
import java.util.stream.IntStream;

/** Leaves all but the first examples of a train part out. */
final class First {

    private First() {}

    /** Throws {@link IllegalArgumentException} when the count is negative. */
    static void require(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("first must be at least 0 (0 takes all), was " + count);
        }
    }

    /** The first {@code count} of the train part, 0 for all. */
    static Parts of(Parts parts, int count) {
        Examples train = Examples.of(parts.get("train"), "first");
        if (count > train.size()) {
            throw new IllegalArgumentException("first must be at most the " + train.size() + " examples that "
                    + parts.source() + " has to train on, was " + count);
        }
        return count == 0
                ? parts
                : parts.with("train", train.at(IntStream.range(0, count).toArray()));
    }
}
