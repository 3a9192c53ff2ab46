/**
 * Readers of data files: what lies on disk becomes {@link dev.rote.data.Examples}, labels in memory and inputs read when a
 * batch asks for them.
 *
 * <p>For files of one's own: {@link dev.rote.data.files.Idx}, {@link dev.rote.data.files.CifarBinary},
 * {@link dev.rote.data.files.NpzFile}, {@link dev.rote.data.files.NpyFiles} and {@link dev.rote.data.files.ImageFolder}. Sets that
 * are known by name and looked for on this machine: {@link dev.rote.data.files.Mnist}, {@link dev.rote.data.files.FashionMnist},
 * {@link dev.rote.data.files.Cifar10}. One that comes along: {@link dev.rote.data.files.Digits}.
 * {@link dev.rote.data.files.NpyReader} reads single arrays for whoever needs them.
 *
 * <p>A file may come from a stranger. No number in it is trusted before the length of the file bears it out, so no reader
 * needs more memory than a small multiple of the file, and nothing in a file is ever executed. What is wrong is said in
 * one sentence that names the file, the row or byte, the value and the rule.
 */
@NullMarked
package dev.rote.data.files;

import org.jspecify.annotations.NullMarked;
