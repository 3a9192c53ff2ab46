/**
 * Losses, one per file: what an example costs, before any mean.
 *
 * <p>A {@link dev.rote.train.Loss} gives one number per example, so that selecting, weighting and scoring examples need
 * nothing more than arithmetic on a vector. {@link dev.rote.losses.CrossEntropy} is what classifiers usually minimise;
 * {@link dev.rote.losses.Mse} on one-hot targets is what the grokking literature uses. Both take class labels and soft
 * targets alike, and both also implement {@link dev.rote.nets.OutputGradient}, the derivative by the outputs, so that a
 * model with a hand-written gradient can use them.
 *
 * <p>Against wrong labels: {@link dev.rote.losses.Mae}, {@link dev.rote.losses.Rce} and {@link dev.rote.losses.Nce} are
 * symmetric (their sum over all labels does not depend on the net), and so robust to uniform label noise, but slow or weak
 * alone. {@link dev.rote.losses.Gce}, {@link dev.rote.losses.Sce}, {@link dev.rote.losses.NceRce} and
 * {@link dev.rote.losses.NceMae} mix robustness with fit. {@link dev.rote.losses.LabelSmoothing} softens all labels alike;
 * {@link dev.rote.losses.Focal} turns to the hard examples, wrong labels included. Losses do not know each other; most are a
 * {@code Term}, or a sum of two: one formula of log-probabilities and targets, from which the rest follows.
 *
 * <p>To add a loss: a record whose {@code perExample} returns [N], finite for finite outputs; implementing
 * {@code OutputGradient} says that a row depends on its own outputs alone, and lets batches be cut.
 */
@NullMarked
package dev.rote.losses;

import org.jspecify.annotations.NullMarked;
