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
 *   <li>{@link dev.rote.measures.NoisyPart}: whether wrong labels are believed, or seen through.
 *   <li>{@link dev.rote.measures.NegativeLogLikelihood}, {@link dev.rote.measures.Calibration} (Guo et al. 2017),
 *       {@link dev.rote.measures.Margin}, {@link dev.rote.measures.ClassShare}, {@link dev.rote.measures.ClassSpread}: more about
 *       predictions than whether they are right.
 *   <li>{@link dev.rote.measures.TwinPredictions} (Wei et al. 2020): how two nets trained together do and differ.
 *   <li>{@link dev.rote.measures.FgsmAccuracy} (Goodfellow et al. 2015): accuracy on inputs moved against the net.
 *   <li>{@link dev.rote.measures.Sharpness} (Foret et al. 2021), {@link dev.rote.measures.Flatness},
 *       {@link dev.rote.measures.Hessian}: the loss at weights nearby.
 *   <li>{@link dev.rote.measures.Flattening} (Verma et al. 2019): how many directions a class takes up in a hidden layer.
 *   <li>{@link dev.rote.measures.WeightNorm}: Frobenius norms; {@link dev.rote.measures.Weight}: one number of the weights.
 *   <li>{@link dev.rote.measures.Ipr} (Doshi et al. 2024): how much a neuron is a single wave over the residues;
 *       {@link dev.rote.measures.NeuronTable} and {@link dev.rote.measures.SpectrumTable} write it out neuron by neuron.
 *   <li>{@link dev.rote.measures.Pruning} (Doshi et al. 2024): cuts neurons by rank and watches what is forgotten.
 *   <li>{@link dev.rote.measures.TurnoverLoss}, {@link dev.rote.measures.TurnoverTable} (Kobayashi et al. 2020): losses of a net that
 *       learned from an example and of one that never did, both halves of a net trained with turn-over dropout.
 *   <li>{@link dev.rote.measures.NoiseRate}: how many training labels are wrong, estimated without knowing.
 * </ul>
 *
 * <p>To add one: a record whose {@code of} leaves the model as it was and is the same whenever it is asked; randomness, if
 * any, from {@link dev.rote.measures.Subject#random}.
 */
@NullMarked
package dev.rote.measures;

import org.jspecify.annotations.NullMarked;
