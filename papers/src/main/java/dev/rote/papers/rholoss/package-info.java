/**
 * RHO-LOSS (Mindermann et al. 2022) re-made: is a small net that saw other data a good guide to what is worth a step?
 *
 * <p>{@link dev.rote.papers.rholoss.RhoLossPaper} is the whole of it. The method is {@link dev.rote.methods.RhoLoss}; the small net is a
 * run that the recipe needs. At the desk scale the data are MNIST digits at 14 x 14 pixels, half of them held out; at the paper
 * scale CIFAR-10 with a ResNet-18. Arms are compared by gradient steps, which leaves out what choosing costs.
 *
 * <p>All recipes of one seed draw the same split, so that what the small net was trained on is never what the target trains on.
 */
@NullMarked
package dev.rote.papers.rholoss;

import org.jspecify.annotations.NullMarked;
