package dev.rote.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.data.Batch;
import dev.rote.data.Dataset;
import dev.rote.data.Parts;
import dev.rote.data.Target;
import dev.rote.losses.CrossEntropy;
import dev.rote.losses.Mse;
import dev.rote.nets.Activation;
import dev.rote.nets.Mlp;
import dev.rote.nets.Model;
import dev.rote.nets.Twins;
import dev.rote.noise.Corrupted;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import dev.rote.train.Clock;
import dev.rote.train.Recorder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Measures of outputs against numbers computed by hand. */
class PredictionsTest {

    private static final double[][] SAYS_0_0_1_2_2 = {{1, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0, 0, 1}};

    @Test
    void wrongLabelsAreBelievedOrSeenThroughOrNeither() {
        Points clean = Points.outputs(SAYS_0_0_1_2_2, 0, 0, 0, 0, 2);
        // Example 1 keeps its label, example 4 was given its own label anew: neither is wrong.
        Parts parts = Points.parts(new Corrupted(clean, new long[] {1, -1, 1, 1, 2}));
        try (Scope scope = Scope.open()) {
            Model model = Points.identity(3);
            assertThat(Points.take(new NoisyPart(), model, parts, new Mse(), 1)).isEqualTo(1 / 3.0);
            assertThat(Points.take(new NoisyPart(NoisyPart.As.TRUTH), model, parts, new Mse(), 1))
                    .isEqualTo(1 / 3.0);
            assertThat(Points.take(new NoisyPart(NoisyPart.As.OTHER), model, parts, new Mse(), 1))
                    .isEqualTo(1 / 3.0);
            assertThat(Points.take(new NoisyPart(), model, clean.train(), new Mse(), 1))
                    .isNaN();
        }
    }

    @Test
    void sharesAndSpreadsOfClasses() {
        Points points = Points.outputs(SAYS_0_0_1_2_2, 0, 1, 1, 2, 2);
        assertThat(points.take(new ClassShare("train", 0))).isEqualTo(0.4);
        assertThat(points.take(new ClassShare("train", 1))).isEqualTo(0.2);
        assertThat(points.take(new ClassSpread("train"))).isEqualTo(0.5);
        assertThat(Points.outputs(SAYS_0_0_1_2_2, 0, 0, 0, 0, 0).take(new ClassSpread("train")))
                .isZero();
        assertThat(points.take(new ClassSpread("corrupted"))).isNaN();
        assertThat(points.take(new ClassShare("corrupted", 0))).isNaN();
        assertThatThrownBy(() -> points.take(new ClassShare("train", 3)))
                .hasMessage("label must be below the number of classes, 3, was 3");
    }

    @Test
    void likelihoodIsThatOfTheSoftmaxWhateverTheLoss() {
        double[][] logs = {
            {Math.log(0.7), Math.log(0.2), Math.log(0.1)}, {5 + Math.log(0.5), 5 + Math.log(0.25), 5 + Math.log(0.25)}
        };
        Points points = Points.outputs(logs, 0, 2);
        double expected = -(Math.log(0.7) + Math.log(0.25)) / 2;
        assertThat(points.take(new NegativeLogLikelihood("train"))).isCloseTo(expected, within(1e-14));
        try (Scope scope = Scope.open()) {
            Parts parts = points.train();
            Model model = Points.identity(3);
            assertThat(Points.take(new NegativeLogLikelihood("train"), model, parts, new Mse(), 1))
                    .isCloseTo(expected, within(1e-14));
            assertThat(Points.take(new MeanLoss(), model, parts, new CrossEntropy(), 1))
                    .isCloseTo(expected, within(1e-14));
        }
        assertThat(points.take(new NegativeLogLikelihood("corrupted"))).isNaN();
    }

    @Test
    void calibrationComparesConfidenceWithSuccessBinByBin() {
        double[] sure = {Math.log(0.9), Math.log(0.1)};
        double[] unsure = {Math.log(0.4), Math.log(0.6)};
        double[][] outputs = {sure, sure, sure, sure, unsure, unsure, unsure, unsure};
        Points points = Points.outputs(outputs, 0, 0, 1, 1, 1, 1, 1, 0);
        double expected = (4 * Math.abs(0.5 - 0.9) + 4 * Math.abs(0.75 - 0.6)) / 8;
        assertThat(points.take(new Calibration("train", 15))).isCloseTo(expected, within(1e-14));
        // In one bin, what is too sure and what is not sure enough cancel.
        assertThat(points.take(new Calibration("train", 1))).isCloseTo(Math.abs(5 / 8.0 - 0.75), within(1e-14));
        assertThat(points.take(new Calibration("corrupted", 15))).isNaN();
    }

