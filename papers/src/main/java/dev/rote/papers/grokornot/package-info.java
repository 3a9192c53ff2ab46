/**
 * Doshi, Das, He and Gromov, "To grok or not to grok: Disentangling generalization and memorization on corrupted algorithmic
 * datasets", ICLR 2024, arXiv 2310.13061.
 *
 * <p>A net sees pairs of residues and their sum modulo 97. A third of the sums it is shown are wrong. It can learn the wrong
 * ones only by rote, one by one; the right ones follow a rule. So the same net is asked to do both, and how well it does each can
 * be read off separately: accuracy on the corrupted examples against their wrong labels is memory, accuracy on pairs it never
 * saw is understanding.
 *
 * <p>What makes the setting rare is that one can also look inside. A neuron that takes part in the rule has weights that are a
 * wave over the residues, as in a solution that can be written down in closed form; its inverse participation ratio (IPR) in
 * Fourier space is near 1. A neuron that stores examples has weights like noise, and its IPR is near 0. Without
 * regularisation a net grows both kinds side by side. Cutting out the noisy ones makes it forget the wrong labels and nothing
 * else. Weight decay and dropout turn nearly all neurons into waves; batch norm leaves the noisy ones in place and
 * turns them down.
 *
 * <h2>How it is laid out</h2>
 *
 * <ul>
 *   <li>{@link dev.rote.papers.grokornot.GrokOrNot} is the paper.
 *   <li>{@code Setup} is data and size, {@code MainArms}, {@code SideArms}, {@code OtherNets} and {@code Grids} are the runs by
 *       name, {@code Experiments} says which belong to a scale, {@code Shrunk} makes the smoke scale of the desk's.
 *   <li>{@code DecayClaims}, {@code DynamicsClaims}, {@code PruningClaims} and {@code RegularizerClaims} judge the main runs (D1 to
 *       D19); {@code SearchClaims} looks for the literal "100 % at the same time" (D20); {@code SmallClaims} repeats the
 *       main directions at p = 53 (D21); {@code AnalyticClaims} (A) tests the closed form, {@code TableClaims} (P53) and {@code
 *       RegionClaims} (R, M) phase diagrams, activations, losses and multiplication, {@code OtherNetClaims} (T) the Transformer
 *       and the three-layer MLP.
 *   <li>{@code Look} is what all of them read from a run. {@code Charts} puts the figures of {@code CurveCharts}, {@code
 *       NeuronCharts}, {@code PruningCharts} and {@code PhaseCharts} into sections.
 * </ul>
 *
 * <h2>Conventions that matter</h2>
 *
 * <p>IPR uses the one-sided transform, as the authors' code does (their text describes the full one, which would halve it). The paper
 * ranks neurons and sets no threshold; "below 0.2" and "above 0.5" are ours, and the histogram between them is nearly
 * empty. Phases follow the paper's table of definitions, accuracies in percent. With few corrupted labels (xi below 0.15) Full
 * Inversion cannot be told from Coexistence by train accuracy, since fitting every right label already gives 90 %: look at the
 * corrupted-train accuracy there. Where a claim says "ours" it is a control or an extension that the paper does not have.
 */
@NullMarked
package dev.rote.papers.grokornot;

import org.jspecify.annotations.NullMarked;
