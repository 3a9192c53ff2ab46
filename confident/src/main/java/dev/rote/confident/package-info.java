/** Confident learning. */
@NullMarked
package dev.rote.confident;

import org.jspecify.annotations.NullMarked;
