package dev.rote.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.data.Npy;
import dev.rote.losses.Mse;
import dev.rote.nets.Activation;
import dev.rote.nets.Model;
import dev.rote.nets.TwoLayer;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import dev.rote.train.Clock;
import dev.rote.train.Gradient;
import dev.rote.train.Loop;
import dev.rote.train.Method;
import dev.rote.train.Recorder;
import dev.rote.train.Table;
import dev.rote.train.TinyTraining;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SamTest implements MethodContract {

    private static final TwoLayer NORMALISED = new TwoLayer(24, Activation.SQUARE, 0, true);

    @Override
    public Method method() {
        return new Sam(0.1, 30);
    }

    @Override
    public Method nothing() {
        return new Sam(0, 0);
    }

    @Override
    public boolean wrapsLoss() {
        return false;
    }

    @Override
    public Map<String, ThrowingCallable> refusals() {
        Map<String, ThrowingCallable> refusals = new LinkedHashMap<>();
        refusals.put("rho must be at least 0, was -0.1", () -> new Sam(-0.1, 0));
        refusals.put("rho must be at least 0, was NaN", () -> new Sam(Double.NaN, 0));
        refusals.put("rho must be at least 0, was Infinity", () -> new Sam(Double.POSITIVE_INFINITY, 0));
        refusals.put("m must be at least 0 (0 is the whole batch), was -1", () -> new Sam(0.1, -1));
        return refusals;
    }

    /** One flat list of everything in a model's parameters, or in their gradient buffers. */
    private static double[] flat(Model model, boolean gradients) {
        try (Scope scope = Scope.open()) {
            List<Tensor> parts = model.parameters().values().stream()
                    .map(tensor -> (gradients ? tensor.grad() : tensor.detach()).reshape(-1))
                    .toList();
            return Tensor.cat(parts, 0).toDoubles();
        }
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    private static void step(TinyTraining training) {
        try (Scope scope = Scope.open();
                Workers workers = new Workers(1);
                Loop loop = training.loop(training.model(7), workers)) {
            loop.step();
        }
    }

    @Test
    void theSecondEvaluationIsAtDistanceRhoAlongTheGradient() {
        for (double rho : new double[] {0.01, 0.5, 3}) {
            List<double[]> seen = new ArrayList<>();
            List<double[]> gradients = new ArrayList<>();
            Mse mse = new Mse();
            Peek gradient = new Peek((model, plain) -> {
                plain.compute();
                gradients.add(flat(model, true));
            });
            TinyTraining training = TinyTraining.plain().exact().autograd().loss(pass -> {
                seen.add(flat(pass.model(), false));
                return mse.perExample(pass);
            });
            step(training.with(new Sam(rho, 0), gradient));

            double[] before = seen.get(0); // looked at by the peek, then twice by the method
            double[] climbed = seen.get(2);
            assertThat(seen).hasSize(3);
            assertThat(distance(before, climbed)).isCloseTo(rho, within(1e-6 * rho));
            double norm = distance(gradients.get(0), new double[before.length]);
            for (int i = 0; i < before.length; i++) {
                double expected = before[i] + rho * gradients.get(0)[i] / norm;
                assertThat(climbed[i]).isCloseTo(expected, within(1e-9));
            }
        }
    }

    @Test
    void tellsHowFarItClimbedAndAtWhatCostAtTheEndOfEachEpoch() {
        for (int m : new int[] {0, 30}) {
            for (double rho : new double[] {0, 0.5}) {
                List<String> readings = new ArrayList<>();
                List<Double> values = new ArrayList<>();
                TinyTraining training = TinyTraining.plain().batchSize(60).with(new Sam(rho, m));
                try (Scope scope = Scope.open();
                        Workers workers = new Workers(1);
                        Loop loop = training.loop(training.model(7), workers, new Ear(readings, values))) {
                    while (loop.step()) {}
                }
                assertThat(readings)
                        .containsExactly(
                                "2 sam.radius",
                                "2 sam.gradients",
                                "5 sam.radius",
                                "5 sam.gradients",
                                "8 sam.radius",
                                "8 sam.gradients",
                                "11 sam.radius",
                                "11 sam.gradients");
                for (int i = 0; i < values.size(); i += 2) {
                    assertThat(values.get(i)).isCloseTo(rho, within(1e-6 * rho));
                    assertThat(values.get(i + 1)).isEqualTo(2);
                }
            }
        }
    }

    /** Hears readings. */
    private record Ear(List<String> names, List<Double> values) implements Recorder {

        @Override
        public void log(Clock clock, String name, double value) {
            names.add(clock.step() + " " + name);
            values.add(value);
        }

        @Override
        public Table table(String name, String... columns) {
            return row -> {};
        }

        @Override
        public void arrays(String name, Map<String, Npy> arrays) {}
    }

    @Test
    void putsTheWeightsBackBeforeTheMove() {
        List<double[]> weights = new ArrayList<>();
        Peek inside = new Peek((model, climbed) -> {
            weights.add(flat(model, false));
            climbed.compute();
            weights.add(flat(model, false));
        });
        step(TinyTraining.plain().with(inside, new Sam(0.5, 20)));
        assertThat(weights.get(1)).containsExactly(weights.get(0));
    }

    @Test
    void groupsClimbOnTheirOwnAndAreAveraged() {
        for (boolean hand : new boolean[] {true, false}) {
            List<double[]> gradients = new ArrayList<>();
            List<Double> losses = new ArrayList<>();
            Peek byHand = new Peek((model, plain) -> {
                losses.add(averageOfGroups(model, plain, 202 / 30, 0.3, gradients));
            });
            Peek inside = new Peek((model, climbed) -> {
                losses.add(climbed.compute());
                gradients.add(flat(model, true));
            });
            TinyTraining training = TinyTraining.plain().exact();
            step((hand ? training : training.autograd()).with(inside, new Sam(0.3, 30), byHand));

            assertThat(losses.get(1)).isCloseTo(losses.get(0), within(1e-12));
            double size = distance(gradients.get(0), new double[gradients.get(0).length]);
            assertThat(distance(gradients.get(0), gradients.get(1))).isLessThan(1e-9 * size);
        }
    }

    private static double averageOfGroups(
            Model model, Gradient plain, int groups, double rho, List<double[]> gradients) {
        double[] average = new double[flat(model, false).length];
        double loss = 0;
        double rows = 0;
        for (int group = 0; group < groups; group++) {
            Gradient part = plain.shard(group, groups);
            loss += part.rows() * part.compute();
            double[] slope = flat(model, true);
            double norm = distance(slope, new double[slope.length]);
            shift(model, slope, rho / norm);
            part.compute();
            double[] there = flat(model, true);
            shift(model, slope, -rho / norm);
            rows += part.rows();
            for (int i = 0; i < average.length; i++) {
                average[i] += part.rows() * there[i];
            }
        }
        for (int i = 0; i < average.length; i++) {
            average[i] /= rows;
        }
        assertThat(rows).isEqualTo(plain.rows());
        gradients.add(average);
        return loss / rows;
    }

    private static void shift(Model model, double[] direction, double length) {
        int from = 0;
        try (Scope scope = Scope.open();
                Autograd.Guard guard = Autograd.noGrad()) {
            for (Tensor weight : model.parameters().values()) {
                double[] part = java.util.Arrays.copyOfRange(direction, from, from + (int) weight.numel());
                weight.add_(weight.place().of(part, weight.shape()), length);
                from += part.length;
            }
        }
    }

    @Test
    void shardsSeeTheDropoutMasksOfTheWhole() {
        for (boolean hand : new boolean[] {true, false}) {
            Peek look = new Peek((model, gradient) -> {
                double loss = gradient.compute();
                double[] whole = flat(model, true);
                double[] sum = new double[whole.length];
                double parts = 0;
                for (int i = 0; i < 5; i++) {
                    Gradient part = gradient.shard(i, 5);
                    double share = (double) part.rows() / gradient.rows();
                    parts += share * part.compute();
                    double[] slope = flat(model, true);
                    for (int j = 0; j < sum.length; j++) {
                        sum[j] += share * slope[j];
                    }
                }
                assertThat(parts).isCloseTo(loss, within(1e-12));
                assertThat(distance(whole, sum)).isLessThan(1e-12 * distance(whole, new double[whole.length]));
            });
            TinyTraining training = TinyTraining.plain().exact();
            step((hand ? training : training.autograd()).with(look));
        }
    }

    @Test
    void handWrittenAndAutomaticGradientsClimbAlike() {
        TinyTraining training = TinyTraining.plain().exact().with(new Sam(0.2, 40));
        Map<String, List<Double>> hand = training.run().weights();
        Map<String, List<Double>> automatic = training.autograd().run().weights();
        hand.forEach((name, values) -> {
            for (int i = 0; i < values.size(); i++) {
                assertThat(automatic.get(name).get(i)).isCloseTo(values.get(i), within(1e-8));
            }
        });
    }

    @Test
    void runningStatisticsMoveInTheFirstEvaluationOnly() {
        TinyTraining training = TinyTraining.plain().net(NORMALISED).exact();
        Map<String, List<Double>> plain = training.stopAfter(1).weights();
        Map<String, List<Double>> climbed =
                training.with(new Sam(0.5, 0)).stopAfter(1).weights();
        assertThat(climbed.get("norm.running_mean")).isEqualTo(plain.get("norm.running_mean"));
        assertThat(climbed.get("norm.running_var")).isEqualTo(plain.get("norm.running_var"));
    }

    @Test
    void runningStatisticsMoveOnceForEachRowEvenWhenNested() {
        AtomicInteger moves = new AtomicInteger();
        Mse mse = new Mse();
        TinyTraining training = TinyTraining.plain().autograd().loss(pass -> {
            moves.addAndGet(pass.first() ? pass.batch().size() : 0);
            return mse.perExample(pass);
        });
        for (Method[] nested : new Method[][] {
            {new Sam(0.1, 0)},
            {new Sam(0.1, 30)},
            {new Sam(0.1, 0), new Sam(0.1, 30)},
            {new Sam(0.1, 30), new Sam(0.1, 0)},
            {new Sam(0.1, 100), new Sam(0.1, 30)}
        }) {
            moves.set(0);
            step(training.with(nested));
            assertThat(moves).hasValue(202);
        }
    }

    @Test
    void aZeroGradientClimbsNowhere() {
        List<double[]> seen = new ArrayList<>();
        step(TinyTraining.plain().autograd().exact().with(new Sam(0.5, 0)).loss(pass -> {
            seen.add(flat(pass.model(), false));
            return pass.outputs().mul(0).sum(1, false);
        }));
        assertThat(seen.get(1)).containsExactly(seen.get(0));
    }

    @Test
    void aLossThatIsNotFiniteAtTheClimbedWeightsSkipsTheStep() {
        AtomicInteger calls = new AtomicInteger();
        Mse mse = new Mse();
        TinyTraining training = TinyTraining.plain().autograd().with(new Sam(0.5, 0));
        try (Scope scope = Scope.open();
                Workers workers = new Workers(1)) {
            TinyTraining broken = training.loss(pass -> {
                Tensor losses = mse.perExample(pass);
                return calls.incrementAndGet() % 2 == 0 ? losses.div(0) : losses;
            });
            Model model = broken.model(7);
            Map<String, List<Double>> before = TinyTraining.weights(model);
            try (Loop loop = broken.loop(model, workers)) {
                loop.step();
                assertThat(loop.lastLoss()).isNaN();
            }
            assertThat(TinyTraining.weights(model)).isEqualTo(before);
        }
    }
}
