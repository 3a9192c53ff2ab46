/**
 * Learners: models of different kinds that judge every example without having seen its label.
 *
 * <p>A {@link dev.rote.audit.learners.Learner} gets a {@link dev.rote.audit.learners.Task}: features, labels as given, folds, and which
 * examples may be learned from. It answers with class probabilities out of sample: for each fold a model learns from the other folds
 * (a forest asks, for each example, those trees that did not draw it). An audit averages several learners, because different kinds of
 * model make different mistakes but agree on most labels that are truly wrong.
 */
@NullMarked
package dev.rote.audit.learners;

import org.jspecify.annotations.NullMarked;
