/**
 * Verma, Lamb, Beckham, Najafi, Mitliagkas, Lopez-Paz and Bengio, "Manifold Mixup: Better Representations by Interpolating Hidden
 * States", ICML 2019, arXiv 1806.05236.
 *
 * <p>Mixup trains on weighted means of two inputs and of their labels. Manifold mixup does the same to the states of a hidden
 * layer. The paper argues that a net can only answer with mixed labels everywhere between two classes if each class takes up
 * few directions there, and shows with a small net on MNIST that the smaller singular values of each class indeed shrink.
 *
 * <h2>How it is laid out</h2>
 *
 * <ul>
 *   <li>{@link dev.rote.papers.manifoldmixup.ManifoldMixupPaper} is the paper, {@code Experiments} its runs by name and scale.
 *   <li>{@code FlatteningClaims} (C6.3) looks at singular values, {@code AccuracyClaims} (C6.1, C6.2, C6.4, C6.5) at the rest;
 *       {@code PublishedClaims} (P6) repeats them on CIFAR-10.
 *   <li>{@code Charts} draws.
 * </ul>
 *
 * <h2>Conventions that matter</h2>
 *
 * <p>Singular values are those of the states as they are, not centred, which the paper leaves open. The paper's code trains every
 * arm on binary cross-entropy of softmax outputs; here it is cross-entropy. Two of the paper's statements are not
 * expected to hold at the desk scale, because an earlier measurement of the same setting saw otherwise: that weight decay does not flatten
 * (C6.3b), and that accuracy under the fast gradient sign method rises (C6.4). They are claims all the same, and may fail.
 */
@NullMarked
package dev.rote.papers.manifoldmixup;

import org.jspecify.annotations.NullMarked;
