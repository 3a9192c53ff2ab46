package dev.rote.audit.learners;

import dev.rote.tensor.Workers;

/**
 * A small net on the scaled features, one a fold; what it says is averaged over its epochs, {@code p = sum_e softmax(z_e) / E}.
 *
 * <p>Early epochs have not memorised wrong labels yet, late ones know more: their mean finds wrong labels better than the last epoch. The net
 * has one hidden layer of relu and is trained by Adam (rate 0.001, weight decay 0.0001) on batches of 128, smaller where
 * there are fewer than 1280 rows to learn from.
 *
 * @param width neurons, at least 1
 * @param epochs E, at least 1
 */
public record NetLearner(int width, int epochs) implements Learner {

    /** How wide the nets of an audit are. */
    public static final int WIDTH = 128;

    /** {@value #WIDTH} neurons, 30 epochs. */
    public NetLearner() {
        this(WIDTH, 30);
    }

    public NetLearner {
        if (width < 1) {
            throw new IllegalArgumentException("width must be at least 1, was " + width);
        }
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs must be at least 1, was " + epochs);
        }
    }

    @Override
    public String name() {
        return "net";
    }

    @Override
    public double[][] outOfSample(Task task, Workers workers) {
        return nets(task).outOfSample(task, task.seeds().of("net"), workers);
    }

    /** The nets, and what they learn from. */
    FoldNets nets(Task task) {
        return new FoldNets(
                NetTraining.dense(width, epochs),
                rows -> new DenseExamples(task.features().scaled(), rows, task.labels(), task.classes()));
    }
}
