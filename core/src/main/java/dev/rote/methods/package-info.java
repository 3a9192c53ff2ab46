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
 *   <li>{@link dev.rote.methods.EarlyStopping} (Prechelt 1998) looks on after each epoch: puts back the weights of the best one.
 *   <li>{@link dev.rote.methods.RhoLoss} (Mindermann et al. 2022) wraps the loss: trains on the few examples of a large batch
 *       that a small net, trained on held-out data, finds easier than the net does. It needs a run that is carried out first.
 *   <li>{@link dev.rote.methods.LayerwiseReinit} (Alabdulmohsin et al. 2021) operates between generations: keeps the lowest
 *       blocks and draws all above them anew. {@link dev.rote.methods.SubsetReinit} and
 *       {@link dev.rote.methods.DenseSparseDense} (Han et al. 2017) are what it is compared with.
 * </ul>
 *
 * <p>To add one: a record with defaults in its constructor without arguments, at most 80 lines of code, a card in
 * {@code docs/methods}, a line in the catalogue, and a subclass of the contract test that all methods pass.
 */
@NullMarked
package dev.rote.methods;

import org.jspecify.annotations.NullMarked;
