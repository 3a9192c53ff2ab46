/**
 * Schioppa, Zablotskaia, Vilar and Sokolov, "Scaling Up Influence Functions", AAAI 2022, arXiv 2112.03052.
 *
 * <p>Influence functions say how a training example changes a prediction, by the inverse of the Hessian, which no net of today fits
 * into a machine. The paper finds the steepest directions of the loss by Arnoldi iteration, once, and looks at gradients along these
 * alone. It reports that wrong labels, which an example's influence on itself gives away, are found as well as by older ways, orders of
 * magnitude faster.
 *
 * <p>Here a net is trained on right labels and scores examples it has not seen, some of them with wrong labels, as in the authors'
 * notebook; a third arm scores the wrong labels that it was trained on. Beside self-influence stand random directions, the same
 * directions unweighted, the gradient's norm and the plain loss: the last finds more, and a claim of ours says so. Speed is not timed:
 * a clock on a shared machine would measure the machine.
 */
@NullMarked
package dev.rote.papers.arnoldiinfluence;

import org.jspecify.annotations.NullMarked;
