package dev.rote.measures;

import dev.rote.data.Batch;
import dev.rote.data.Dataset;
import dev.rote.data.ModularArithmetic;
import dev.rote.data.Parts;
import dev.rote.data.Target;
import dev.rote.losses.CrossEntropy;
import dev.rote.nets.Forward;
import dev.rote.nets.Model;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import dev.rote.train.Clock;
import dev.rote.train.Loss;
import dev.rote.train.Recorder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Points with given coordinates and classes, float64, and a linear net on them: small enough for what is measured to be written
 * down by hand.
 *
 * @param rows coordinates, [N][d]
 * @param labels classes, [N]
 * @param classes K
 */
record Points(double[][] rows, long[] labels, int classes) implements Dataset {

    /** The outputs of a net that hands its inputs through, and the labels. */
    static Points outputs(double[][] outputs, long... labels) {
        return new Points(outputs, labels, outputs[0].length);
    }

    @Override
    public long[] ids() {
        return LongStream.range(0, rows.length).toArray();
    }

    @Override
    public InputShape inputs() {
        return new InputShape.Features(List.of((long) rows[0].length));
    }

    @Override
    public Target target() {
        return new Target.Classes(classes);
    }

    @Override
    public Batch batch(long[] ids) {
        double[] flat = Arrays.stream(ids)
                .boxed()
                .flatMapToDouble(id -> Arrays.stream(rows[id.intValue()]))
                .toArray();
        long[] chosen = Arrays.stream(ids).map(id -> labels[(int) id]).toArray();
        return new Batch(
                ids, Place.FLOAT64.of(flat, ids.length, rows[0].length), Place.FLOAT64.indices(chosen, chosen.length));
    }

    /** These points as the training part. */
    Parts train() {
        return parts(this);
    }

    /** Any data as the training part. */
    static Parts parts(Dataset train) {
        return new Parts(new ModularArithmetic(), Map.of("train", train));
    }

    /** Outputs {@code W x}, with one hidden layer {@code hidden}, which is x; W [K, d] in the caller's scope. */
    static Model linear(double[]... weights) {
        double[] flat = Arrays.stream(weights).flatMapToDouble(Arrays::stream).toArray();
        Tensor weight =
                Place.FLOAT64.of(flat, weights.length, weights[0].length).requiresGrad(true);
        return new Model() {
            @Override
            public Map<String, Tensor> parameters() {
                return Map.of("weight", weight);
            }

            @Override
            public List<String> layers() {
                return List.of("hidden");
            }

            @Override
            public Tensor forward(Tensor inputs, Forward how) {
                return how.hook().at("hidden", inputs).mm(weight.t());
            }
        };
    }

    /** A linear net that hands d inputs through. */
    static Model identity(int d) {
        double[][] weights = new double[d][d];
        for (int i = 0; i < d; i++) {
            weights[i][i] = 1;
        }
        return linear(weights);
    }

    /** Takes a measure. */
    static double take(Measure measure, Model model, Parts parts, Loss loss, int workers) {
        try (Scope scope = Scope.open();
                Workers threads = new Workers(workers);
                Evaluator evaluator = new Evaluator(model, parts, loss, new Seeds(6), threads, Recorder.NONE)) {
            measure.check(model, parts);
            return measure.of(evaluator.subject(new Clock(30, 100, 1)));
        }
    }

    /** Takes a measure of a net that hands these points through. */
    double take(Measure measure) {
        try (Scope scope = Scope.open()) {
            return take(measure, identity(classes), train(), new CrossEntropy(), 2);
        }
    }
}
