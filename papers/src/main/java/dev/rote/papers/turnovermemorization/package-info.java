/**
 * Memorisation seen through turn-over dropout (Liu, Lin and Jaggi 2021) re-made: in what order are easy and hard examples fitted, with true
 * and with random labels, and which of them teach the net something about others?
 *
 * <p>{@link dev.rote.papers.turnovermemorization.TurnoverMemorizationPaper} is the whole of it. The paper's nets and numbers could not be
 * verified beyond its abstract, so the setting is ours: 1,500 MNIST digits at 14 x 14 pixels, an MLP without biases. How hard an example
 * is says a judge, a plain net trained on other examples with right labels: told by the net's own masks, hardness and influence would
 * share their noise.
 */
@NullMarked
package dev.rote.papers.turnovermemorization;

import org.jspecify.annotations.NullMarked;
