/**
 * Turn-over dropout (Kobayashi et al. 2020) re-made: does one net hold, for each of its training examples, a net that never saw it?
 *
 * <p>{@link dev.rote.papers.turnoverdropout.TurnoverDropoutPaper} is the whole of it. The method is {@link
 * dev.rote.methods.TurnoverDropout}; cleansing is {@link dev.rote.methods.DropByScore} on the scores of a needed run. At the desk scale the
 * data are 1,500 MNIST digits at 14 x 14 pixels, a fifth of them mislabelled; at the paper scale the MLP of the authors' code on 3,000
 * digits. Their BERT and VGG experiments are not re-made.
 */
@NullMarked
package dev.rote.papers.turnoverdropout;

import org.jspecify.annotations.NullMarked;
