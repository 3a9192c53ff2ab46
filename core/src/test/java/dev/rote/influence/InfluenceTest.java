package dev.rote.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.data.Dataset;
import dev.rote.data.Parts;
import dev.rote.losses.CrossEntropy;
import dev.rote.losses.Mse;
import dev.rote.measures.Hessian;
import dev.rote.measures.Subject;
import dev.rote.nets.Model;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.train.TinyTraining;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Influence against the inverse of a Hessian that can be written down, and against training again. */
class InfluenceTest {

    private static final long Z = 301; // in the test part

    private static Influence full(Subject subject, double smallest) {
        Arnoldi arnoldi = new Arnoldi(17, smallest);
        return Influence.arnoldi(subject, arnoldi, Integer.MAX_VALUE, 17, Krylov.Order.ABSOLUTE);
    }

    @Test
    void withAllDirectionsItIsTheInverseHessian() {
        try (Scope scope = Scope.open()) {
            Model model = Small.net();
            Small.look(model, Small.CLOUDS, new Mse(), 2, subject -> {
                Influence influence = full(subject, 1e-13);
                assertThat(influence.pairs().count()).isEqualTo(17);
                Tensor train = Small.gradients(subject, "train");
                Tensor test = Small.gradients(subject, "test");
                Tensor inverse = Small.hessian(subject).inverse();
                double[] exact = train.mm(inverse).mm(test.t()).toDoubles();
                double size = Arrays.stream(exact).map(Math::abs).max().orElseThrow();
                double[] found = influence.on("test", Z).values();
                double[] self = influence.self("train");
                double[] exactSelf = train.mm(inverse).mul(train).sum(1, false).toDoubles();
                for (int i = 0; i < found.length; i++) {
                    assertThat(found[i]).isCloseTo(exact[i * 300 + 1], within(1e-6 * size));
                    assertThat(self[i]).isCloseTo(exactSelf[i], within(1e-6 * size));
                }
                return null;
            });
        }
    }

    @Test
    void whereTheLossIsFlatItIsThePseudoInverse() {
        // Adding one number to both outputs changes no cross-entropy: four of seventeen directions are flat.
        try (Scope scope = Scope.open()) {
            Model model = Small.net();
            Small.look(model, Small.CLOUDS, new CrossEntropy(), 2, subject -> {
                Influence influence = full(subject, 1e-9);
                assertThat(influence.pairs().count()).isEqualTo(13);
                List<Tensor> solved = Small.hessian(subject).eigh();
                double[] values = solved.get(0).toDoubles();
                double[] inverse = Arrays.stream(values)
                        .map(v -> Math.abs(v) < 1e-9 ? 0 : 1 / v)
                        .toArray();
                assertThat(Arrays.stream(inverse).filter(v -> v == 0).count()).isEqualTo(4);
                Tensor rotated = Small.gradients(subject, "test").mm(solved.get(1));
                double[] exact = rotated.square()
                        .mul(Place.FLOAT64.of(inverse, 17))
                        .sum(1, false)
                        .toDoubles();
                double size = Arrays.stream(exact).map(Math::abs).max().orElseThrow();
                double[] self = influence.self("test");
                for (int i = 0; i < self.length; i++) {
                    assertThat(self[i]).isCloseTo(exact[i], within(1e-6 * size));
                }
                return null;
            });
        }
    }

    /** The loss at z after training without x, minus that of training with it, by Newton's method. */
    private static double without(long x, double atZ) {
        try (Scope scope = Scope.open()) {
            Model model = Small.linear();
            Dataset train = Small.CLOUDS.get("train");
            Parts fewer = Small.CLOUDS.with(
                    "train",
                    train.only(Arrays.stream(train.ids()).filter(id -> id != x).toArray()));
            return Small.look(model, fewer, new CrossEntropy(), 1, subject -> {
                Small.fit(subject, 10, 1e-9);
                return lossAt(subject) - atZ;
            });
        }
    }

    private static double lossAt(Subject subject) {
        return subject.loss()
                .perExample(subject.pass(
                        subject.parts().get("test").batch(new long[] {Z}).move(Place.FLOAT64)))
                .item();
    }

