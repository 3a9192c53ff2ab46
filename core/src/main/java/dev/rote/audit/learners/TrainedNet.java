package dev.rote.audit.learners;

import dev.rote.losses.CrossEntropy;
import dev.rote.tensor.Workers;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import java.util.List;

/**
 * A net as anybody would train one: on the scaled features, one a fold, and what it says after its last epoch. {@link NetLearner} is the same
 * with the mean of all epochs, which finds wrong labels better; this tells what a way to train is good for.
 *
 * @param width neurons of its only hidden layer, at least 1
 * @param epochs at least 1
 * @param loss what is minimised
 * @param methods what changes the training, each wraps those before it
 */
public record TrainedNet(int width, int epochs, Loss loss, List<Method> methods) implements Learner {

    public TrainedNet {
        if (width < 1) {
            throw new IllegalArgumentException("width must be at least 1, was " + width);
        }
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs must be at least 1, was " + epochs);
        }
        methods = List.copyOf(methods);
    }

    /** Trained by cross-entropy and nothing else. */
    public TrainedNet(int width, int epochs) {
        this(width, epochs, new CrossEntropy(), List.of());
    }

    @Override
    public String name() {
        return "trained-net";
    }

    @Override
    public double[][] outOfSample(Task task, Workers workers) {
        FoldNets nets = new FoldNets(
                NetTraining.dense(width, epochs, epochs - 1, loss, methods),
                rows -> new DenseExamples(task.features().scaled(), rows, task.labels(), task.classes()));
        return nets.outOfSample(task, task.seeds().of(name()), workers);
    }
}
