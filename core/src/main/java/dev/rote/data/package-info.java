/**
 * Examples: where they come from and how a net is handed some of them.
 *
 * <p>A {@link dev.rote.data.Source} is a value in a recipe ("addition modulo 97, half for training"). Opened, it becomes
 * {@link dev.rote.data.Parts}: named {@linkplain dev.rote.data.Dataset data sets}, {@code train} and {@code test} at least.
 * A data set is asked for examples <em>by id</em> and answers with a {@link dev.rote.data.Batch}: the ids, an input tensor
 * and a target tensor. The id is the row in the source and stays with the example through splits, corruption, selection and
 * scoring; that is how a score, a corrupted label and a line of the user's file find each other again.
 *
 * <p>Indices travel, not one-hot rows: an equation modulo 97 is two whole numbers until a net looks them up.
 *
 * <p>Generators make data with a known rule. {@link dev.rote.data.ModularArithmetic} is the first: small enough to train on
 * whole, hard enough that memorising and understanding are different things;
 * {@link dev.rote.data.GaussianClouds} is points in the plane, for linear models. Readers of files live in
 * {@code dev.rote.data.files}; {@link dev.rote.data.NamedFiles} knows where well-known sets may lie. To add a source, write one record that
 * implements {@link dev.rote.data.Source} and name it in the catalogue; its ids must be ascending and its split drawn from
 * the seeds it is given.
 *
 * <p>On their way from a source to a net, examples may be prepared once ({@link dev.rote.data.Preparation}) and changed at random
 * at every step ({@link dev.rote.data.Augmentation}).
 */
@NullMarked
package dev.rote.data;

import org.jspecify.annotations.NullMarked;