    @Test
    void positiveHelpsAsTrainingAgainShows() {
        try (Scope scope = Scope.open()) {
            Model model = Small.linear();
            Small.look(model, Small.CLOUDS, new CrossEntropy(), 1, subject -> {
                Small.fit(subject, 10, 1e-9);
                Effects effects = full(subject, 1e-9).on("test", Z);
                double atZ = lossAt(subject);
                double largest =
                        Arrays.stream(effects.values()).map(Math::abs).max().orElseThrow();
                int seen = 0;
                for (int x = 0; x < 300; x++) {
                    if (Math.abs(effects.values()[x]) > 0.2 * largest) {
                        // The rest is of second order in the change.
                        assertThat(without(effects.ids()[x], atZ))
                                .isCloseTo(effects.values()[x] / 300, within(0.05 * largest / 300));
                        seen++;
                    }
                }
                assertThat(seen).isGreaterThan(20);
                assertThat(effects.helping(1, Effects.Ranking.RAW).get(0).value())
                        .isPositive();
                assertThat(effects.hurting(1, Effects.Ranking.RAW).get(0).value())
                        .isNegative();
                return null;
            });
        }
    }

    @Test
    void aLikeExampleOfTheSameClassHelpsAndOfTheOtherHurts() {
        try (Scope scope = Scope.open()) {
            Model model = Small.net();
            Small.look(model, Small.CLOUDS, new CrossEntropy(), 1, subject -> {
                Influence influence =
                        Influence.arnoldi(subject, new Arnoldi(), Integer.MAX_VALUE, 5, Krylov.Order.SIGNED);
                Dataset train = subject.parts().get("train");
                Effects effects = influence.on("train", 7);
                assertThat(effects.values()[7]).isPositive(); // itself
                assertThat(effects.values()[7]).isCloseTo(influence.self("train")[7], within(1e-12));
                // The same point under the other label.
                double swapped = influence.on(train.batch(new long[] {7})
                                .withTargets(Place.FLOAT64.indices(new long[] {0}, 1))
                                .move(Place.FLOAT64))
                        .values()[7];
                assertThat(train.labels(new long[] {7})[0]).isOne();
                assertThat(swapped).isNegative();
                return null;
            });
        }
    }

    @Test
    void aPredictionIsExplainedAtThePredictedClass() {
        try (Scope scope = Scope.open()) {
            Model model = Small.net();
            Small.look(model, Small.CLOUDS, new CrossEntropy(), 1, subject -> {
                Influence influence = Influence.arnoldi(subject, new Arnoldi(), 100, 5, Krylov.Order.SIGNED);
                long[] ids = subject.ids("test");
                int right = 0;
                for (long id : Arrays.copyOf(ids, 20)) {
                    long label = subject.parts().get("test").labels(new long[] {id})[0];
                    long said = subject.pass(subject.parts()
                                    .get("test")
                                    .batch(new long[] {id})
                                    .move(Place.FLOAT64))
                            .outputs()
                            .argmax(1)
                            .toLongs()[0];
                    double[] predicted = influence.onPrediction("test", id).values();
                    double[] given = influence.on("test", id).values();
                    if (label == said) {
                        assertThat(predicted).isEqualTo(given);
                        right++;
                    } else {
                        assertThat(predicted).isNotEqualTo(given);
                    }
                }
                assertThat(right).isBetween(1, 19);
                return null;
            });
        }
    }

    @Test
    void ranksByWhatItSays() {
        Effects effects =
                new Effects(new long[] {4, 5, 6, 9}, new double[] {2, -3, 1, -1}, new double[] {10, 30, 1, 0.5});
        assertThat(effects.helping(3, Effects.Ranking.RAW))
                .extracting(Effects.Effect::id)
                .containsExactly(4L, 6L);
        assertThat(effects.hurting(1, Effects.Ranking.RAW))
                .extracting(Effects.Effect::id)
                .containsExactly(5L);
        assertThat(effects.helping(3, Effects.Ranking.NORMALISED))
                .extracting(Effects.Effect::id)
                .containsExactly(6L, 4L);
        assertThat(effects.hurting(3, Effects.Ranking.NORMALISED))
                .extracting(Effects.Effect::id)
                .containsExactly(9L, 5L);
        assertThat(effects.helping(1, Effects.Ranking.NORMALISED).get(0).rank()).isCloseTo(1, within(1e-5));
        assertThat(effects.helping(0, Effects.Ranking.RAW)).isEmpty();
    }

