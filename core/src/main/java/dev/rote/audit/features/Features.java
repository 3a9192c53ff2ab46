package dev.rote.audit.features;

/**
 * The same N examples as different learners like to see them. Made without looking at any label.
 *
 * @param linear for linear models: one-hot categories, standardised numbers, TF-IDF
 * @param scaled for nets and neighbours: dense, standardised, few columns; for text its leading singular directions
 * @param plain for trees: categories as numbers, numbers as they are, NaN where missing
 */
public record Features(Matrix linear, Dense scaled, Dense plain) {

    public Features {
        if (linear.rows() != scaled.rows() || linear.rows() != plain.rows()) {
            throw new IllegalArgumentException("the views have " + linear.rows() + ", " + scaled.rows() + " and "
                    + plain.rows() + " rows, must be the same");
        }
    }

    /** N. */
    public int rows() {
        return linear.rows();
    }
}
