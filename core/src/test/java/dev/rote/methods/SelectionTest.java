package dev.rote.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.losses.CrossEntropy;
import dev.rote.nets.Activation;
import dev.rote.nets.Mlp;
import dev.rote.nets.Net;
import dev.rote.nets.Twins;
import dev.rote.train.Adam;
import dev.rote.train.Constant;
import dev.rote.train.Method;
import dev.rote.train.PairMethod;
import dev.rote.train.Settings;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What methods select of data 40 % of whose labels are wrong. */
class SelectionTest {

    private static final Spoiled DATA = Spoiled.clusters(600, 0.4);
    private static final Net NET = new Mlp(List.of(64), Activation.RELU, true, 0, false);
    private static final int EPOCHS = 12;
    private static final int PER_EPOCH = 20;

    private static Spoiled.Told train(long interruption, Method... methods) {
        Settings settings = new Settings(
                new CrossEntropy(),
                List.of(methods),
                List.of(),
                new Adam(0.005, 0.9, 0.999, 1e-8, 0),
                new Constant(),
                EPOCHS * PER_EPOCH,
                600 / PER_EPOCH,
                1,
                false);
        boolean pair = methods[0] instanceof PairMethod;
        return DATA.train(pair ? new Twins(NET) : NET, settings, interruption);
    }

    static Stream<Method> all() {
        return Stream.of(
                new Decoupling(1),
                new CoTeaching(0.4, 4),
                new CoTeachingPlus(0.4, 4, 2),
                new Jocor(0.9, 0.4, 10),
                new DivideMix(2, 0.5, 0.5, 4, 25, 8, false),
                new Incv(2, 0.3));
    }

    static Stream<Method> good() {
        return all().filter(method -> !(method instanceof Decoupling) && !(method instanceof CoTeachingPlus));
    }

    @ParameterizedTest
    @MethodSource("good")
    void whatIsSelectedIsMostlyRight(Method method) {
        Spoiled.Told told = train(0, method);
        assertThat(told.last("label-precision")).isGreaterThan(0.9);
        assertThat(told.last("label-recall")).isGreaterThan(0.8);
    }

    @Test
    void netsDisagreeWhereLabelsAreWrong() {
        Spoiled.Told told = train(0, new Decoupling(1));
        assertThat(told.last("label-precision")).isLessThan(0.6);
    }

    @Test
    void withinTheDisagreementOnlyLittleIsLeftToSelect() {
        List<Double> selected =
                train(0, new CoTeachingPlus(0.4, 4, 2)).readings().get("selected");
        assertThat(selected.subList(0, 2)).allMatch(share -> share > 0.6);
        assertThat(selected.subList(2, EPOCHS)).allMatch(share -> share < 0.2);
    }

    @Test
    void precisionRecallAndShareAgreeWithEachOther() {
        Spoiled.Told told = train(0, new CoTeaching(0.4, 0));
        // 18 of 30 rows of each batch; batch by batch |right and selected| = precision * 18 = recall * |right|.
        assertThat(told.readings().get("selected")).hasSize(EPOCHS).allMatch(share -> Math.abs(share - 0.6) < 1e-12);
        assertThat(told.readings().get("label-precision")).hasSize(EPOCHS).allMatch(p -> p >= 0 && p <= 1);
        assertThat(told.last("label-recall")).isCloseTo(told.last("label-precision"), within(0.1));
        Spoiled.Told everything = train(0, new CoTeaching(0, 0));
        assertThat(everything.readings().get("label-recall")).allMatch(recall -> recall == 1);
        assertThat(everything.last("label-precision")).isCloseTo(0.6, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aResumedTrainingTellsTheSame(Method method) {
        Spoiled.Told unbroken = train(0, method);
        for (long step : new long[] {1, PER_EPOCH, 3 * PER_EPOCH + 7, 168, 200}) {
            assertThat(train(step, method)).isEqualTo(unbroken);
        }
    }

    @Test
    void aSecondLookAtABatchIsNotCounted() {
        Spoiled.Told told = train(0, new CoTeaching(0.4, 0), new Sam(0.05, 0));
        assertThat(told.readings().get("selected")).allMatch(share -> Math.abs(share - 0.6) < 1e-12);
        assertThat(told.last("label-precision")).isGreaterThan(0.9);
    }

    @Test
    void crossValidationTellsTheNoiseRateButTooLowWhereNoWrongLabelWasLearntByHeart() {
        Spoiled.Told told = train(0, new Incv(2, 0.3));
        assertThat(told.readings().get("incv.noise_rate")).hasSize(1);
        // A net that predicts only truths agrees with the 60 % of labels that are right.
        assertThat(told.last("incv.noise_rate"))
                .isLessThan(0.4)
                .isGreaterThanOrEqualTo(Agreement.noiseRate(0.6, 4))
                .isGreaterThan(0.2);
        assertThat(told.readings().get("selected")).hasSize(2);
    }

    @Test
    void stopsWhereCrossValidationSelectsNothing() {
        // Each of two equal points is predicted by a net that saw the other, with the other's label.
        Spoiled contradiction = new Spoiled(new double[][] {{1, 2}, {1, 2}}, new int[] {0, 1}, new int[] {0, 0}, 2);
        Settings settings = new Settings(
                new CrossEntropy(),
                List.of(new Incv(1, 0.5)),
                List.of(),
                new Adam(0.05, 0.9, 0.999, 1e-8, 0),
                new Constant(),
                80,
                0,
                1,
                false);
        Spoiled.Told told = contradiction.train(NET, settings, 0);
        assertThat(told.stopReason()).contains("incv selected no example");
        assertThat(told.last("selected")).isZero();
        assertThat(told.last("incv.noise_rate")).isEqualTo(0.5);
    }

    @Test
    void joiningMakesTheNetsAlike() {
        assertThat(apart(train(0, new Jocor(0.9, 0.4, 10)))).isLessThan(0.5 * apart(train(0, new CoTeaching(0.4, 10))));
    }

    /** Mean symmetric divergence of the two nets over the data. */
    private static double apart(Spoiled.Told told) {
        return DATA.divergence(NET, told.model());
    }
}
