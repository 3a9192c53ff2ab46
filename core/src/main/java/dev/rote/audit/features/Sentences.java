package dev.rote.audit.features;

import dev.rote.tensor.Workers;
import java.util.function.DoubleConsumer;

/** Texts as vectors that tell their meaning. They are made when asked for, since that may take longer than all else. */
@FunctionalInterface
public interface Sentences {

    /**
     * A vector of length 1 for each example, [N] rows.
     *
     * @param progress told which share of the work is done, again and again, 1 in all
     * @throws LinkageError where nothing can make them on this platform
     */
    Dense vectors(Workers workers, DoubleConsumer progress);
}
