/**
 * Nets for pictures [C, H, W]: convolutional nets as the papers on wrong labels use them.
 *
 * <p>Each net is a record that writes its layers down once, as a {@link dev.rote.nets.images.Chain} of small values: a convolution, a
 * norm, a rectifier, a pool, the end of a block. From that one list come the weights with PyTorch's names, the forward pass, the hidden
 * layers a hook may look at, the blocks that reinitialisation goes by, and the number of multiplications. To add a net, write its list.
 *
 * <p>{@link dev.rote.nets.images.SmallCnn} is the one to begin with; {@link dev.rote.nets.images.Cnn7} and {@link
 * dev.rote.nets.images.Cnn9} are those of JoCoR and Co-teaching; {@link dev.rote.nets.images.Resnet18}, {@link
 * dev.rote.nets.images.PreActResnet18} and {@link dev.rote.nets.images.Vgg11} come in any width.
 */
@NullMarked
package dev.rote.nets.images;

import org.jspecify.annotations.NullMarked;
