package dev.rote.audit.learners;

import dev.rote.audit.features.Dense;
import dev.rote.data.Parts;
import dev.rote.losses.CrossEntropy;
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
 */
record NetTraining(int width, int epochs) {

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
                    new CrossEntropy(),
                    List.of(),
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
