/**
 * What a recipe can name, written out: one file for each family, one entry for each kind. Nothing is found by looking around.
 *
 * <p>To add a kind, add one entry to the file of its family: the interface, the name in a recipe, a prototype whose values are the
 * defaults, one line that says what it is, and where it was published. A test then asks for its card in {@code docs/methods}.
 */
@NullMarked
package dev.rote.app.catalog;

import org.jspecify.annotations.NullMarked;
