/**
 * Influence functions: which training examples help or hurt a prediction, without training again.
 *
 * <p>{@link dev.rote.influence.Arnoldi} finds the steepest directions of the loss from products with its Hessian,
 * {@link dev.rote.influence.Slopes} projects the gradients of examples on them, and {@link dev.rote.influence.Influence} puts both
 * together. {@link dev.rote.influence.TracIn} and random directions ({@link dev.rote.influence.Eigenpairs#random}) are what it is
 * compared with, side by side in an {@link dev.rote.influence.InfluenceTable}. A positive influence helps, everywhere here.
 */
@NullMarked
package dev.rote.influence;

import org.jspecify.annotations.NullMarked;
