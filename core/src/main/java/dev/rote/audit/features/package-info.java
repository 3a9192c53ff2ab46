/**
 * Features: tables, texts and pictures turned into numbers, without looking at a label.
 *
 * <p>{@link dev.rote.audit.features.Features} holds three views of the same examples, because a linear model, a net and a tree each want
 * theirs. {@link dev.rote.audit.features.Matrix} is what they are made of, {@link dev.rote.audit.features.Dense} or
 * {@link dev.rote.audit.features.Sparse}.
 *
 * <p>{@link dev.rote.audit.features.Inputs} opens what a user has, a table ({@link dev.rote.audit.features.TableInput}), texts in a column of one ({@link
 * dev.rote.audit.features.TextInput}) or pictures ({@link dev.rote.audit.features.ImageInput}), as an {@link
 * dev.rote.audit.features.Input}: features, labels, groups whose members must not judge one another (a user's, and duplicates), {@link
 * dev.rote.audit.features.Exhibits} to look at, and notices. Labels are looked at for notices and for what is marked in an exhibit, never for a feature.
 * {@link dev.rote.audit.features.GivenArrays} reads what somebody's own model said instead. What is wrong is a {@link dev.rote.yaml.Problem}
 * with a remedy.
 */
@NullMarked
package dev.rote.audit.features;

import org.jspecify.annotations.NullMarked;
