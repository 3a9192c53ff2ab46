/**
 * Training: one loop, and the few interfaces by which everything else takes part in it.
 *
 * <p>A step is: draw a batch; make a {@link dev.rote.train.Gradient} of the wrapped {@link dev.rote.train.Loss}; hand it to
 * the wrapped {@link dev.rote.train.Update}. A {@link dev.rote.train.Method} wraps the loss (to select, weight or change
 * examples), the update (to look elsewhere before moving, as SAM does), or acts at a {@link dev.rote.train.Moment}. The list
 * in a recipe is the order of wrapping: each method wraps those before it. {@link dev.rote.train.Loop} folds the list once and
 * never asks what is in it.
 *
 * <p>Four rules make wrapping work.
 *
 * <ol>
 *   <li><b>Gradients can be evaluated again</b>, at other weights, within the same step. Running state moves only on the
 *       {@linkplain dev.rote.train.Pass#first() first} evaluation of a row.
 *   <li><b>Randomness is keyed</b> by seed, step and name ({@link dev.rote.train.Pass#random}): the second evaluation sees
 *       the dropout masks of the first, and a resumed run those of the unbroken one.
 *   <li><b>Schedules read the clock</b>; nobody counts calls.
 *   <li><b>State belongs to the loop</b>: a method is a constant value and asks {@link dev.rote.train.Training#keep} for
 *       what must survive, so that a checkpoint misses nothing.
 * </ol>
 *
 * <p>Losses return one number per example and never the mean; the loop takes the mean. Optimizers are small records over
 * tensors whose state lives in the loop under names, for the same reason as above. Where a model has a hand-written
 * {@link dev.rote.nets.Backprop} and no method wraps the loss, it stands in for autograd behind the same interface.
 *
 * <p>To add a method: one record that implements {@link dev.rote.train.Method}, no longer than a screen, under the contract
 * test that all methods share.
 */
@NullMarked
package dev.rote.train;

import org.jspecify.annotations.NullMarked;
