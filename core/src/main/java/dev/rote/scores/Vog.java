package dev.rote.scores;

import dev.rote.data.Batch;
import dev.rote.data.Parts;
import dev.rote.measures.Evaluator;
import dev.rote.measures.Subject;
import dev.rote.nets.Model;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.DType;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import dev.rote.train.Clock;
import dev.rote.train.Pass;
import java.util.Arrays;
import java.util.List;

/**
 * Variance of gradients: how much an example's input gradient moves about between moments of the training (Agarwal, D'souza, Hooker
 * 2022, equations 1 to 3).
 *
 * <pre>{@code S_t = d z_c(x; theta_t) / d x,  vog(x) = mean_p sqrt(mean_t (S_tp - mean_t S_tp)^2),
 * VoG(x) = (vog(x) - mean of its class) / deviation of its class}</pre>
 *
 * <p>z_c: the output of class c before any softmax, in evaluation mode; t = 1..K: snapshots, each after a whole epoch; p: pixels, after
 * the mean over colour channels. A number of deviations above the class mean, any real number; or, not normalised, at least 0 in
 * outputs per unit of input. High is suspicious: hard, odd or wrongly labelled. 0 where a class has no spread. NaN when training
 * stopped before two snapshots.
 *
 * <p>Class means are over the examples that are scored. Their deviation divides by the number of examples, not one less. Running
 * mean and squares are kept, two numbers per pixel and example, whatever K.
 *
 * @param part whose examples
 * @param stage which epochs are looked at
 * @param snapshots K, at least 2
 * @param every epochs from one snapshot to the next, at least 1
 * @param by which class c
 * @param normalised whether mean and deviation of the class are taken out
 */
