/**
 * From a recipe to a run folder, and back to results.
 *
 * <p>A {@link dev.rote.runs.Recipe} says everything about one training. It is a value: written as YAML by
 * {@link dev.rote.runs.RecipeFile}, read back strictly (unknown keys, wrong types and values out of range are refused with
 * file, line and remedy). Which names a recipe may use for nets, losses or methods is said by {@link dev.rote.yaml.Kinds}.
 *
 * <p>{@link dev.rote.runs.Run} carries a recipe out in a {@link dev.rote.runs.RunFolder}; {@link dev.rote.runs.RunPool} carries
 * out many side by side; {@link dev.rote.runs.Sweep} makes many from one. Data flow one way: what a run leaves behind is files,
 * and {@link dev.rote.runs.Results} reads files. Nothing downstream (claims, reports) ever touches a living training.
 *
 * <p>The folder can be trusted, because of how {@link dev.rote.files} writes: what is replaced is replaced wholly, what grows is cut
 * back on resume to the length that the newest checkpoint noted, one process owns a folder, and {@code done} is written last.
 *
 * <p>So a run may be killed at any moment, and resumed it ends with the same bytes.
 */
@NullMarked
package dev.rote.runs;

import org.jspecify.annotations.NullMarked;
