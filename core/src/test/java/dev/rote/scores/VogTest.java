package dev.rote.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.data.ModularArithmetic;
import dev.rote.data.Parts;
import dev.rote.data.files.Digits;
import dev.rote.data.prepare.Take;
import dev.rote.losses.CrossEntropy;
import dev.rote.measures.Evaluator;
import dev.rote.nets.Activation;
import dev.rote.nets.Mlp;
import dev.rote.nets.Model;
import dev.rote.nets.TwoLayer;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import dev.rote.train.AdamW;
import dev.rote.train.Clock;
import dev.rote.train.Constant;
import dev.rote.train.Loop;
import dev.rote.train.Recorder;
import dev.rote.train.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VogTest implements ScoreContract {

    private static Vog raw(Vog.Stage stage, int snapshots, int every) {
        return new Vog("train", stage, snapshots, every, Vog.By.LABEL, false);
    }

    @Override
    public ExampleScore score() {
        return new Vog();
    }

    @Override
    public ExampleScore again() {
        return new Vog("train", Vog.Stage.LATE, 3, 1, Vog.By.LABEL, true);
    }

    @Override
    public Map<String, Supplier<ExampleScore>> refusals() {
        return Map.of(
                "snapshots must be at least 2, was 1", () -> raw(Vog.Stage.LATE, 1, 1),
                "every must be at least 1, was 0", () -> raw(Vog.Stage.LATE, 2, 0));
    }

    /** By what the model says, early, on the test part. */
    @Nested
    class Otherwise implements ScoreContract {

        @Override
        public ExampleScore score() {
            return new Vog("test", Vog.Stage.EARLY, 2, 2, Vog.By.PREDICTION, false);
        }

        @Override
        public ExampleScore again() {
            return new Vog("test", Vog.Stage.EARLY, 2, 2, Vog.By.PREDICTION, false);
        }
    }

    /** A watched training and what can be known of it besides. */
    private record Watched(List<double[]> weights, int[] labels, double[] scores) {}

    /** Six epochs of a linear net without bias in float64, whose gradient for class c is row c of its weights. */
    private static Watched watch(Vog vog, long stopAfter) {
        Parts all = new Digits().open(new Seeds(1));
        Parts parts = new Take("train", 60, Take.Order.RANDOM).apply(all, new Seeds(2));
        long[] ids = parts.get("train").ids();
        List<double[]> weights = new ArrayList<>();
        try (Scope scope = Scope.open();
                Workers workers = new Workers(2)) {
            Model model = new Mlp(List.of(), Activation.RELU, false, 0, false)
                    .build(parts.get("train").inputs(), 10, Place.FLOAT64, new Seeds(3));
            Settings settings = new Settings(
                    new CrossEntropy(), List.of(), List.of(), new AdamW(), new Constant(), 24, 15, 8, true);
            try (Loop loop = new Loop(model, parts, settings, new Seeds(4), workers, Recorder.NONE);
                    Evaluator evaluator =
                            new Evaluator(model, parts, new CrossEntropy(), new Seeds(4), workers, Recorder.NONE)) {
                vog.check(model, parts, loop.clock());
                while (!loop.finished() && loop.clock().step() < stopAfter) {
                    loop.step();
                    try (Scope inner = Scope.open();
                            Autograd.Guard guard = Autograd.noGrad()) {
                        vog.watch(evaluator.subject(loop));
                        if (loop.clock().step() % 4 == 0) {
                            weights.add(model.parameters()
                                    .values()
                                    .iterator()
                                    .next()
                                    .detach()
                                    .toDoubles());
                        }
                    }
                }
                double[] scores = vog.of(evaluator.subject(loop));
                int[] labels = Arrays.stream(parts.get("train").labels(ids))
                        .mapToInt(Math::toIntExact)
                        .toArray();
                return new Watched(weights, labels, scores);
            }
        }
    }

    /** Mean over the 64 pixels of the deviation of row c over these epochs, counted from 0. */
    private static double expected(Watched watched, int label, int... epochs) {
        return IntStream.range(0, 64)
                .mapToDouble(p -> {
                    double[] values = Arrays.stream(epochs)
                            .mapToDouble(epoch -> watched.weights().get(epoch)[label * 64 + p])
                            .toArray();
                    double mean = DoubleStream.of(values).average().orElseThrow();
                    return Math.sqrt(DoubleStream.of(values)
                            .map(value -> (value - mean) * (value - mean))
                            .average()
                            .orElseThrow());
                })
                .average()
                .orElseThrow();
    }

    private static void isOver(Vog vog, int... epochs) {
        Watched watched = watch(vog, 24);
        assertThat(watched.weights()).hasSize(6);
        for (int i = 0; i < 60; i++) {
            assertThat(watched.scores()[i]).isCloseTo(expected(watched, watched.labels()[i], epochs), within(1e-12));
        }
    }

    @Test
    void isTheMeanDeviationOfTheGradientOverTheSnapshots() {
        isOver(raw(Vog.Stage.LATE, 3, 1), 3, 4, 5);
        isOver(raw(Vog.Stage.EARLY, 3, 1), 0, 1, 2);
        isOver(raw(Vog.Stage.LATE, 2, 3), 2, 5);
        isOver(raw(Vog.Stage.EARLY, 3, 2), 1, 3, 5);
    }

    @Test
    void aTrainingThatStopsBeforeTwoSnapshotsHasNone() {
        assertThat(watch(raw(Vog.Stage.EARLY, 3, 1), 4).scores()).containsOnly(Double.NaN);
        assertThat(watch(raw(Vog.Stage.LATE, 3, 1), 19).scores()).containsOnly(Double.NaN);
    }

    @Test
    void takesOutMeanAndDeviationOfTheClass() {
        assertThat(Vog.withinClass(new double[] {1, 5, 3, 7, 9}, new int[] {0, 2, 0, 2, 1}))
                .containsExactly(-1, -1, 1, 1, 0);
        assertThat(Vog.withinClass(new double[0], new int[0])).isEmpty();
    }

    @Test
    void leavesNoTensorsAndNoWeightGradientsBehind() {
        long live = Tensor.live();
        watch(new Vog(), 24);
        assertThat(Tensor.live()).isEqualTo(live);
    }

    @Test
    void refusesWhatItCannotBeTakenOf() {
        assertThatThrownBy(() -> watch(raw(Vog.Stage.LATE, 4, 2), 24))
                .hasMessage("snapshots must fit into the 6 epochs, was 4, one every 2, which takes 7");
        assertThatThrownBy(() -> watch(raw(Vog.Stage.EARLY, 4, 2), 24))
                .hasMessage("snapshots must fit into the 6 epochs, was 4, one every 2, which takes 8");
        Parts parts = new ModularArithmetic().open(new Seeds(1));
        try (Scope scope = Scope.open()) {
            Model model = new TwoLayer().build(parts.get("train").inputs(), 97, Place.FLOAT32, new Seeds(1));
            assertThatThrownBy(() -> new Vog().check(model, parts, new Clock(0, 10, 1)))
                    .hasMessage("vog needs a net on real-valued inputs, 'train' has tokens");
        }
    }
}