public record Vog(String part, Stage stage, int snapshots, int every, By by, boolean normalised)
        implements ExampleScore {

    private static final int ROWS = 1024;

    /** Which epochs are looked at. */
    public enum Stage {
        /** The first. */
        EARLY,
        /** The last. */
        LATE
    }

    /** Which class c. */
    public enum By {
        /** The label as given. */
        LABEL,
        /** What the model says: at each snapshot then, for the class means at the end. */
        PREDICTION
    }

    /** The last three epochs, by label, on the train part. */
    public Vog() {
        this("train", Stage.LATE, 3, 1, By.LABEL, true);
    }

    public Vog {
        if (snapshots < 2) {
            throw new IllegalArgumentException("snapshots must be at least 2, was " + snapshots);
        }
        if (every < 1) {
            throw new IllegalArgumentException("every must be at least 1, was " + every);
        }
    }

    @Override
    public void watch(Subject subject) {
        if (isDue(subject.clock())) {
            Tensor count = count(subject);
            count.add_(1);
            double seen = count.item();
            Tensor means = kept(subject, "mean");
            Tensor squares = kept(subject, "squares");
            subject.forEachBlock(part, (from, batch) -> {
                Tensor map = slopes(subject.pass(batch));
                Tensor mean = means.narrow(0, from, batch.size());
                Tensor off = map.sub(mean);
                mean.add_(off, 1 / seen);
                // Welford's update: a sum of squares would lose a small variance beside a large mean.
                squares.narrow(0, from, batch.size()).addcmul_(off, map.sub(mean), 1);
            });
        }
    }

    private boolean isDue(Clock clock) {
        if (clock.step() == 0 || clock.step() % clock.stepsPerEpoch() != 0) {
            return false;
        }
        long epoch = clock.epoch();
        long back = stage == Stage.EARLY ? epoch - every : epochs(clock) - epoch;
        return back >= 0 && back % every == 0 && back / every < snapshots;
    }

    private static long epochs(Clock clock) {
        return clock.steps() / clock.stepsPerEpoch();
    }

    /** The gradient of each row's chosen output with respect to that row's inputs, [n, P]. */
    private Tensor slopes(Pass pass) {
        Batch batch = pass.batch();
        Tensor slope;
        try (Autograd.Guard guard = Autograd.enableGrad()) {
            Tensor leaf = batch.inputs().detach().requiresGrad(true);
            Tensor outputs = pass.inputs(leaf).outputs();
            Tensor chosen =
                    by == By.LABEL ? Evaluator.labels(batch) : outputs.detach().argmax(1);
            // In evaluation mode rows do not look at each other, so the sum's gradient is each row's own.
            Tensor sum = outputs.gather(1, chosen.unsqueeze(1)).sum();
            slope = Autograd.gradients(sum, List.of(leaf), false).get(0);
        }
        return (slope.dim() == 4 ? slope.mean(1, false) : slope).reshape(batch.size(), -1);
    }

    private Tensor count(Subject subject) {
        return subject.keep(name() + "/count", () -> subject.model().place().zeros(1));
    }

    private Tensor kept(Subject subject, String what) {
        long examples = subject.ids(part).length;
        return subject.keep(
                name() + "/" + what, () -> subject.model().place().zeros(examples, pixels(subject.parts())));
    }

    private long pixels(Parts parts) {
        InputShape.Features inputs = (InputShape.Features) Subject.inputs(part, parts);
        return inputs.dims().size() == 3 ? inputs.size() / inputs.dims().get(0) : inputs.size();
    }

    @Override
    public double[] of(Subject subject) {
        double seen = count(subject).item();
        double[] raw = new double[subject.ids(part).length];
        Arrays.fill(raw, Double.NaN);
        for (int from = 0; seen > 1 && from < raw.length; from += ROWS) {
            int rows = Math.min(ROWS, raw.length - from);
            try (Scope scope = Scope.open()) {
                Tensor squares = kept(subject, "squares").narrow(0, from, rows).to(DType.FLOAT64);
                double[] some = squares.div(seen).sqrt().mean(1, false).toDoubles();
                System.arraycopy(some, 0, raw, from, rows);
            }
        }
        return normalised ? withinClass(raw, classes(subject)) : raw;
    }

    private int[] classes(Subject subject) {
        return by == By.LABEL ? subject.on(part).labels() : subject.on(part).predicted();
    }

    /** Deviations above the mean of each example's class. */
    static double[] withinClass(double[] raw, int[] classes) {
        int count = Arrays.stream(classes).max().orElse(-1) + 1;
        double[] size = new double[count];
        double[] mean = new double[count];
        double[] variance = new double[count];
        for (int i = 0; i < raw.length; i++) {
            size[classes[i]]++;
            mean[classes[i]] += raw[i];
        }
        Arrays.setAll(mean, c -> mean[c] / size[c]);
        for (int i = 0; i < raw.length; i++) {
            variance[classes[i]] += Math.pow(raw[i] - mean[classes[i]], 2) / size[classes[i]];
        }
        double[] scores = new double[raw.length];
        Arrays.setAll(scores, i -> {
            int c = classes[i];
            return variance[c] == 0 ? 0 : (raw[i] - mean[c]) / Math.sqrt(variance[c]);
        });
        return scores;
    }

    @Override
    public void check(Model model, Parts parts, Clock clock) {
        Subject.checkClasses(part, parts);
        if (Subject.inputs(part, parts) instanceof InputShape.Tokens) {
            throw new IllegalArgumentException("vog needs a net on real-valued inputs, '" + part + "' has tokens");
        }
        long needed = stage == Stage.EARLY ? (long) snapshots * every : (snapshots - 1L) * every + 1;
        if (epochs(clock) < needed) {
            throw new IllegalArgumentException("snapshots must fit into the " + epochs(clock) + " epochs, was "
                    + snapshots + ", one every " + every + ", which takes " + needed);
        }
    }

    @Override
    public String name() {
        String name = "vog" + (stage == Stage.EARLY ? ".early" : "") + (by == By.PREDICTION ? ".prediction" : "")
                + (normalised ? "" : ".raw");
        return ScoreNames.of(name, part);
    }
}
