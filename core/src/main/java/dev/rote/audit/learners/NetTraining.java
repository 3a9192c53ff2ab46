package dev.rote.audit.learners;

import dev.rote.data.Augmentation;
import dev.rote.data.Dataset;
import dev.rote.data.Parts;
import dev.rote.losses.CrossEntropy;
import dev.rote.measures.Evaluator;
import dev.rote.measures.Subject;
import dev.rote.nets.Activation;
import dev.rote.nets.Forward;
import dev.rote.nets.Mlp;
import dev.rote.nets.Model;
import dev.rote.nets.Net;
import dev.rote.scores.ExampleScore;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import dev.rote.train.Adam;
import dev.rote.train.Constant;
import dev.rote.train.Loop;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Optimizer;
import dev.rote.train.Recorder;
import dev.rote.train.Schedule;
import dev.rote.train.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.ObjIntConsumer;

/**
 * How a small net is trained and watched: on batches of 128, smaller where an epoch would have fewer than ten.
 *
 * @param net what is trained
 * @param loss what is minimised
 * @param methods what changes the training, each wraps those before it
 * @param optimizer the rule of the moves
 * @param schedule of the learning rate, by the number of steps
 * @param augmentations how examples are varied when they are learned
 * @param views how examples are shown when they are watched, each in turn
 * @param epochs how many
 * @param from the first epoch after which they are watched, from 0
 * @param block how many are watched at once
 */
record NetTraining(
        Net net,
        Loss loss,
        List<Method> methods,
        Optimizer optimizer,
        LongFunction<Schedule> schedule,
        List<Augmentation> augmentations,
        List<Augmentation> views,
        int epochs,
        int from,
        int block) {

    /** Examples as they are. */
    static final Augmentation PLAIN = (inputs, ids, seeds) -> inputs;

    private static final int BATCH = 128;

    /** A few hundred rows in batches of 128 would give too few steps to learn anything. */
    private static final int LEAST_STEPS = 10;

    private static final int LEAST_BATCH = 8;

    /** Told the outputs before any softmax after each watched epoch, and under each view. */
    interface Watcher {
        /**
         * An epoch is over; called for blocks of rows, side by side.
         *
         * @param first place among the watched rows of the block's first
         * @param outputs [B, K]
         */
        void saw(int epoch, int first, float[] outputs);
    }

    /** Asked what it wants to know of the trained net. */
    interface Afterwards {
        /** The training is over; without gradients. */
        void ask(Subject subject);
    }

    /** One hidden layer with biases and relu, cross-entropy, Adam (rate 0.001, weight decay 0.0001); watched after every epoch. */
    static NetTraining dense(int width, int epochs) {
        return dense(width, epochs, 0, new CrossEntropy(), List.of());
    }

    /** The same with another loss and methods, watched from an epoch on. */
    static NetTraining dense(int width, int epochs, int from, Loss loss, List<Method> methods) {
        return new NetTraining(
                new Mlp(List.of(width), Activation.RELU, true, 0, false),
                loss,
                List.copyOf(methods),
                new Adam(1e-3, 0.9, 0.999, 1e-8, 1e-4),
                steps -> new Constant(),
                List.of(),
                List.of(PLAIN),
                epochs,
                from,
                2048);
    }

    /** How often each watched row is seen. */
    int looks() {
        return (epochs - from) * views.size();
    }

    /** The same, each example watched as it is after every epoch. */
    NetTraining watchedThroughout() {
        return new NetTraining(
                net, loss, methods, optimizer, schedule, augmentations, List.of(PLAIN), epochs, 0, block);
    }

    /** Trains on some examples and watches others, or the same ones. */
    void train(Dataset learned, Dataset watched, Seeds seeds, Workers workers, Watcher watcher) {
        train(
                learned,
                seeds,
                workers,
                (subject, epoch) -> watch(subject.model(), watched, epoch, seeds, workers, watcher),
                subject -> {});
    }

    /**
     * Trains on some examples, watches them, and takes a score of them that looks on after every epoch.
     *
     * @return the score by place among the examples
     */
    double[] train(Dataset learned, Seeds seeds, Workers workers, Watcher watcher, ExampleScore score) {
        double[] values = new double[learned.size()];
        train(
                learned,
                seeds,
                workers,
                (subject, epoch) -> {
                    watch(subject.model(), learned, epoch, seeds, workers, watcher);
                    score.watch(subject);
                },
                subject -> System.arraycopy(score.of(subject), 0, values, 0, values.length));
        return values;
    }

    /** Trains on some examples and looks at the net when it is done; their ids are those of the data set. */
    void train(Dataset learned, Seeds seeds, Workers workers, Afterwards afterwards) {
        train(learned, seeds, workers, (subject, epoch) -> {}, afterwards);
    }

    private void train(
            Dataset learned, Seeds seeds, Workers workers, ObjIntConsumer<Subject> atEpoch, Afterwards afterwards) {
        try (Scope scope = Scope.open()) {
            Parts parts = new Parts(
                    ignored -> {
                        throw new UnsupportedOperationException("these examples were not opened from a source");
                    },
                    Map.of("train", learned));
            int outputs = learned.target().outputs();
            Model model = net.build(learned.inputs(), outputs, Place.FLOAT32, seeds.of("weights"));
            int rows = learned.size();
            int batch = Math.min(rows, Math.max(LEAST_BATCH, Math.min(BATCH, rows / LEAST_STEPS)));
            long perEpoch = rows / batch;
            long steps = epochs * perEpoch;
            Settings settings =
                    new Settings(loss, methods, augmentations, optimizer, schedule.apply(steps), steps, batch, 1, true);
            try (Loop loop = new Loop(model, parts, settings, seeds, workers, Recorder.NONE);
                    Evaluator evaluator = new Evaluator(model, parts, loss, seeds, workers, Recorder.NONE)) {
                loop.start();
                for (int epoch = 0; epoch < epochs; epoch++) {
                    for (long step = 0; step < perEpoch; step++) {
                        loop.step();
                    }
                    try (Scope inner = Scope.open();
                            Autograd.Guard guard = Autograd.noGrad()) {
                        atEpoch.accept(evaluator.subject(loop), epoch);
                    }
                }
                try (Autograd.Guard guard = Autograd.noGrad()) {
                    afterwards.ask(evaluator.subject(loop));
                }
            }
        }
    }

    private void watch(Model model, Dataset watched, int epoch, Seeds seeds, Workers workers, Watcher watcher) {
        if (epoch < from) {
            return;
        }
        long[] ids = watched.ids();
        workers.forEach((ids.length + block - 1) / block, piece -> {
            int first = piece * block;
            long[] wanted = Arrays.copyOfRange(ids, first, Math.min(ids.length, first + block));
            try (Autograd.Guard guard = Autograd.noGrad()) {
                Tensor inputs = watched.batch(wanted).inputs();
                for (Augmentation view : views) {
                    Tensor shown = view.apply(inputs, wanted, seeds);
                    watcher.saw(
                            epoch,
                            first,
                            model.forward(shown, Forward.evaluation(wanted)).toFloats());
                }
            }
        });
    }
}
