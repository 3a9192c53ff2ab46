/**
 * Arrays, memory, randomness and threads: the one package that knows libtorch.
 *
 * <p>Everything above it speaks of {@link dev.rote.tensor.Tensor tensors} with the names of PyTorch and never sees a type
 * of the native library, so the library can be replaced by rewriting this room alone.
 *
 * <ul>
 *   <li>{@link dev.rote.tensor.Tensor} is a handle; {@link dev.rote.tensor.Place} (element type and device) makes new ones.
 *   <li>{@link dev.rote.tensor.Scope} frees them: one scope per training step, and memory stays flat for ever.
 *   <li>{@link dev.rote.tensor.Autograd} differentiates. Gradients come back as values; only
 *       {@link dev.rote.tensor.Autograd#backward backward} writes into a parameter's gradient buffer.
 *   <li>{@link dev.rote.tensor.Seeds} draws random numbers by key. Nothing in Rote uses libtorch's process-wide generator,
 *       whose state would depend on what ran before.
 *   <li>{@link dev.rote.tensor.Workers} are the threads. The libraries below are held to one thread each, because their
 *       pools spin against each other; work is cut into numbered pieces, and sums are taken in the order of the numbers,
 *       so that results have the same bytes with one worker and with eight.
 *   <li>{@link dev.rote.tensor.Safetensors} reads and writes weights, without code and without trust.
 * </ul>
 *
 * <p>The first use of any of these loads libtorch, which takes seconds; code that must answer at once (help texts, lists)
 * stays clear of this package's classes other than the plain values {@link dev.rote.tensor.DType},
 * {@link dev.rote.tensor.Device}, {@link dev.rote.tensor.Place} and {@link dev.rote.tensor.InputShape}, and
 * {@link dev.rote.tensor.Safetensors}.
 */
@NullMarked
package dev.rote.tensor;

import org.jspecify.annotations.NullMarked;