    @Test
    void marginsAreTheLabelsLeadOverTheNextClass() {
        double[][] outputs = {{3, 1, 2}, {0, 5, 4}, {2, 2, -7}, {1, 9, 0}};
        Points points = Points.outputs(outputs, 0, 2, 1, 1);
        double[] margins = {1, -1, 0, 8};
        double mean = Arrays.stream(margins).sum() / 4;
        double p10 = -1 + 0.3; // a tenth of the way from the first to the last of four is 0.3 of the first gap
        assertThat(points.take(new Margin("train", Margin.Statistic.MEAN, Margin.Normalised.NONE)))
                .isEqualTo(mean);
        assertThat(points.take(new Margin("train", Margin.Statistic.P10, Margin.Normalised.NONE)))
                .isCloseTo(p10, within(1e-15));
        // The identity in three dimensions has norm sqrt 3, and is the only layer.
        for (Margin.Normalised by : List.of(Margin.Normalised.LAYER_NORMS, Margin.Normalised.WEIGHT_NORM)) {
            assertThat(points.take(new Margin("train", Margin.Statistic.MEAN, by)))
                    .isCloseTo(mean / Math.sqrt(3), within(1e-15));
        }
        assertThat(points.take(new Margin("corrupted", Margin.Statistic.P10, Margin.Normalised.NONE)))
                .isNaN();
    }

    @Test
    void twinsAreHeardApart() {
        Points points = Points.outputs(new double[][] {{1, 0}, {1, 0}, {0, 1}, {0, 1}}, 0, 0, 0, 1);
        try (Scope scope = Scope.open()) {
            Model twins = new Twins(new Mlp(List.of(1), Activation.RELU, true, 0, false))
                    .build(points.inputs(), 2, Place.FLOAT64, new Seeds(1));
            try (Autograd.Guard guard = Autograd.noGrad()) {
                // The first says log(0.9), log(0.1) whatever it sees, the second the other way round.
                twins.parameters().values().forEach(Tensor::zero_);
                double[] sure = {Math.log(0.9), Math.log(0.1)};
                double[] other = {Math.log(0.3), Math.log(0.7)};
                twins.parameters().get("first.output.bias").copy_(Place.FLOAT64.of(sure, 2));
                twins.parameters().get("second.output.bias").copy_(Place.FLOAT64.of(other, 2));
            }
            assertThat(Points.take(
                            new TwinPredictions("train", TwinPredictions.Statistic.ACCURACY),
                            twins,
                            points.train(),
                            new Mse(),
                            1))
                    .isEqualTo((0.75 + 0.25) / 2);
            double divergence = (0.9 - 0.3) * Math.log(0.9 / 0.3) + (0.1 - 0.7) * Math.log(0.1 / 0.7);
            assertThat(Points.take(
                            new TwinPredictions("train", TwinPredictions.Statistic.DIVERGENCE),
                            twins,
                            points.train(),
                            new Mse(),
                            1))
                    .isCloseTo(divergence, within(1e-14));
            assertThat(Points.take(
                            new TwinPredictions("corrupted", TwinPredictions.Statistic.DIVERGENCE),
                            twins,
                            points.train(),
                            new Mse(),
                            1))
                    .isNaN();
        }
    }

