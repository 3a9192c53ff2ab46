/**
 * Which labels of a data set are wrong, told from how probable a model finds each class for each example.
 *
 * <p>Suppose somebody labelled 50,000 pictures, and some labels are wrong. A model was trained by cross-validation, so that it judges
 * every picture without having learned from it. For picture 17, labelled "cat", it says: dog 0.8, cat 0.1. Is the label wrong, or the model? One
 * could doubt every label that is not the most probable class. But models are surer of some classes than of others; where
 * foxes never get more than 0.4, hardly any fox would look right, and where everything gets a little too much dog, every other animal would be doubted.
 *
 * <p>Confident learning (Northcutt, Jiang and Chuang, "Confident Learning: Estimating Uncertainty in Dataset Labels", JAIR 2021) asks what is
 * usual. The <em>threshold</em> of a class is the mean probability of that class among the examples that carry its label
 * ({@link dev.rote.confident.ClassConfidence}). An example is <em>confidently</em> of a class when it reaches the threshold of that class, and
 * counting given labels against confident classes gives a table, the <em>confident joint</em>
 * ({@link dev.rote.confident.ConfidentCounts}). Its diagonal holds labels that the model confirms. What is off the diagonal is suspect: three
 * hundred "cats" that are confidently dogs.
 *
 * <p>The table has left out the examples of which the model is not confident. Scaled so that each row has as many examples as there are
 * labels, it becomes an estimate of how given labels and true classes occur together ({@link dev.rote.confident.ConfidentJoint}), and
 * with that it answers more than was asked: the share of wrong labels, which class is labelled worst
 * ({@link dev.rote.confident.ClassQuality}), which two are mixed up ({@link dev.rote.confident.ClassOverlap}).
 *
 * <p>An estimate of how many does not say which. That is the work of a {@link dev.rote.confident.Filter}: the usual one takes from each cell
 * off the diagonal as many examples as it counts, those first that are furthest from their label. And since whoever looks at the flagged examples
 * one by one wants the surest first, a {@link dev.rote.confident.Quality} ranks them.
 *
 * <p>{@link dev.rote.confident.LabelIssues} does all this on two arrays:
 *
 * <pre>{@code
 * LabelIssues issues = LabelIssues.find(labels, probs);
 * for (int i : issues.ranked()) { ... }          // look at these, the worst first
 * double wrong = issues.joint().noiseRate();     // about so many labels are wrong
 * }</pre>
 *
 * <p>For rows spread over machines the same three passes stand alone: {@link dev.rote.confident.ClassConfidence}, then
 * {@link dev.rote.confident.ConfidentCounts}, then {@link dev.rote.confident.Candidates}; each is filled part by part, combined, and
 * carried as bytes. The parts together give what all rows at once give, to the last bit.
 *
 * <p>What to beware of: probabilities must be out of sample, because a model that has learned a wrong label by rote will defend it. And
 * a model that knows little finds little; its doubts are then about itself.
 *
 * <p>The answers are those of cleanlab 2.9 where that is well defined; where it leaves the order of equals to chance, the first comes first.
 */
@NullMarked
package dev.rote.confident;

import org.jspecify.annotations.NullMarked;
