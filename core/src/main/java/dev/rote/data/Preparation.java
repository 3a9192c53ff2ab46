package dev.rote.data;

import dev.rote.tensor.Seeds;

/** Something done to data between reading and spoiling them: a value in a recipe. What it learns, it learns from the train part. */
public interface Preparation {

    /**
     * The prepared parts.
     *
     * @param parts as read, or as the preparation before left them
     * @param seeds where random choices are drawn from
     * @throws IllegalArgumentException when these data cannot be prepared so
     */
    Parts apply(Parts parts, Seeds seeds);
}
