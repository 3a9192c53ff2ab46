/**
 * What is done to data between reading and spoiling them.
 *
 * <p>A {@link dev.rote.data.Preparation} makes parts out of parts. What it learns, it learns from the train part; what it
 * draws, it draws by example id, so the same example is chosen whatever else is there. Inputs are changed while they are read:
 * nothing is copied, and preparations stack in the order of the recipe. All of them need data with features.
 *
 * <ul>
 *   <li>Numbers: {@link dev.rote.data.prepare.Standardize}.
 *   <li>Images [C, H, W]: {@link dev.rote.data.prepare.AveragePool}, {@link dev.rote.data.prepare.Grey}, {@link
 *       dev.rote.data.prepare.Pad}.
 *   <li>Which examples: {@link dev.rote.data.prepare.Take}, {@link dev.rote.data.prepare.HoldOut}, {@link
 *       dev.rote.data.prepare.KeepClasses}, {@link dev.rote.data.prepare.Subsample}, {@link dev.rote.data.prepare.Beside}.
 * </ul>
 *
 * <p>To add one: a record that implements {@link dev.rote.data.Preparation}, its entry in the catalogue, and its test under the
 * contract of all preparations.
 */
@NullMarked
package dev.rote.data.prepare;

import org.jspecify.annotations.NullMarked;
