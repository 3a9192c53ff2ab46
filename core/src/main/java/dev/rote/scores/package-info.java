/**
 * Scores: one number per training example, one file each.
 *
 * <p>A {@link dev.rote.scores.ExampleScore} looks at a model, or at the data alone, and says of every training example how hard, how odd
 * or how memorised it is. Each class documents its range and which end is suspicious. Scores are written to
 * {@code tables/scores.csv} of a run and are members of the full audit.
 */
@NullMarked
package dev.rote.scores;

import org.jspecify.annotations.NullMarked;
