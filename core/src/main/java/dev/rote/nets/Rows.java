package dev.rote.nets;

import dev.rote.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The residual stream of N examples at {@code length} positions, [N * length, d], perhaps not yet written out.
 *
 * <p>Before the first layer a position's stream depends on its token alone, so it is a row of a small table; what is linear
 * in the stream is computed once per row of the table instead of once per example, with the same result.
 *
 * @param values the rows themselves [N * length, d], or a table of [positions * vocabulary, d]
 * @param index which row of the table stands at each place, int64 [N * length]; null when the values are the rows
 * @param length positions per example
 */
record Rows(Tensor values, @Nullable Tensor index, int length) {

    /** The rows written out, [N * length, d]. */
    Tensor written() {
        return index == null ? values : values.embedding(index);
    }

    /** The rows times the transpose of a weight [M, d]: [N * length, M]. */
    Tensor times(Tensor weight) {
        return new Rows(values.mm(weight.t()), index, length).written();
    }

    /** The last position alone. */
    Rows last() {
        if (index != null) {
            return new Rows(values, index.reshape(-1, length).select(1, length - 1), 1);
        }
        return new Rows(values.reshape(-1, length, values.size(1)).select(1, length - 1), null, 1);
    }
}
