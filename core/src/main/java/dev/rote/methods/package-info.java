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
 *   <li>Two nets side by side, on a recipe's twins: {@link dev.rote.methods.Decoupling} (Malach and Shalev-Shwartz 2017) learns from
 *       what they disagree on, {@link dev.rote.methods.CoTeaching} (Han et al. 2018) from what the other finds easy,
 *       {@link dev.rote.methods.CoTeachingPlus} (Yu et al. 2019) from both at once, {@link dev.rote.methods.Jocor} (Wei et al. 2020) from
 *       what both find easy and agree on. Where they drop nothing, both nets are trained on everything; where they drop too much,
 *       they learn from a few easy examples.
 *   <li>{@link dev.rote.methods.DivideMix} (Li et al. 2020), on twins: each net divides the data for the other into what it trusts
 *       and what it guesses itself.
 *   <li>{@link dev.rote.methods.Incv} (Chen et al. 2019) selects what nets that were trained on other examples predict, and trains a
 *       fresh net on that; it has no zero strength.
 *   <li>{@link dev.rote.methods.ManifoldMixup} (Verma et al. 2019) wraps the loss: mixup at a hidden layer. alpha = 0, or no
 *       layers, is plain training.
 *   <li>{@link dev.rote.methods.TurnoverDropout} (Kobayashi et al. 2020) wraps the loss: half of each layer never learns from an example,
 *       which half is the example's own. No layers is plain training; without it the scores of the same name mean nothing.
 *   <li>{@link dev.rote.methods.DropByScore} wraps the loss: leaves out the examples that an earlier run's score puts at one end.
 *       share = 0 is plain training.
 *   <li>{@link dev.rote.methods.ForwardCorrection}, {@link dev.rote.methods.BackwardCorrection} (Patrini et al. 2017) wrap the loss
 *       with a matrix of how labels go wrong, given or estimated; the identity is plain training. {@link
 *       dev.rote.methods.NoiseAdaptation} (Goldberger and Ben-Reuven 2017) trains the matrix beside the net.
 *   <li>{@link dev.rote.methods.Bootstrapping} (Reed et al. 2015), {@link dev.rote.methods.SelfAdaptiveTraining} (Huang et al. 2020)
 *       and {@link dev.rote.methods.EarlyLearning} (Liu et al. 2020) wrap the loss: lean on what the model says itself, now, or
 *       averaged over epochs. Good while the model has not yet fitted the wrong labels; nothing brings it back once it has.
 *   <li>{@link dev.rote.methods.RobustEarlyLearning} (Xia et al. 2021) wraps the update: only critical weights follow the gradient.
 *       rate = 0 is plain training.
 *   <li>{@link dev.rote.methods.ImportanceWeights} (Byrd and Lipton 2019) and {@link dev.rote.methods.LearningToReweight} (Ren et al.
 *       2018) weigh the losses: by class, or by how much they help on clean examples.
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
