package dev.rote.audit.learners;

import dev.rote.audit.features.Dense;
import dev.rote.data.Parts;
import dev.rote.losses.CrossEntropy;
import dev.rote.measures.Evaluator;
import dev.rote.measures.Subject;
import dev.rote.nets.Activation;
import dev.rote.nets.Forward;
import dev.rote.nets.Mlp;
import dev.rote.nets.Model;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import dev.rote.train.Adam;
import dev.rote.train.Loop;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Recorder;
import dev.rote.train.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How a small net is trained: one hidden layer with biases and relu, Adam (rate 0.001, weight decay 0.0001), batches of 128,
 * smaller where an epoch would have fewer than ten, the given number of epochs.
 *
 * @param width of the hidden layer
 * @param epochs how many
 * @param loss what is minimised
 * @param methods what changes the training, each wraps those before it
 */
record NetTraining(int width, int epochs, Loss loss, List<Method> methods) {

    private static final int BATCH = 128;

    /** A few hundred rows in batches of 128 would give too few steps to learn anything. */
    private static final int LEAST_STEPS = 10;

    private static final int LEAST_BATCH = 8;
    private static final int BLOCK = 2048;

    /** Told the outputs before any softmax after each epoch. */
    interface Watcher {
        /**
         * An epoch is over; called for blocks of rows, side by side.
         *
         * @param first place among the watched rows of the block's first
         * @param outputs [B, K]
         */
        void saw(int epoch, int first, float[] outputs);
    }

    /** Asked what it wants to know of the trained net, whose ids are places among the learned rows. */
    interface Afterwards {
        /** The training is over; without gradients. */
        void ask(Subject subject);
    }

    NetTraining {
        methods = List.copyOf(methods);
    }

    /** Cross-entropy and nothing else. */
    NetTraining(int width, int epochs) {
        this(width, epochs, new CrossEntropy(), List.of());
    }

    /** Trains on some rows and watches others, or the same ones. */
    void train(
            Dense matrix,
            int[] learned,
            int[] labels,
            int classes,
            int[] watched,
            Seeds seeds,
            Workers workers,
            Watcher watcher) {
        train(matrix, learned, labels, classes, watched, seeds, workers, watcher, subject -> {});
    }

    /** Trains on some rows and looks at the net when it is done. */
    void train(
            Dense matrix,
            int[] learned,
            int[] labels,
            int classes,
            Seeds seeds,
            Workers workers,
            Afterwards afterwards) {
        Watcher nobody = (epoch, first, outputs) -> {};
        train(matrix, learned, labels, classes, new int[0], seeds, workers, nobody, afterwards);
    }

    private void train(
            Dense matrix,
            int[] learned,
            int[] labels,
            int classes,
            int[] watched,
            Seeds seeds,
            Workers workers,
            Watcher watcher,
            Afterwards afterwards) {
        try (Scope scope = Scope.open()) {
            DenseExamples examples = new DenseExamples(matrix, learned, labels, classes);
            Parts parts = new Parts(
                    ignored -> {
                        throw new UnsupportedOperationException("these examples were not opened from a source");
                    },
                    Map.of("train", examples));
            Mlp net = new Mlp(List.of(width), Activation.RELU, true, 0, false);
            Model model = net.build(examples.inputs(), classes, Place.FLOAT32, seeds.of("weights"));
            List<Tensor> blocks = blocks(matrix, watched);
            int batch = Math.min(learned.length, Math.max(LEAST_BATCH, Math.min(BATCH, learned.length / LEAST_STEPS)));
            long perEpoch = learned.length / batch;
            Settings settings = new Settings(
                    loss,
                    methods,
                    List.of(),
                    new Adam(1e-3, 0.9, 0.999, 1e-8, 1e-4),
                    clock -> 1,
                    epochs * perEpoch,
                    batch,
                    1,
                    true);
            try (Loop loop = new Loop(model, parts, settings, seeds, workers, Recorder.NONE)) {
                loop.start();
                for (int epoch = 0; epoch < epochs; epoch++) {
                    for (long step = 0; step < perEpoch; step++) {
                        loop.step();
                    }
                    int now = epoch;
                    workers.forEach(blocks.size(), block -> {
                        try (Autograd.Guard guard = Autograd.noGrad()) {
                            Tensor inputs = blocks.get(block);
                            Forward how = Forward.evaluation(new long[(int) inputs.size(0)]);
                            watcher.saw(
                                    now,
                                    block * BLOCK,
                                    model.forward(inputs, how).toFloats());
                        }
                    });
                }
                try (Evaluator evaluator = new Evaluator(model, parts, loss, seeds, workers, Recorder.NONE);
                        Autograd.Guard guard = Autograd.noGrad()) {
                    afterwards.ask(evaluator.subject(loop));
                }
            }
        }
    }

    private static List<Tensor> blocks(Dense matrix, int[] watched) {
        List<Tensor> blocks = new ArrayList<>();
        for (int from = 0; from < watched.length; from += BLOCK) {
            blocks.add(DenseExamples.rows(
                    matrix, Arrays.copyOfRange(watched, from, Math.min(watched.length, from + BLOCK))));
        }
        return blocks;
    }
}
