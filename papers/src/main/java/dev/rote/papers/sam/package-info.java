/**
 * Foret, Kleiner, Mobahi and Neyshabur, "Sharpness-Aware Minimization for Efficiently Improving Generalization", ICLR 2021, arXiv
 * 2010.01412.
 *
 * <p>A net that has more weights than examples can reach the same training loss at very many places. The paper prefers places
 * whose whole neighbourhood is low: before each move it climbs to the worst weights within a radius, takes the gradient there,
 * and applies it where it came from. It reports better accuracy on clean labels, and much better accuracy when many labels are
 * wrong, without being made for that.
 *
 * <h2>How it is laid out</h2>
 *
 * <ul>
 *   <li>{@link dev.rote.papers.sam.SamPaper} is the paper, {@code Experiments} its runs by name and scale.
 *   <li>{@code StepClaims} (C5.1, C5.2, C5.6) looks at the step itself, {@code NoiseClaims} (C5.3, C5.5, C5.7) at wrong labels,
 *       {@code FlatnessClaims} (C5.4, C5.8) at clean ones; {@code PublishedClaims} (P5) repeats them on CIFAR-10.
 *   <li>{@code Charts} draws.
 * </ul>
 *
 * <h2>Conventions that matter</h2>
 *
 * <p>The paper tunes the radius for each amount of noise. Here it was fixed at 0.2 for all claims on wrong labels before any run, and the other
 * radii are drawn beside it. The gap in the paper's table is one at the end of training, where plain SGD has learned the
 * wrong labels; at the best epoch it is small, as others found (Kwon et al. 2021), and claim C5.3c says so. The cost of a step is counted
 * in gradients. The paper's ResNet-32 and WideResNet-28-10 are not among Rote's nets; ResNet-18 stands in at the paper scale.
 */
@NullMarked
package dev.rote.papers.sam;

import org.jspecify.annotations.NullMarked;
