package dev.rote.audit.features;

/** Numbers about examples, a row each. */
public sealed interface Matrix permits Dense, Sparse {

    /** N. */
    int rows();

    /** D. */
    int columns();

    /** {@code row . weights}: the inner product of a row with D weights that begin at an offset. */
    double dot(int row, double[] weights, int offset);

    /** {@code weights += factor row}, from an offset on. */
    void addTo(int row, double factor, double[] weights, int offset);
}
