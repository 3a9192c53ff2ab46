/**
 * The audit: which labels are wrong, how noisy the data are, what is memorised, and what to do about it.
 *
 * <p>Data flow one way: examples, opinions, a belief, a verdict, {@link dev.rote.audit.Findings}, files and a report. No step uses a label
 * that is known to be right: an audit has none. A {@link dev.rote.audit.Plan} fixes beforehand all that will be done, so that the same plan
 * on the same data gives the same bytes; {@link dev.rote.audit.Auditor} carries it out.
 *
 * <h2>Opinions</h2>
 *
 * <p>{@link dev.rote.audit.features.Input} holds the examples as numbers and the labels as given. {@code Auditor} cuts them into folds and, where
 * there are too many to learn from, draws a {@code Sample}. {@code Judging} chooses a {@code Committee} of {@link dev.rote.audit.learners.Learner
 * learners}, models of kinds as different as can be. Each gives class probabilities for every example from a model that did not learn
 * from its label: an opinion, [N, K].
 *
 * <h2>What is believed</h2>
 *
 * <p>A {@code Pool} multiplies the opinions, each to the power of the trust that it earns, and sees the product through a noise channel: how
 * often each class is labelled as each other. Trust and channel are fitted together to the labels as given. What labels cannot tell is how
 * sharp the truth is; {@code Belief} is the mean of pools that differ in it, and how far they are apart is the interval of the noise rate. The
 * probability that remains for the given label is its quality. Below one half it is flagged, and the {@code Likeliest} other class suggested.
 * {@code Signal} asks whether the features tell enough about the labels: if not, the audit says so and flags nothing.
 *
 * <h2>How sure it is</h2>
 *
 * <p>A {@code Verdict} is what is believed of all labels, with a curve of how many flags are expected to be right. Qualities alone would
 * promise too much or too little, so two things are told apart. How many labels are wrong: {@code SureNoise} reads it off the examples whose
 * class is not in doubt. How many of those are found: {@code ImaginedNoise} makes every label wrong in thought and looks whether it would be flagged. A
 * full audit also does so in earnest: {@code PlantedNoise} puts wrong labels among the others, the committee judges once more, and {@code Planting}
 * counts. {@code Cuts} makes such counts a curve.
 *
 * <h2>Three levels, and none</h2>
 *
 * <ul>
 *   <li>{@link dev.rote.audit.Level#DEFAULT} is all of the above but the planting.
 *   <li>{@code Quick} trains two nets, each on half of the examples, which judge the other half, beside trees and, on words, naive Bayes. The
 *       belief and the curve are the same.
 *   <li>{@code FullAudit} judges as the default does, with planting, and then looks closer at the examples that were learned from
 *       ({@code Sampled}): how a net learned each of them, what it has by heart and because of whom ({@code Memory}), which are the same
 *       and labelled differently ({@code Conflicts}), and what ways to train are worth on these data ({@code Remedies}).
 *   <li>{@link dev.rote.audit.GivenProbabilities} trains nothing: the one opinion is a user's own, and flags are those of confident
 *       learning.
 * </ul>
 *
 * <h2>Where it ends</h2>
 *
 * <p>A verdict becomes {@link dev.rote.audit.Findings}, plain values and a way to look at an example. {@link dev.rote.audit.files.IssuesFile} and
 * {@link dev.rote.audit.files.SummaryFile} write them down, and reports are made of them. The way back: a person's {@link dev.rote.audit.files.Review}
 * of the issues, and a {@link dev.rote.audit.files.Correction}, which writes a copy of the data with it.
 *
 * <p>Formulas and sources stand in the class that computes them: {@code Pool}, {@code SureNoise}, {@code ImaginedNoise}, {@code Planting},
 * {@code Remedies}. What they were measured to be worth is in {@code docs/decisions/0016}.
 */
@NullMarked
package dev.rote.audit;

import org.jspecify.annotations.NullMarked;
