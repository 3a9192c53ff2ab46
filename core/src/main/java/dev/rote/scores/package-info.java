/**
 * Scores: one number per example, one file each.
 *
 * <p>A {@link dev.rote.scores.ExampleScore} looks at a model, or at the data alone, and says of every example how hard, how odd or how
 * memorised it is. Each class documents its range and which end is suspicious. Scores are written to {@code tables/scores.csv} of a run
 * and are members of the full audit.
 *
 * <ul>
 *   <li>{@link dev.rote.scores.ExampleLoss}, {@link dev.rote.scores.ExampleMargin}: what the trained model says of the given label; the
 *       plain rivals of all others.
 *   <li>{@link dev.rote.scores.TurnoverMemorization}, {@link dev.rote.scores.TurnoverInfluence} (Kobayashi et al. 2020): what training on
 *       an example did for itself, and for a part of the data, of a net trained with turn-over dropout.
 *   <li>{@link dev.rote.scores.ArnoldiInfluence}: influence on itself.
 *   <li>{@link dev.rote.scores.ComplexityGap} (Nohyun et al. 2023): from inputs and labels alone; {@link dev.rote.scores.ComplexityGaps}
 *       computes it on plain arrays, {@link dev.rote.scores.ComplexityPrune} leaves examples out by it, {@link
 *       dev.rote.scores.WeightMovement} measures what it predicts.
 *   <li>{@link dev.rote.scores.Vog} (Agarwal et al. 2022): how input gradients move about while the net learns.
 *   <li>{@link dev.rote.scores.WrongLabel}: the truth, where labels were spoiled on purpose.
 * </ul>
 *
 * <p>To add one: a record whose {@code of} leaves the model as it was and is the same whenever it is asked; what it must remember of
 * earlier moments it asks of {@link dev.rote.measures.Subject#keep}, randomness of {@link dev.rote.measures.Subject#random}.
 */
@NullMarked
package dev.rote.scores;

import org.jspecify.annotations.NullMarked;
