/**
 * From text to values and back, with nothing guessed on the way.
 *
 * <p>{@link dev.rote.yaml.Yaml} reads a small, strict part of YAML into a {@link dev.rote.yaml.Document}: a tree, and the line each
 * field stood in. {@link dev.rote.yaml.Binder} makes a Java record of it. Defaults are values, not rules: a record is bound over a
 * prototype, and a key that is left out keeps the prototype's value. Where a record has a component of an interface type, such as a
 * net or a loss, {@link dev.rote.yaml.Kinds} says which names may stand there.
 *
 * <p>Everything that can be wrong with a user's text ends as a {@link dev.rote.yaml.Problem}: one line that names file, line, field,
 * the value seen, the rule, and what to do. Records state their rules in their constructors, as {@code "width must be at least 1, was
 * 0"}; the binder adds where that was.
 */
@NullMarked
package dev.rote.yaml;

import org.jspecify.annotations.NullMarked;
