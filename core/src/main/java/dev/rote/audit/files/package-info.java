/**
 * What an audit leaves on the disk, and what a person makes of it.
 *
 * <p>{@link dev.rote.audit.files.IssuesFile} and {@link dev.rote.audit.files.SummaryFile} are written of
 * {@link dev.rote.audit.Findings}. A person looks at the issues and adds a column of decisions; {@link dev.rote.audit.files.Review} reads
 * it, and {@link dev.rote.audit.files.Correction} writes a copy of the data in which only those labels differ. The data themselves are never
 * touched: {@link dev.rote.audit.files.Origin} says where they stand and what they were like when they were audited.
 */
@NullMarked
package dev.rote.audit.files;

import org.jspecify.annotations.NullMarked;
