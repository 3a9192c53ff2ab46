package dev.rote.scores;

import dev.rote.tensor.DType;
import dev.rote.tensor.Place;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;

/**
 * The Cholesky factor H = L L^T of a symmetric positive definite matrix, written over its lower half, block by block: no second matrix of
 * that size is ever needed. Blocks are shared out to workers; the bytes do not depend on their number.
 */
final class Cholesky {

    /** Rows of a block. */
    static final int BLOCK = 256;

    private final Tensor lower;
    private final int size;
    private final Workers workers;

    private Cholesky(Tensor lower, Workers workers) {
        this.lower = lower;
        this.size = (int) lower.size(0);
        this.workers = workers;
    }

    /**
     * Factorises.
     *
     * @param matrix float64 [n, n], of which the blocks on and below the diagonal are read and written over
     * @throws IllegalArgumentException when it is not positive definite
     */
    static Cholesky of(Tensor matrix, Workers workers) {
        Cholesky factor = new Cholesky(matrix, workers);
        for (int i = 0; i < factor.blocks(); i++) {
            factor.eliminate(i);
        }
        return factor;
    }

    private void eliminate(int i) {
        workers.forEach(1, piece -> block(i, i).copy_(root(block(i, i))));
        int below = blocks() - i - 1;
        workers.forEach(below, piece -> {
            Tensor panel = block(i + 1 + piece, i);
            panel.copy_(block(i, i).solveTriangular(panel.t()).t());
        });
        workers.forEach(below, piece -> {
            int j = i + 1 + piece;
            Tensor rest = rows(j, size - from(j)).narrow(1, from(j), length(j));
            Tensor panels = rows(j, size - from(j)).narrow(1, from(i), length(i));
            rest.addmm_(panels, block(j, i).t(), 1, -1);
        });
    }

    private static Tensor root(Tensor block) {
        try {
            return block.cholesky();
        } catch (RuntimeException e) { // the only thing that libtorch's can fail at
            throw new IllegalArgumentException("the matrix is not positive definite", e);
        }
    }

    /** L^-1 Y for Y, float64 [n, C]; a new tensor. */
    Tensor forward(Tensor y) {
        Tensor z = y.copy();
        workers.forEach(1, piece -> substitute(z, 0));
        return z;
    }

    /** Columns of L^-1 and where they begin. */
    @FunctionalInterface
    interface Columns {
        /**
         * Looks at the columns from position {@code from} on.
         *
         * @param columns rows {@code from} and later, above which they are zero: [n - from, at most {@value #BLOCK}]
         */
        void accept(int from, Tensor columns);
    }

    /** Calls back with each block of columns of L^-1, on several threads. */
    void inverseColumns(Columns look) {
        workers.forEach(blocks(), j -> {
            Tensor columns = new Place(DType.FLOAT64, lower.device()).zeros(size - from(j), length(j));
            for (int k = 0; k < length(j); k++) {
                columns.narrow(0, k, 1).narrow(1, k, 1).fill_(1);
            }
            substitute(columns, j);
            look.accept(from(j), columns);
        });
    }

    /** Replaces right sides by solutions of L X = B, whose rows begin with block {@code first}. */
    private void substitute(Tensor sides, int first) {
        for (int i = first; i < blocks(); i++) {
            int above = from(i) - from(first);
            Tensor side = sides.narrow(0, above, length(i));
            if (above > 0) {
                side.addmm_(rows(i, length(i)).narrow(1, from(first), above), sides.narrow(0, 0, above), 1, -1);
            }
            side.copy_(block(i, i).solveTriangular(side));
        }
    }

    private Tensor rows(int i, int count) {
        return lower.narrow(0, from(i), count);
    }

    private Tensor block(int i, int j) {
        return rows(i, length(i)).narrow(1, from(j), length(j));
    }

    private int blocks() {
        return (size + BLOCK - 1) / BLOCK;
    }

    private static int from(int i) {
        return i * BLOCK;
    }

    private int length(int i) {
        return Math.min(BLOCK, size - from(i));
    }
}
