package dev.rote.data;

/** What a net is asked to predict. */
public sealed interface Target {

    /** How many outputs a net needs. */
    int outputs();

    /**
     * One of K classes; travels as int64 [N], or as soft targets, float [N, K], when a method mixes labels.
     *
     * @param count K
     */
    record Classes(int count) implements Target {
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
