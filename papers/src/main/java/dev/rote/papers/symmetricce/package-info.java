/**
 * Wang, Ma, Chen, Luo, Yi and Bailey, "Symmetric Cross Entropy for Robust Learning with Noisy Labels", ICCV 2019, arXiv 1908.06112.
 *
 * <p>Cross-entropy asks how likely the label is under the prediction, and its push never ends while a label is contradicted: a net that
 * has understood the picture is made to learn the wrong label by heart. The reverse, how likely the prediction is under the label,
 * with log 0 replaced by a number A, is {@code -A (1 - p_y)}: its push fades where the label is confidently contradicted. The sum of
 * both, SL, is measured here against cross-entropy (CE), generalised cross-entropy (GCE) and mean absolute error (MAE).
 *
 * <h2>How it is laid out</h2>
 *
 * <ul>
 *   <li>{@link dev.rote.papers.symmetricce.SymmetricCrossEntropy} is the paper.
 *   <li>{@code Ways} is what is trained, under which noise; {@code Experiments} says which belong to a scale; {@code Published} is CIFAR-10.
 *   <li>{@code SmallClaims} judges the runs on small digits, {@code Identity} the theorem, {@code PublishedClaims} CIFAR-10.
 *   <li>{@code Charts} draws, {@code Words} names.
 * </ul>
 *
 * <h2>Conventions that matter</h2>
 *
 * <p>Claims that end in s, m or n are scaled down from the paper's and ours in size and tolerance; those without letter are the paper's
 * own (save C2.6 and C2.7, of any size, and C2.8, which is ours). Accuracies are means over the last five epochs and then over seeds. A
 * = -4 is taken to be the paper's default; the authors' code clips labels at 1e-4, which is A = -9.21. The figures quoted for CIFAR-10
 * were read in digests of the paper. CIFAR-100 and Clothing1M are not here: Rote has neither the super-classes nor a pre-trained net.
 */
@NullMarked
package dev.rote.papers.symmetricce;

import org.jspecify.annotations.NullMarked;
