/**
 * The command line: what a user types, and nothing that could be of use without it.
 *
 * <p>{@link dev.rote.app.Main} names the commands; each command is one class that reads its options, calls the library, and tells
 * what came out, as text or as one JSON object. {@link dev.rote.app.Catalog} is the one list of everything a recipe can name and of
 * all papers; a user's jar adds to it through {@link dev.rote.runs.Extension}.
 *
 * <p>Commands that train nothing answer at once: they touch only plain values, so libtorch is never loaded. Errors are one line that
 * names file, field, value, rule and remedy; exit status 2 means that the call or a file was wrong, 3 that it could not be carried
 * out.
 */
@NullMarked
package dev.rote.app;

import org.jspecify.annotations.NullMarked;
