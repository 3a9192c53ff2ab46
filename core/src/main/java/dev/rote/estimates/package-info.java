/**
 * How much of a data set's labels is wrong, estimated from what a model says of the examples, and how good such a finding is.
 *
 * <p>Plain arrays in, plain arrays out: no model, no tensor, no data set. An estimate is a function of its arguments; the only
 * randomness is that of the bootstrap, and it is keyed.
 *
 * <ul>
 *   <li>{@link dev.rote.estimates.AnchorPoints} (Patrini et al. 2017) reads the transition matrix off the most typical example
 *       of each class. Needs a model that fits the noisy label distribution well; blind where a class has no typical example.
 *   <li>{@link dev.rote.estimates.LossMixture} (Arazo et al. 2019, Li et al. 2020) splits the losses of the examples into low and
 *       high ones. Needs a model that has learned the rule but not yet the wrong labels: after a few epochs, not after many.
 * </ul>
 *
 * <p>Both err with the model: {@link dev.rote.estimates.Bootstrap} tells how much the estimate would move with other examples of
 * the same kind, not how far it is from the truth.
 *
 * <p>Where the truth is known, {@link dev.rote.estimates.RankMetrics} tells how well a score finds it.
 */
@NullMarked
package dev.rote.estimates;

import org.jspecify.annotations.NullMarked;
