package dev.rote.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.data.KnowsTruth;
import dev.rote.losses.CrossEntropy;
import dev.rote.methods.RhoLoss.By;
import dev.rote.nets.Mode;
import dev.rote.nets.Model;
import dev.rote.tensor.DType;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Outputs;
import dev.rote.train.Pass;
import dev.rote.train.TinyTraining;
import dev.rote.train.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RhoLossTest implements PictureMethodContract {

    private static final int KEEP = 4;

    /** Writes down what a selection is given, row by row, and what it trains on. */
    private static final class Spy implements Loss {
        private final Loss entropy = new CrossEntropy();
        private final List<Map<Long, Double>> looks = new ArrayList<>();
        private final List<Map<Long, Double>> irreducible = new ArrayList<>();
        private final List<List<Long>> trained = new ArrayList<>();
        private final List<Boolean> first = new ArrayList<>();

        @Override
        public Tensor perExample(Pass pass) {
            Tensor losses = entropy.perExample(pass);
            double[] values = losses.detach().toDoubles();
            Map<Long, Double> byId = new TreeMap<>();
            long[] ids = pass.batch().ids();
            for (int i = 0; i < ids.length; i++) {
                byId.put(ids[i], values[i]);
            }
            switch (pass.mode()) {
                case TRAIN -> {
                    trained.add(Arrays.stream(ids).boxed().sorted().toList());
                    first.add(pass.first());
                }
                case FROZEN -> looks.add(byId);
                case EVAL -> irreducible.add(byId);
            }
            return losses;
        }
    }

    /** Stands around the selection and writes down the outputs for the whole batch, row by row. */
    private record Outside(List<Map<Long, double[]>> batches) implements Method {
        @Override
        public Loss loss(Loss inner, Training training) {
            return pass -> {
                double[] all = pass.mode(Mode.FROZEN).outputs().detach().toDoubles();
                long[] ids = pass.batch().ids();
                Map<Long, double[]> rows = new TreeMap<>();
                for (int i = 0; i < ids.length; i++) {
                    rows.put(ids[i], Arrays.copyOfRange(all, 10 * i, 10 * i + 10));
                }
                batches.add(rows);
                return inner.perExample(pass);
            };
        }
    }

    @Override
    public Method method() {
        return new RhoLoss(KEEP, By.REDUCIBLE, Map.of());
    }

    @Override
    public Map<String, ThrowingCallable> refusals() {
        return Map.of("keep must be at least 1, was 0", () -> new RhoLoss(0, By.LOSS, Map.of()));
    }

    private static List<Long> largest(Map<Long, Double> scores) {
        return scores.entrySet().stream()
                .sorted(Map.Entry.<Long, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(KEEP)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Cross-entropy of the needed model, computed without the method. */
    private static Map<Long, Double> lossesOf(String need, String part) {
        PictureTraining training = PictureTraining.plain();
        var data = PictureTraining.data().get(part);
        try (Scope scope = Scope.open()) {
            Model model = needed(training, need);
            Tensor labels = data.batch(data.ids()).targets();
            double[] values = Outputs.of(model, data)
                    .to(DType.FLOAT64)
                    .softmax(1)
                    .gather(1, labels.unsqueeze(1))
                    .log()
                    .neg()
                    .toDoubles();
            Map<Long, Double> byId = new TreeMap<>();
            for (int i = 0; i < values.length; i++) {
                byId.put(data.ids()[i], values[i]);
            }
            return byId;
        }
    }

    private static Model needed(PictureTraining training, String name) {
        return training.net()
                .build(
                        PictureTraining.data().get("train").inputs(),
                        10,
                        training.place(),
                        new dev.rote.tensor.Seeds(9).of(name));
    }

    @Test
    void trainsOnTheLargestDifferencesBetweenTrainingLossAndIrreducibleLoss() {
        Spy spy = new Spy();
        PictureTraining.plain().loss(spy).with(method()).run();
        Map<Long, Double> irreducible = lossesOf("irreducible", "train");
        assertThat(spy.looks).hasSize(12);
        for (int step = 0; step < 12; step++) {
            Map<Long, Double> reducible = new TreeMap<>();
            spy.looks.get(step).forEach((id, loss) -> reducible.put(id, loss - irreducible.get(id)));
            assertThat(reducible).hasSize(15);
            assertThat(spy.trained.get(step)).isEqualTo(largest(reducible));
        }
    }

    @Test
    void irreducibleLossesAreTheNeededModelsAndAreComputedOnce() {
        Spy spy = new Spy();
        PictureTraining.plain().loss(spy).with(method()).run();
        assertThat(spy.irreducible).hasSize(1);
        Map<Long, Double> expected = lossesOf("irreducible", "train");
        assertThat(spy.irreducible.get(0).keySet()).isEqualTo(expected.keySet());
        spy.irreducible.get(0).forEach((id, loss) -> assertThat(loss).isCloseTo(expected.get(id), within(1e-4)));
    }

    @Test
    void eachPartIsScoredByItsOwnModel() {
        Spy spy = new Spy();
        RhoLoss halves = new RhoLoss(KEEP, By.IRREDUCIBLE, Map.of("early", "on-late", "late", "on-early"));
        Outside outside = new Outside(new ArrayList<>());
        PictureTraining.plain().loss(spy).with(halves, outside).run();
        Map<Long, Double> expected = lossesOf("on-late", "early");
        expected.putAll(lossesOf("on-early", "late"));
        Map<Long, Double> seen = new TreeMap<>();
        spy.irreducible.forEach(seen::putAll);
        assertThat(seen.keySet()).isEqualTo(expected.keySet());
        seen.forEach((id, loss) -> assertThat(loss).isCloseTo(expected.get(id), within(1e-4)));
        for (int step = 0; step < 12; step++) {
            Map<Long, Double> scores = new TreeMap<>();
            outside.batches.get(step).keySet().forEach(id -> scores.put(id, -expected.get(id)));
            assertThat(spy.trained.get(step)).isEqualTo(largest(scores));
        }
    }

    @Test
    void lossAndGradientNormTakeTheLargest() {
        Spy loss = new Spy();
        PictureTraining.plain()
                .loss(loss)
                .with(new RhoLoss(KEEP, By.LOSS, Map.of()))
                .run();
        Spy norm = new Spy();
        Outside outside = new Outside(new ArrayList<>());
        PictureTraining.plain()
                .loss(norm)
                .with(new RhoLoss(KEEP, By.GRADIENT_NORM, Map.of()), outside)
                .run();
        for (int step = 0; step < 12; step++) {
            assertThat(loss.trained.get(step)).isEqualTo(largest(loss.looks.get(step)));
            Map<Long, Double> norms = new TreeMap<>();
            outside.batches.get(step).forEach((id, z) -> norms.put(id, distance(z, label(id))));
            assertThat(norm.trained.get(step)).isEqualTo(largest(norms));
        }
        assertThat(loss.irreducible).isEmpty();
    }

    private static int label(long id) {
        try (Scope scope = Scope.open()) {
            return (int) PictureTraining.data()
                    .get("train")
                    .batch(new long[] {id})
                    .targets()
                    .toLongs()[0];
        }
    }

    private static double distance(double[] z, int label) {
        double sum = Arrays.stream(z).map(Math::exp).sum();
        double square = 0;
        for (int k = 0; k < z.length; k++) {
            square += Math.pow(Math.exp(z[k]) / sum - (k == label ? 1 : 0), 2);
        }
        return Math.sqrt(square);
    }

    @Test
    void chanceTakesEveryExampleAboutAsOften() {
        Map<Integer, Integer> sizes = new TreeMap<>();
        Spy spy = new Spy();
        PictureTraining.plain()
                .loss(spy)
                .with(new RhoLoss(KEEP, By.UNIFORM, Map.of()))
                .run();
        spy.trained.forEach(rows -> sizes.merge(rows.size(), 1, Integer::sum));
        assertThat(sizes).containsExactly(Map.entry(KEEP, 12));
        assertThat(spy.trained.stream().flatMap(List::stream).distinct().count())
                .isBetween(25L, 48L);
    }

    @ParameterizedTest
    @EnumSource(By.class)
    void takingAllIsPlainTraining(By by) {
        assertThat(PictureTraining.plain()
                        .with(new RhoLoss(15, by, Map.of()), new Differentiated())
                        .run())
                .isEqualTo(PictureTraining.plain().with(new Differentiated()).run());
    }

    /** Wraps the loss in nothing, so that the plain twin, too, is differentiated over the whole batch. */
    private record Differentiated() implements Method {
        @Override
        public Loss loss(Loss inner, Training training) {
            return inner::perExample;
        }
    }

    @Test
    void allEvaluationsOfAStepTrainOnTheSameExamples() {
        for (int m : new int[] {0, 5}) {
            Spy spy = new Spy();
            PictureTraining.plain()
                    .loss(spy)
                    .with(new RhoLoss(2, By.LOSS, Map.of()), new Sam(2, m))
                    .run();
            int groups = m == 0 ? 1 : 3;
            assertThat(spy.trained).hasSize(2 * 12 * groups);
            assertThat(spy.looks).hasSize(12 * groups);
            for (int i = 0; i < spy.trained.size(); i += 2) {
                assertThat(spy.first.get(i)).isTrue();
                assertThat(spy.first.get(i + 1)).isFalse();
                assertThat(spy.trained.get(i)).hasSize(2).isEqualTo(spy.trained.get(i + 1));
            }
        }
    }

    @Test
    void readingsSayHowManyOfTheChosenWereWrongAndAlreadyRight() {
        for (By by : By.values()) {
            Spy spy = new Spy();
            PictureTraining training = PictureTraining.plain().loss(spy).with(new RhoLoss(KEEP, by, Map.of()));
            Map<String, List<Double>> readings = training.readings();
            KnowsTruth truth =
                    KnowsTruth.of(PictureTraining.data().get("train")).orElseThrow();
            for (int epoch = 0; epoch < 3; epoch++) {
                long wrong = spy.trained.subList(4 * epoch, 4 * epoch + 4).stream()
                        .flatMap(List::stream)
                        .filter(truth::isWrong)
                        .count();
                assertThat(readings.get("rho.wrong").get(epoch)).isEqualTo(wrong / 16.0);
            }
            assertThat(readings.get("rho.correct")).hasSize(3).allMatch(share -> share >= 0 && share <= 1);
        }
    }

    @Test
    void ofEqualScoresTheFirstWinAndNanComesLast() {
        assertThat(StepChoice.largest(new double[] {1, 3, 3, 2, 3}, 2)).containsExactly(1, 2);
        assertThat(StepChoice.largest(new double[] {Double.NaN, 1, Double.NEGATIVE_INFINITY, 2}, 3))
                .containsExactly(1, 2, 3);
        assertThat(StepChoice.largest(new double[] {1, 2}, 5)).containsExactly(0, 1);
    }

    @Test
    void refusesWhatItCannotScore() {
        assertThatThrownBy(() -> PictureTraining.plain()
                        .with(new RhoLoss(KEEP, By.REDUCIBLE, Map.of("early", "irreducible")))
                        .run())
                .hasMessage("models must name parts that have each training example once, was [early] with 30 examples"
                        + " for the 60 of part train");
        Loss dropping = pass -> new CrossEntropy().perExample(pass.mode() == Mode.FROZEN ? pass.rows(0, 1) : pass);
        assertThatThrownBy(() -> PictureTraining.plain()
                        .loss(dropping)
                        .with(new RhoLoss(KEEP, By.LOSS, Map.of()))
                        .run())
                .hasMessage("rho-loss needs a loss for each of the 15 examples of a batch, was given 2: put it before"
                        + " methods that drop examples");
        assertThatThrownBy(() -> TinyTraining.plain().with(method()).run())
                .hasMessage("there is no finished run 'irreducible'; name it under needs");
    }
}
