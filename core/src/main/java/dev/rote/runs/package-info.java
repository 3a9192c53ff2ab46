/**
 * From a recipe to a run folder, and back to results.
 *
 * <p>A {@link dev.rote.runs.Recipe} says everything about one training. It is a value: written as YAML by
 * {@link dev.rote.runs.RecipeFile}, read back strictly (unknown keys, wrong types and values out of range are refused with
 * file, line and remedy). Which names a recipe may use for nets, losses or methods is said by {@link dev.rote.runs.Kinds}.
 *
 * <p>{@link dev.rote.runs.Run} carries a recipe out in a {@link dev.rote.runs.RunFolder}; {@link dev.rote.runs.Pool} carries
 * out many side by side; {@link dev.rote.runs.Sweep} makes many from one. Data flow one way: what a run leaves behind is files,
 * and {@link dev.rote.runs.Results} reads files. Nothing downstream (claims, reports) ever touches a living training.
 *
 * <p>The folder can be trusted:
 *
 * <ul>
 *   <li>a file that is replaced ({@link dev.rote.runs.AtomicFile}) is replaced wholly or not at all;
 *   <li>a file that grows ({@link dev.rote.runs.Journal}, {@link dev.rote.runs.TableFile}) is cut back on resume to the
 *       length that the newest {@link dev.rote.runs.Checkpoint} noted;
 *   <li>a checkpoint carries a checksum, and the one before it is kept;
 *   <li>one process owns a folder ({@link dev.rote.runs.FolderLock});
 *   <li>{@code done} is written last.
 * </ul>
 *
 * <p>So a run may be killed at any moment, and resumed it ends with the same bytes.
 */
@NullMarked
package dev.rote.runs;

import org.jspecify.annotations.NullMarked;
