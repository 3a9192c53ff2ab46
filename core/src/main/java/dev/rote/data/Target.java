package dev.rote.data;

import java.util.List;

/** What a net is asked to predict. */
public sealed interface Target {

    /** How many outputs a net needs. */
    int outputs();

    /**
     * One of K classes; travels as int64 [N], or as soft targets, float [N, K], when a method mixes labels.
     *
     * @param count K
     * @param names what the classes are called, [K]; empty when they are just numbers
     */
    record Classes(int count, List<String> names) implements Target {

        /** Throws {@link IllegalArgumentException} when there are names, but not K. */
        public Classes {
            names = List.copyOf(names);
            if (!names.isEmpty() && names.size() != count) {
                throw new IllegalArgumentException(
                        "needs a name for each of " + count + " classes, was given " + names.size());
            }
        }

        /** Classes without names. */
        public Classes(int count) {
            this(count, List.of());
        }

        /** Classes called by these names. */
        public Classes(List<String> names) {
            this(names.size(), names);
        }

        /** What a class is called. */
        public String name(int label) {
            return names.isEmpty() ? Integer.toString(label) : names.get(label);
        }

        @Override
        public int outputs() {
            return count;
        }
    }

    /**
     * D real numbers; travels as float [N, D].
     *
     * @param size D
     */
    record Reals(int size) implements Target {
        @Override
        public int outputs() {
            return size;
        }
    }
}
