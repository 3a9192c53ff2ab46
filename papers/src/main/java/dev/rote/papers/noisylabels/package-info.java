/**
 * Song, Kim, Park, Shin and Lee (2022), <i>Learning from Noisy Labels with Deep Neural Networks: A Survey</i>: every method and loss of
 * the library that is against wrong labels, on the same small images, under four kinds of noise.
 */
@NullMarked
package dev.rote.papers.noisylabels;

import org.jspecify.annotations.NullMarked;
