package dev.rote.audit.learners;

import dev.rote.data.Augmentation;
import dev.rote.data.Examples;
import dev.rote.data.Parts;
import dev.rote.data.Preparation;
import dev.rote.data.Target;
import dev.rote.data.augment.Flip;
import dev.rote.data.prepare.AveragePool;
import dev.rote.data.prepare.Standardize;
import dev.rote.losses.CrossEntropy;
import dev.rote.nets.Net;
import dev.rote.nets.images.SmallCnn;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Workers;
import dev.rote.train.Adam;
import dev.rote.train.Cosine;
import dev.rote.train.Warmup;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A small convolutional net on pictures; what it says is averaged over the second half of its epochs, {@code p = sum_t softmax(z_t) / T}.
 *
 * <p>Up to three stages of 3 x 3 convolutions with batch norm, each twice as wide as the one before, trained by Adam on channels that are standardised. The
 * learning rate rises over three tenths of the steps and falls along half a cosine (after Smith and Topin 2019, "Super-convergence").
 *
 * <p>Pictures of three channels are flipped at random while they are learned, and judged as they are and flipped. Grey ones are
 * not: they are often digits, letters or scans, whose label a flip does not leave right.
 *
 * <p>Where a whole factor divides both sides, pictures are averaged down by it to 24 to 47 pixels on the shorter one, or as close to that as factors allow.
 *
 * <p>Folds are joined two by two, 5 become 3, which halves the cost.
 *
 * @param pictures of shape [C, H, W], at least 2 x 2; the n-th is the task's row n; labels are the task's
 * @param width channels of the first stage, at least 1
 * @param epochs at least 1
 */
public record PictureLearner(Examples pictures, int width, int epochs) implements Learner {

    private static final int MOST_STAGES = 3;
    private static final double RATE = 0.005;
    private static final double RISE = 0.3;
    private static final int BLOCK = 256;

    /** Fewer pixels on the shorter side are never made of more: 32 is usual, and each doubling costs four times as much. */
    private static final int LEAST_SIDE = 24;

    /** 16 channels, 8 epochs. */
    public PictureLearner(Examples pictures) {
        this(pictures, 16, 8);
    }

    public PictureLearner {
        if (!takes(pictures)) {
            throw new IllegalArgumentException("pictures must be [C, H, W] of at least 2 x 2 pixels, was "
                    + pictures.inputs().dims());
        }
        if (width < 1) {
            throw new IllegalArgumentException("width must be at least 1, was " + width);
        }
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs must be at least 1, was " + epochs);
        }
    }

    /** Whether the pictures have two pixels a side at least. */
    public static boolean takes(Examples pictures) {
        List<Long> dims = pictures.inputs().dims();
        return dims.size() == 3 && dims.get(1) >= 2 && dims.get(2) >= 2;
    }

    /** Multiplications that it takes to learn from n examples of K classes and to judge them, roughly. */
    public double work(double n, int classes) {
        InputShape.Features shape = small().inputs();
        double forward = net(shape).work(shape, classes) / 2;
        return forward * epochs * n * (3 * 2 + 1);
    }

    /** The same for some of the pictures, by ascending position. */
    public PictureLearner at(int[] positions) {
        return new PictureLearner(pictures.at(positions), width, epochs);
    }

    @Override
    public String name() {
        return "pictures";
    }

    @Override
    public double[][] outOfSample(Task task, Workers workers) {
        return nets(task).outOfSample(joined(task), task.seeds().of(name()), workers);
    }

    /** The nets, and what they learn from. */
    FoldNets nets(Task task) {
        if (pictures.size() != task.rows()) {
            throw new IllegalArgumentException(
                    "pictures must be one for each of " + task.rows() + " rows, was " + pictures.size());
        }
        Examples labelled = small().with(new Target.Classes(task.classes()), task.labels());
        Examples scaled = prepared(new Standardize(), labelled).inMemory();
        return new FoldNets(training(scaled.inputs()), scaled::at);
    }

    private Examples small() {
        List<Long> dims = pictures.inputs().dims();
        int height = Math.toIntExact(dims.get(1));
        int width = Math.toIntExact(dims.get(2));
        int factor = Math.max(1, Math.min(height, width) / LEAST_SIDE);
        while (height % factor != 0 || width % factor != 0) {
            factor--;
        }
        return factor == 1 ? pictures : prepared(new AveragePool(factor), pictures);
    }

    private static Examples prepared(Preparation preparation, Examples examples) {
        Parts parts = new Parts(
                ignored -> {
                    throw new UnsupportedOperationException("these pictures were not opened from a source");
                },
                Map.of("train", examples));
        return Examples.of(preparation.apply(parts, new Seeds(0)).get("train"), "pictures");
    }

    private NetTraining training(InputShape.Features shape) {
        boolean colour = shape.dims().get(0) == 3;
        List<Augmentation> views = colour ? List.of(NetTraining.PLAIN, new Flip(1)) : List.of(NetTraining.PLAIN);
        return new NetTraining(
                net(shape),
                new CrossEntropy(),
                List.of(),
                new Adam(RATE, 0.9, 0.999, 1e-8, 0),
                steps -> new Warmup(Math.max(1, Math.round(RISE * steps)), new Cosine()),
                colour ? List.of(new Flip()) : List.of(),
                views,
                epochs,
                epochs / 2,
                BLOCK);
    }

    private Net net(InputShape.Features shape) {
        List<Long> dims = shape.dims();
        int stages = 63 - Long.numberOfLeadingZeros(Math.min(dims.get(1), dims.get(2)));
        Integer[] channels = new Integer[Math.min(MOST_STAGES, stages)];
        Arrays.setAll(channels, i -> width << i);
        return new SmallCnn(List.of(channels), 3, true, 0, List.of(), false);
    }

    private static Task joined(Task task) {
        int count = task.foldCount();
        int fewer = Math.min(count, Math.max(2, (count + 1) / 2));
        int[] folds =
                Arrays.stream(task.folds()).map(fold -> fold * fewer / count).toArray();
        return new Task(task.features(), task.labels(), task.classes(), folds, task.learn(), task.seeds());
    }
}
