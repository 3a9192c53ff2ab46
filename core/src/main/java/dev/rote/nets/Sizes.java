package dev.rote.nets;

import dev.rote.tensor.InputShape;

/** The shape of one example between two layers; a vector of M numbers is M x 1 x 1. */
record Sizes(long channels, long height, long width) {

    /**
     * The shape of an image.
     *
     * @param kind the net that asks, for the message
     * @throws IllegalArgumentException when inputs are not images [C, H, W]
     */
    static Sizes of(InputShape inputs, String kind) {
        if (inputs instanceof InputShape.Features features && features.dims().size() == 3) {
            return new Sizes(
                    features.dims().get(0),
                    features.dims().get(1),
                    features.dims().get(2));
        }
        String was =
                inputs instanceof InputShape.Features features ? features.dims().toString() : "tokens";
        throw new IllegalArgumentException(kind + " takes images [channels, height, width], was " + was
                + "; grey images are [1, height, width], other data suit the net mlp");
    }

    long count() {
        return channels * height * width;
    }

    /** These sizes, when the image is at least that large. */
    Sizes atLeast(long size, String layer) {
        if (height < size || width < size) {
            throw new IllegalArgumentException("images are too small for this net: before " + layer + " they are "
                    + height + " x " + width + ", and must be at least " + size + " x " + size);
        }
        return this;
    }
}
