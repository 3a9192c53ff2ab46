/**
 * Ways of spoiling data on purpose, each of which keeps the truth.
 *
 * <p>To measure what a net memorises one must know which labels are wrong, so wrong labels are made here: a
 * {@link dev.rote.noise.Noise} wraps a clean data set in a {@link dev.rote.noise.Corrupted} one. Training sees the
 * replaced labels; measures ask which examples they are. Draws are keyed by example id and made once: an example has the
 * same wrong label in every epoch, after a resume and in every batch.
 *
 * <p>{@link dev.rote.noise.SymmetricNoise} is the noise of the corrupted arithmetic of Doshi et al. 2024 and of most of the
 * noisy-label literature. Its two readings (may the true label be drawn?) differ by a factor (K - 1)/K in the effective
 * rate, which is why the choice is spelled out. {@link dev.rote.noise.PairNoise}, {@link dev.rote.noise.AsymmetricNoise} and
 * {@link dev.rote.noise.TransitionNoise} depend on the class, {@link dev.rote.noise.InstanceNoise} on the input as well;
 * {@link dev.rote.noise.HumanNoise} takes labels that people gave. {@link dev.rote.noise.Draw} says whether the number of spoiled
 * labels is exact or left to chance.
 *
 * <p>A {@code fraction} is a share of all examples; a {@code rate} is a probability of some of them, and what share of all labels
 * that makes is for the data to tell ({@link dev.rote.noise.Corrupted#corruptedRate()}).
 */
@NullMarked
package dev.rote.noise;

import org.jspecify.annotations.NullMarked;
