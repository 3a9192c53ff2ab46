package dev.rote.tensor;

import java.util.List;
import java.util.stream.LongStream;

/** What one example's input looks like, so that a net can be built for it. */
public sealed interface InputShape {

    /** How many numbers the input has when written out densely (one-hot for tokens). */
    long size();

    /** Some examples of zeros as they travel, [N, ...]. */
    Tensor zeros(int examples, Place place);

    /**
     * Whole numbers, each naming one of a few symbols; travels as int64 [N, length].
     *
     * @param length symbols per example
     * @param vocabulary how many different symbols there are
     */
    record Tokens(int length, int vocabulary) implements InputShape {
        @Override
        public long size() {
            return (long) length * vocabulary;
        }

        @Override
        public Tensor zeros(int examples, Place place) {
            return place.indices(new long[examples * length], examples, length);
        }
    }

    /**
     * Real numbers; travels as float [N, dims...].
     *
     * @param dims the shape of one example
     */
    record Features(List<Long> dims) implements InputShape {
        public Features {
            dims = List.copyOf(dims);
        }

        @Override
        public long size() {
            return dims.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
        }

        @Override
        public Tensor zeros(int examples, Place place) {
            return place.zeros(
                    LongStream.concat(LongStream.of(examples), dims.stream().mapToLong(Long::longValue))
                            .toArray());
        }
    }
}
