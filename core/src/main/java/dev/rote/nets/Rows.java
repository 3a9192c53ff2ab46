package dev.rote.nets;

import dev.rote.tensor.Tensor;
import java.util.Objects;
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

    /** True when scores of all pairs of table rows take less memory than those of the examples would, twice over. */
    boolean pairsInTable(Rows asking, long heads) {
        if (index == null || asking.index == null) {
            return false;
        }
        return 2 * heads * values.size(0) * values.size(0) <= index.numel() * values.size(1);
    }

    /**
     * The scores {@code (x_asking query^T) (x key^T)^T} per head, [N, length, heads], looked up in a table of all pairs of
     * rows. Needs an index, and one asking position per example.
     */
    Tensor tabledScores(Rows asking, Tensor query, Tensor key, long heads) {
        long rows = values.size(0);
        Tensor q = values.mm(query.t()).reshape(rows, heads, -1).transpose(0, 1);
        Tensor k = values.mm(key.t()).reshape(rows, heads, -1).permute(1, 2, 0);
        Tensor table = q.matmul(k).permute(1, 2, 0).reshape(rows * rows, heads);
        Tensor from = Objects.requireNonNull(asking.index).reshape(-1, 1);
        Tensor start = from.mul(from.place().indices(new long[] {rows}, 1)); // a whole number keeps int64
        return table.embedding(start.add(Objects.requireNonNull(index).reshape(-1, length)));
    }
}
