package dev.rote.confident;

import java.util.Arrays;

/** The so many lowest of all that was offered, equal values by lower id: a heap whose top is the last that is in. */
final class Shortlist {

    private final int capacity;
    private double[] values = {};
    private long[] ids = {};
    private int size;

    Shortlist(long capacity) {
        // An array has no more places; nobody shortlists more than an array can hold.
        this.capacity = (int) Math.min(Integer.MAX_VALUE - 8, capacity);
    }

    int capacity() {
        return capacity;
    }

    int size() {
        return size;
    }

    /** The i-th in no particular order. */
    double value(int i) {
        return values[i];
    }

    long id(int i) {
        return ids[i];
    }

    /** The highest value that is in; negative infinity when none is. */
    double lastValue() {
        return size == 0 ? Double.NEGATIVE_INFINITY : values[0];
    }

    long lastId() {
        return size == 0 ? -1 : ids[0];
    }

    void offer(double value, long id) {
        if (size < capacity) {
            if (size == values.length) {
                int room = (int) Math.min(capacity, Math.max(8L, 2L * size));
                values = Arrays.copyOf(values, room);
                ids = Arrays.copyOf(ids, room);
            }
            rise(size++, value, id);
        } else if (capacity > 0 && before(value, id, values[0], ids[0])) {
            sink(value, id);
        }
    }

    static boolean before(double value, long id, double otherValue, long otherId) {
        return value < otherValue || value == otherValue && id < otherId;
    }

    private void rise(int from, double value, long id) {
        int at = from;
        while (at > 0 && before(values[(at - 1) / 2], ids[(at - 1) / 2], value, id)) {
            put(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
        values[at] = value;
        ids[at] = id;
    }

    private void sink(double value, long id) {
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && before(values[child], ids[child], values[child + 1], ids[child + 1])) {
                child++;
            }
            if (!before(value, id, values[child], ids[child])) {
                break;
            }
            put(at, child);
            at = child;
        }
        values[at] = value;
        ids[at] = id;
    }

    private void put(int to, int from) {
        values[to] = values[from];
        ids[to] = ids[from];
    }
}
