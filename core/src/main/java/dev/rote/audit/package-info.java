/**
 * The audit: which labels are wrong, how noisy the data are, what is memorised, and what to do about it.
 *
 * <p>Data flow one way. {@link dev.rote.audit.features.Features} are made of the examples; {@link dev.rote.audit.learners learners} judge
 * every example out of sample; what they say becomes {@link dev.rote.audit.Findings}, of which the files and the report are written. No
 * step uses a label that is known to be right: an audit has none.
 *
 * <p>{@link dev.rote.audit.files.IssuesFile} and {@link dev.rote.audit.files.SummaryFile} write them down. The way back: a person's
 * {@link dev.rote.audit.files.Review} of the issues, and a {@link dev.rote.audit.files.Correction}, which writes a copy of the data with it.
 */
@NullMarked
package dev.rote.audit;

import org.jspecify.annotations.NullMarked;
