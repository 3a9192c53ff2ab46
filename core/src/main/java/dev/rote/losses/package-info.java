/**
 * Losses, one per file: what an example costs, before any mean.
 *
 * <p>A {@link dev.rote.train.Loss} gives one number per example, so that selecting, weighting and scoring examples need
 * nothing more than arithmetic on a vector. {@link dev.rote.losses.CrossEntropy} is what classifiers usually minimise;
 * {@link dev.rote.losses.Mse} on one-hot targets is what the grokking literature uses. Both take class labels and soft
 * targets alike, and both also implement {@link dev.rote.nets.OutputGradient}, the derivative by the outputs, so that a
 * model with a hand-written gradient can use them.
 *
 * <p>To add a loss: a record whose {@code perExample} returns [N], finite for finite outputs; implementing
 * {@code OutputGradient} is worth it only where the closed form is short.
 */
@NullMarked
package dev.rote.losses;

import org.jspecify.annotations.NullMarked;
