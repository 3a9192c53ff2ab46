/**
 * Methods: research ideas that change training, one per file.
 *
 * <p>A method is a record of its hyper-parameters that wraps what it changes ({@link dev.rote.train.Method}). It can be used
 * by name in a recipe, or alone: construct it, hand it to {@link dev.rote.train.Settings}. Methods never import each other;
 * they combine because each sees only the loss or the update inside it.
 *
 * <ul>
 *   <li>{@link dev.rote.methods.Sam} (Foret et al. 2021) wraps the update: takes the gradient at the worst nearby weights.
 *       rho = 0 is plain training; too large a rho never reaches a minimum.
 *   <li>{@link dev.rote.methods.Mixup} (Zhang et al. 2018) wraps the loss: trains on mixtures of pairs. alpha = 0 is plain
 *       training; large alpha mixes everything half and half and underfits.
 * </ul>
 *
 * <p>To add one: a record with defaults in its constructor without arguments, at most 80 lines of code, a card in
 * {@code docs/methods}, a line in the catalogue, and a subclass of the contract test that all methods pass.
 */
@NullMarked
package dev.rote.methods;

import org.jspecify.annotations.NullMarked;
