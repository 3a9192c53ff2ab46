/**
 * Features: tables, texts and pictures turned into numbers, without looking at a label.
 *
 * <p>{@link dev.rote.audit.features.Features} holds three views of the same examples, because a linear model, a net and a tree each want
 * theirs. {@link dev.rote.audit.features.Matrix} is what they are made of, {@link dev.rote.audit.features.Dense} or
 * {@link dev.rote.audit.features.Sparse}.
 */
@NullMarked
package dev.rote.audit.features;

import org.jspecify.annotations.NullMarked;
