/**
 * Agarwal, D'souza and Hooker, "Estimating Example Difficulty using Variance of Gradients", CVPR 2022, arXiv 2008.11600.
 *
 * <p>The gradient of the output of an example's class with respect to its input shows what the net looks at. The paper scores an example by
 * how much that moves about over a few epochs. {@code ErrorClaims} (VoG-t to VoG-s) looks at test errors, {@code OddClaims} (VoG-n,
 * VoG-o) at wrong labels and inputs of another kind; {@code Experiments} names the runs, {@code Seen} reads their scores, {@code Charts}
 * draws.
 *
 * <p>Stage, output and class means were fixed before the runs: the last three epochs, outputs before any softmax, by label, class means taken
 * out; for inputs of another kind by prediction and bare, since they have no label and their class means would hide them. The distance
 * to the boundary in the toy is the size of the margin at the end. The paper's figures carry no numbers that could be verified, so
 * tolerances are ours.
 *
 * <p>At this size little of it comes out, three seeds, a net of two convolutions that fits 99 % of 3,000 pictures of clothes: the tenth of
 * highest VoG errs 1.13 times as often as all (1.4 asked), no more than with an MLP (1.17), and the order of errors is that of chance (area
 * 0.514, from 0.470 to 0.546). Wrong labels that were learned by heart do have higher VoG, but their loss tells them far better (0.58
 * against 0.76). Perhaps it takes nets and data that are learned in stages, as ImageNet's are.
 */
@NullMarked
package dev.rote.papers.vog;

import org.jspecify.annotations.NullMarked;
