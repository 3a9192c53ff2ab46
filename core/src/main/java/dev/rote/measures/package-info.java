/**
 * Measures: one number about a model, one file each.
 *
 * <p>A {@link dev.rote.measures.Measure} is handed a {@link dev.rote.measures.Subject}, a model at one moment, and returns a
 * number that becomes a reading of the run; some also write a table. What several measures need (how the model does on the
 * training part, example by example) the subject computes once.
 *
 * <ul>
 *   <li>{@link dev.rote.measures.Accuracy}, {@link dev.rote.measures.MeanLoss}: on train, test, and on the corrupted and
 *       uncorrupted training examples apart, which is where memorising shows.
 *   <li>{@link dev.rote.measures.WeightNorm}: Frobenius norms.
 *   <li>{@link dev.rote.measures.Ipr} (Doshi et al. 2024): how much a neuron is a single wave over the residues;
 *       {@link dev.rote.measures.NeuronTable} and {@link dev.rote.measures.SpectrumTable} write it out neuron by neuron.
 *   <li>{@link dev.rote.measures.Pruning} (Doshi et al. 2024): cuts neurons by rank and watches what is forgotten.
 *   <li>{@link dev.rote.measures.NoiseRate}: how many training labels are wrong, estimated without knowing.
 * </ul>
 *
 * <p>To add one: a record whose {@code of} leaves the model as it was and is the same whenever it is asked; randomness, if
 * any, from {@link dev.rote.measures.Subject#random}.
 */
@NullMarked
package dev.rote.measures;

import org.jspecify.annotations.NullMarked;
