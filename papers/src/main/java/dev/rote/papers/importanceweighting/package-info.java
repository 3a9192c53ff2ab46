/**
 * Byrd and Lipton, "What is the Effect of Importance Weighting in Deep Learning?", ICML 2019, arXiv 1812.03372.
 *
 * <p>To weight a class in the loss is to say that its errors cost more, and should move the decision towards it. A net that can
 * separate its training data makes no errors in the end, whatever the weights: gradient descent then goes on along the direction of the
 * largest margin, which they do not enter. So the paper finds that the effect is there early and fades, that an L2 penalty and batch
 * norm bring some of it back while dropout does not, and that sub-sampling a class works where weighting it does not.
 *
 * <h2>How it is laid out</h2>
 *
 * <ul>
 *   <li>{@link dev.rote.papers.importanceweighting.ImportanceWeightingPaper} is the paper, {@code Experiments} and {@code LinearArms}
 *       its runs by name and scale.
 *   <li>{@code FadingClaims} (C7.1, C7.6), {@code RegularizerClaims} (C7.2 to C7.4) and {@code LinearClaims} (C7.5) judge the desk's
 *       runs by {@code Spreads}; {@code PublishedClaims} (P7) the cats and dogs of CIFAR-10.
 *   <li>{@code Charts} draws.
 * </ul>
 *
 * <h2>Conventions that matter</h2>
 *
 * <p>The spread is the share of images that is taken for the second class when that one is heavy, less the share when the first is. It is a
 * matter of predictions, not of accuracy, so it can be asked on images of other classes too. Weights are divided by their mean, so that they do
 * not change the learning rate of a balanced data set. Learning rates, penalties and epochs of the paper were not found; those of the
 * desk scale were fixed by an earlier measurement. There dropout keeps some effect on images of other classes, so its claim is about
 * test images. Claim C7.5 asks for an angle that falls from step 100 on; seeds are known at which it still rises then, and falls later
 * only.
 */
@NullMarked
package dev.rote.papers.importanceweighting;

import org.jspecify.annotations.NullMarked;
