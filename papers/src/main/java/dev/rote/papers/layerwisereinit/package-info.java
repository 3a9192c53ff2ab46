/**
 * Layerwise reinitialisation (Alabdulmohsin, Maennel and Keysers 2021) re-made: does it pay to forget?
 *
 * <p>{@link dev.rote.papers.layerwisereinit.LayerwiseReinitPaper} is the whole of it. Seven ways to spend one budget of steps are compared
 * on three small sets of grey pictures; all have the same net, the same batches and the same restarts of the learning rate. The paper has
 * no public code, so the recipes follow its text and the reimplementation named at {@link dev.rote.methods.LayerwiseReinit}. Others have
 * disputed its ranking since: Zhou et al. (2022) find forgetting of later layers as good, and no gain over strong baselines.
 */
@NullMarked
package dev.rote.papers.layerwisereinit;

import org.jspecify.annotations.NullMarked;
