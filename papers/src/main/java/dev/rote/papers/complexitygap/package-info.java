/**
 * Nohyun, Choi and Chung, "Data Valuation Without Training of a Model", ICLR 2023, arXiv 2301.00930.
 *
 * <p>How far the weights of a very wide two-layer net travel, and a bound on its error, follow from one number of its training data: the
 * complexity of the labels. The paper scores an example by how much of that number goes when it goes. {@code NoiseClaims} (CG-a to CG-f)
 * looks at wrong labels, {@code PruningClaims} (CG-p) at leaving examples out, {@code LearningClaims} (CG-h, CG-m) at what is learned
 * late and at the movement itself; {@code Experiments} names the runs, {@code Charts} draws.
 *
 * <p>The paper's figures carry no numbers that could be verified, so tolerances are ours, fixed before the runs. Photographs are scored as
 * read, in [0, 1]; the paper's code scores them after its training transforms.
 */
@NullMarked
package dev.rote.papers.complexitygap;

import org.jspecify.annotations.NullMarked;
