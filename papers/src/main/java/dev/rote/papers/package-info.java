/**
 * Published systems, re-made: what to run, and what must come out if the paper is right.
 *
 * <p>A paper here is a value with no code of its own to train anything. {@link dev.rote.claims.Paper} asks it for five things:
 * where it was published; the recipes of its experiments at a scale; its claims, each a sentence with a check that can fail; the
 * sentences of its abstract with the claims that test them; and charts of whatever runs there are. Everything else (carrying
 * runs out side by side, resuming them, judging, writing the report) is the same for all papers.
 *
 * <p>Three habits keep such a re-measurement honest.
 *
 * <ul>
 *   <li><b>Tolerances come first.</b> What a check accepts is fixed before the runs and written next to what the paper itself
 *       reports; the two are never blended. Where a run then falls outside, the verdict is FAILED and the figures are shown. A
 *       tolerance is not widened to let a result in.
 *   <li><b>Every check can fail.</b> For each claim the tests hold two results made by hand: one at which it must hold and one,
 *       usually a hair's breadth away, at which it must not. Where a paper has no control (does pruning at random
 *       do the same?), one is added and said to be ours.
 *   <li><b>Nothing is silently left out.</b> What is too long for a desk is a recipe of the PAPER scale, and its claim reads
 *       NOT_RUN with the reason until somebody spends the hours.
 * </ul>
 *
 * <p>{@link dev.rote.papers.grokornot} is the first. To add one, make a package of small files (arms, claims by theme,
 * charts) around one public class that implements {@code Paper}, and enter it in the catalogue.
 */
@NullMarked
package dev.rote.papers;

import org.jspecify.annotations.NullMarked;
