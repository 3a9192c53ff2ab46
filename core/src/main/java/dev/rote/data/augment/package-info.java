/**
 * Random changes to training images that leave their label right.
 *
 * <p>A {@link dev.rote.data.Augmentation} is handed a batch [N, C, H, W] at every step. Draws are keyed by example id within the
 * step, so an image looks the same whatever batch, shard or resumed run it is seen in. Here pixels only move: none is mixed
 * with another.
 *
 * <ul>
 *   <li>{@link dev.rote.data.augment.Crop}: a piece of the padded image.
 *   <li>{@link dev.rote.data.augment.Flip}: left and right exchanged.
 *   <li>{@link dev.rote.data.augment.Shift}: moved by a share of its size.
 * </ul>
 *
 * <p>To add one: a record that implements {@link dev.rote.data.Augmentation}, its entry in the catalogue, and its test under the
 * contract of all augmentations.
 */
@NullMarked
package dev.rote.data.augment;

import org.jspecify.annotations.NullMarked;
