/**
 * Architectures and the models built from them.
 *
 * <p>A {@link dev.rote.nets.Net} is a value: a record in a recipe that says "two layers, 500 square neurons, dropout 0.3". A
 * {@link dev.rote.nets.Model} is what it builds: named weights and a forward pass. Weight names are those PyTorch would give,
 * so a saved file is readable on the other side.
 *
 * <p>A forward pass is a function of inputs and circumstances ({@link dev.rote.nets.Forward}): the {@link dev.rote.nets.Mode},
 * a {@link dev.rote.nets.Hook} that may look at or change hidden layers, and the source of its randomness. Given the same
 * circumstances it gives the same outputs, dropout included, because masks are keyed by example id. That is what lets a
 * method evaluate a step twice, cut a batch into shards, or resume in the middle of an epoch.
 *
 * <p>What a model can do besides computing, it says by interfaces: {@link dev.rote.nets.ResidueWeights} (weights that are
 * functions of a residue, for Fourier measures), {@link dev.rote.nets.Neurons} (outputs that are sums over neurons, for
 * pruning), {@link dev.rote.nets.Backprop} (a gradient written by hand, used in place of autograd where it fits), {@link
 * dev.rote.nets.Blocks} (a chain of blocks, for methods that treat one after another). {@link dev.rote.nets.NetSummary} writes
 * a model out.
 *
 * <ul>
 *   <li>{@link dev.rote.nets.TwoLayer}: the net of Doshi et al. 2024 in which memorising and generalising neurons can be told
 *       apart; {@link dev.rote.nets.AnalyticTwoLayer}: its closed-form solution.
 *   <li>{@link dev.rote.nets.Mlp}: fully connected layers on tokens or features.
 *   <li>{@link dev.rote.nets.Transformer}: an encoder on tokens that is read at the last position.
 *   <li>On images: {@link dev.rote.nets.images.SmallCnn}, {@link dev.rote.nets.images.Cnn7}, {@link dev.rote.nets.images.Cnn9}, {@link
 *       dev.rote.nets.images.Resnet18}, {@link dev.rote.nets.images.PreActResnet18}, {@link dev.rote.nets.images.Vgg11}.
 *   <li>{@link dev.rote.nets.Twins}: two nets of one architecture that are trained together.
 *   <li>{@link dev.rote.nets.TorchScript}: a net trained elsewhere.
 * </ul>
 *
 * <p>To add a net: one record that implements {@link dev.rote.nets.Net}, with defaults in its constructor without arguments,
 * and one class for its model; draw weights from the seeds by parameter name, call the hook once per layer. A net on images
 * needs no class of its own for the model: it lists its layers, from which shapes, multiplications and weights are read.
 */
@NullMarked
package dev.rote.nets;

import org.jspecify.annotations.NullMarked;
