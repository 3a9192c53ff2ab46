/**
 * Influence functions: which training examples help or hurt a prediction, without training again.
 *
 * <p>With a little more weight on a training example x, training would end elsewhere; influence is by how much the loss at z would fall,
 * {@code grad L(x)^T H^-1 grad L(z)}, H the Hessian of the mean loss. H has as many rows as the net has weights, so nobody inverts it: it
 * is looked at in the few directions in which the loss bends most, where influence is a sum of products over eigenvalues. All that is
 * needed is how far the gradient of each example points along them.
 *
 * <p>{@link dev.rote.influence.Arnoldi} finds the steepest directions of the loss from products with its Hessian,
 * {@link dev.rote.influence.Slopes} projects the gradients of examples on them, and {@link dev.rote.influence.Influence} puts both
 * together: {@link dev.rote.influence.Influence#self} of each example on itself, {@link dev.rote.influence.Effects} of all on one
 * prediction. {@link dev.rote.influence.TracIn} and random directions ({@link dev.rote.influence.Eigenpairs#random}) are what it is
 * compared with, side by side in an {@link dev.rote.influence.InfluenceTable}. A positive influence helps, everywhere here.
 */
@NullMarked
package dev.rote.influence;

import org.jspecify.annotations.NullMarked;
