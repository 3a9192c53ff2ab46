/** Measurements of speed, run by hand: what a step costs, beside what the machine could do and beside the peers. */
@NullMarked
package dev.rote.bench;

import org.jspecify.annotations.NullMarked;
