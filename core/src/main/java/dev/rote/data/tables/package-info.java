/**
 * Tables: a file of the user's, one example per row, becomes examples with features.
 *
 * <p>A {@link dev.rote.data.tables.LabelledTable} is a value in a recipe. Opened, its file is looked at three times, from the first
 * row to the last, with one row in memory: once for labels and split, once to learn from the train rows what each column
 * holds, once to write the numbers, which beyond some size lie in a mapped temporary file. So a file may be larger than
 * memory, and nothing of the test part decides how values are encoded.
 *
 * <p>Everything is read as text and typed here, because what a library guesses from the first rows is wrong at the last one,
 * and because a code such as {@code 007} is no number. What a column became is a {@link dev.rote.data.tables.Column}, a value
 * that a report can show and that encodes the next file alike; all of them are {@link dev.rote.data.tables.TableColumns}.
 *
 * <p>A reader gives rows and refuses what is broken: separated values and JSON lines are read by strict readers of our own
 * that know the line of each row, Parquet by DuckDB, which may open that one file and nothing else. No row is ever skipped,
 * padded or repaired. To add a format, implement the package's row reader and name it in its table file.
 *
 * <p>The same file with other labels: {@link dev.rote.data.tables.LabelSpans} knows where in the text of a row its label stands.
 */
@NullMarked
package dev.rote.data.tables;

import org.jspecify.annotations.NullMarked;
