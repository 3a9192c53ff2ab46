/**
 * What the papers on pictures share: small data to train on in seconds, what claims read from a run, and how to shrink an experiment
 * until it proves nothing but that it can be carried out.
 */
@NullMarked
package dev.rote.papers.images;

import org.jspecify.annotations.NullMarked;
