/** Sentence vectors. */
@NullMarked
package dev.rote.sentences;

import org.jspecify.annotations.NullMarked;