    @Test
    void amongEqualsTheFirstComeFirst() {
        Effects effects =
                new Effects(new long[] {0, 1, 2, 3, 4, 5, 6}, new double[] {1, 0, -2, 3, 1, -2, 1}, new double[] {
                    1, 1, 1, 1, 1, 1, 1
                });
        assertThat(effects.helping(3, Effects.Ranking.RAW))
                .extracting(Effects.Effect::id)
                .containsExactly(3L, 0L, 4L);
        assertThat(effects.hurting(1, Effects.Ranking.RAW))
                .extracting(Effects.Effect::id)
                .containsExactly(2L);
        assertThat(effects.hurting(9, Effects.Ranking.RAW))
                .extracting(Effects.Effect::id)
                .containsExactly(2L, 5L);
    }

    @Test
    void tracInIsTheProductOfGradients() {
        try (Scope scope = Scope.open()) {
            Model model = Small.net();
            Small.look(model, Small.CLOUDS, new CrossEntropy(), 2, subject -> {
                Tensor train = Small.gradients(subject, "train");
                TracIn tracIn = new TracIn(subject);
                double[] norms = train.square().sum(1, false).toDoubles();
                double[] self = tracIn.self("train");
                double[] on = tracIn.on("train", 7).values();
                double[] products = train.mm(train.select(0, 7).reshape(-1, 1)).toDoubles();
                for (int i = 0; i < self.length; i++) {
                    assertThat(self[i]).isCloseTo(norms[i], within(1e-10));
                    assertThat(on[i]).isCloseTo(products[i], within(1e-10));
                }
                // Many random directions give the same in the mean: relative error about sqrt(2 / p).
                Eigenpairs random = Eigenpairs.random(4000, 17, Place.FLOAT64, new Seeds(2));
                double[] guessed = new Influence(subject, random).self("train");
                for (int i = 0; i < self.length; i++) {
                    assertThat(guessed[i]).isCloseTo(self[i], within(0.12 * self[i]));
                }
                return null;
            });
        }
    }

    @Test
    void topEigenpairIsThatOfPowerIteration() {
        try (Scope scope = Scope.open()) {
            Model model = Small.net();
            Small.look(model, Small.CLOUDS, new CrossEntropy(), 2, subject -> {
                double top = new Hessian("train", 500, 300).of(subject);
                Eigenpairs pairs = Influence.steepest(subject, new Arnoldi(10, 1e-6), 300, 1, Krylov.Order.ABSOLUTE);
                assertThat(pairs.values()[0]).isCloseTo(top, within(1e-6 * Math.abs(top)));
                return null;
            });
        }
    }

    @Test
    void sameBytesWhateverTheWorkersAndNothingLeftBehind() {
        try (Scope scope = Scope.open()) {
            Model model = Small.net();
            Map<String, List<Double>> before = TinyTraining.weights(model);
            long live = Tensor.live();
            double[][] scores = new double[2][];
            double[][] effects = new double[2][];
            for (int i = 0; i < 2; i++) {
                int run = i;
                Small.look(model, Small.CLOUDS, new CrossEntropy(), 1 + 2 * i, subject -> {
                    Influence influence = Influence.arnoldi(subject, new Arnoldi(8, 1e-6), 290, 4, Krylov.Order.SIGNED);
                    scores[run] = influence.self("train");
                    effects[run] = influence.on("test", Z).values();
                    return null;
                });
            }
            assertThat(scores[1]).isEqualTo(scores[0]);
            assertThat(effects[1]).isEqualTo(effects[0]);
            assertThat(Tensor.live()).isEqualTo(live);
            assertThat(TinyTraining.weights(model)).isEqualTo(before);
        }
    }
}