    @Test
    void flatteningSumsTheSingularValuesOfEachClass() {
        // Class 0: 300 times (1, 0, 0) and once (0, 4, 0); class 1: rows (3, 0, 0), (0, 2, 0), (0, 0, 1); class 2 is
        // absent.
        List<double[]> rows = new ArrayList<>(Collections.nCopies(300, new double[] {1, 0, 0}));
        rows.addAll(List.of(
                new double[] {0, 4, 0}, new double[] {3, 0, 0}, new double[] {0, 2, 0}, new double[] {0, 0, 1}));
        long[] labels = IntStream.range(0, 304).mapToLong(i -> i > 300 ? 1 : 0).toArray();
        Points points = new Points(rows.toArray(new double[0][]), labels, 3);
        assertThat(points.take(new Flattening("hidden", "train", Flattening.Statistic.LARGEST)))
                .isCloseTo((Math.sqrt(300) + 3) / 2, within(1e-12));
        assertThat(points.take(new Flattening("first", "train", Flattening.Statistic.REST)))
                .isCloseTo((4 + 2 + 1) / 2.0, within(1e-12));
        assertThat(points.take(new Flattening("last", "corrupted", Flattening.Statistic.REST)))
                .isNaN();
        assertThatThrownBy(() -> points.take(new Flattening("deep", "train", Flattening.Statistic.REST)))
                .hasMessage("flattening needs a net with a hidden layer 'deep', this one has [hidden]");
    }

    @Test
    void fgsmTakesEpsilonTimesTheL1NormOffTheMarginOfALinearNet() {
        // Outputs 0 and (2, -1) x: the margin of class 1 is 2 x0 - x1, and falls by 3 epsilon.
        double[][] rows = {{0.5, 0.3}, {0.2, 0.3}, {0.9, 0.1}, {0.1, 0.9}, {0.1, 0.1}};
        long[] labels = {1, 1, 1, 0, 0};
        double[] margins = {0.7, 0.1, 1.7, 0.7, -0.1};
        Points points = new Points(rows, labels, 2);
        for (int workers : new int[] {1, 3}) {
            try (Scope scope = Scope.open()) {
                Model model = Points.linear(new double[] {0, 0}, new double[] {2, -1});
                long live = Tensor.live();
                for (double epsilon : new double[] {0, 0.02, 0.1, 0.3, 1}) {
                    double expected =
                            Arrays.stream(margins).filter(m -> m > 3 * epsilon).count() / 5.0;
                    assertThat(Points.take(
                                    new FgsmAccuracy("train", epsilon, false),
                                    model,
                                    points.train(),
                                    new CrossEntropy(),
                                    workers))
                            .as("epsilon %s", epsilon)
                            .isEqualTo(expected);
                }
                assertThat(Tensor.live()).isEqualTo(live);
            }
        }
    }

    @Test
    void fgsmStaysWithinTheUnitIntervalWhereAsked() {
        // Class 1 leads by 2 x0 + x1 = 0.45. Moved by -0.4 each, the lead is negative; but x0 cannot go below 0.
        Points points = new Points(new double[][] {{0, 0.45}}, new long[] {1}, 2);
        try (Scope scope = Scope.open()) {
            Model model = Points.linear(new double[] {0, 0}, new double[] {2, 1});
            assertThat(Points.take(new FgsmAccuracy("train", 0.4, true), model, points.train(), new CrossEntropy(), 1))
                    .isEqualTo(1);
            assertThat(Points.take(new FgsmAccuracy("train", 0.4, false), model, points.train(), new CrossEntropy(), 1))
                    .isEqualTo(0);
        }
    }

    /** Counts how it is asked, and says how large its inputs are. */
    private record Asked(Dataset inner, InputShape inputs, List<Integer> sizes) implements Dataset {
        @Override
        public long[] ids() {
            return inner.ids();
        }

        @Override
        public Target target() {
            return inner.target();
        }

        @Override
        public Batch batch(long[] ids) {
            synchronized (sizes) {
                sizes.add(ids.length);
            }
            return inner.batch(ids);
        }
    }

    private static List<Integer> asked(long inputs) {
        double[][] rows = new double[300][2];
        Asked data = new Asked(
                new Points(rows, new long[300], 2), new InputShape.Features(List.of(inputs)), new ArrayList<>());
        try (Scope scope = Scope.open();
                Workers threads = new Workers(1);
                Evaluator evaluator = new Evaluator(
                        Points.identity(2), Points.parts(data), new Mse(), new Seeds(6), threads, Recorder.NONE)) {
            for (int moment = 0; moment < 2; moment++) {
                new Accuracy("train").of(evaluator.subject(new Clock(moment, 100, 1)));
            }
        }
        return data.sizes();
    }

    @Test
    void partsAreKeptOnlyWhileTheyTakeLittleMemory() {
        long most = (256L << 20) / 300 / 8;
        assertThat(asked(most)).containsExactly(300);
        assertThat(asked(most + 1)).containsExactly(256, 44, 256, 44);
    }
}
