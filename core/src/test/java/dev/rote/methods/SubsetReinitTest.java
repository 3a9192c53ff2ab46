package dev.rote.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.train.Method;
import dev.rote.train.Moment;
import dev.rote.train.TinyTraining;
import dev.rote.train.Training;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SubsetReinitTest implements PictureMethodContract {

    /** Restarts the optimizer after steps 4 and 8 and does nothing else. */
    private record Restarts() implements Method {
        @Override
        public void at(Moment moment, Training training) {
            if (moment == Moment.STEP && training.clock().step() % 4 == 0) {
                training.restart();
            }
        }
    }

    @Override
    public Method method() {
        return new SubsetReinit(2, 0.5, false);
    }

    @Override
    public Map<String, ThrowingCallable> refusals() {
        Map<String, ThrowingCallable> refusals = new LinkedHashMap<>();
        refusals.put("rounds must be at least 1, was 0", () -> new SubsetReinit(0, 0.5, false));
        refusals.put("share must be in [0, 1], was -0.1", () -> new SubsetReinit(1, -0.1, false));
        refusals.put("share must be in [0, 1], was 1.1", () -> new SubsetReinit(1, 1.1, false));
        refusals.put("share must be in [0, 1], was NaN", () -> new SubsetReinit(1, Double.NaN, false));
        return refusals;
    }

    private static List<Map<String, List<Double>>> steps(Method method) {
        List<Map<String, List<Double>>> weights = new ArrayList<>();
        PictureTraining.plain().with(method).run(loop -> weights.add(TinyTraining.weights(loop.model())));
        return weights;
    }

    private static Map<String, List<Double>> fresh(int round) {
        PictureTraining training = PictureTraining.plain();
        try (Scope scope = Scope.open()) {
            Seeds seeds = new Seeds(5).of("another").of("subset-reinit." + round);
            return TinyTraining.weights(
                    training.net().build(PictureTraining.data().get("train").inputs(), 10, training.place(), seeds));
        }
    }

    /** Where a number is the fresh draw's after a step; every other must be what it was without the method. */
    private static List<Boolean> replaced(boolean fixed, int round) {
        List<Map<String, List<Double>>> with = steps(new SubsetReinit(2, 0.3, fixed));
        Map<String, List<Double>> drawn = fresh(round);
        String name = "stages.2.conv.weight";
        List<Double> now = with.get(4 * round - 1).get(name);
        List<Boolean> replaced = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            replaced.add(now.get(i).equals(drawn.get(name).get(i)));
        }
        if (round == 1) {
            List<Double> without = steps(new Restarts()).get(3).get(name);
            for (int i = 0; i < now.size(); i++) {
                assertThat(replaced.get(i) || now.get(i).equals(without.get(i))).isTrue();
            }
        }
        double share = (double) replaced.stream().filter(is -> is).count() / replaced.size();
        assertThat(share).isCloseTo(0.3, within(0.03));
        return replaced;
    }

    @Test
    void replacesAShareByAFreshDrawAndLeavesTheRest() {
        assertThat(replaced(false, 1)).isNotEqualTo(replaced(false, 2));
        assertThat(replaced(true, 1)).isEqualTo(replaced(true, 2));
    }

    @Test
    void nothingReplacedOnlyRestartsTheOptimizer() {
        assertThat(PictureTraining.plain().with(new SubsetReinit(2, 0, false)).run())
                .isEqualTo(PictureTraining.plain().with(new Restarts()).run());
    }

    @Test
    void everythingReplacedIsTheFreshDrawAndRunningStatisticsStay() {
        Map<String, List<Double>> now = steps(new SubsetReinit(2, 1, false)).get(3);
        Map<String, List<Double>> plain = steps(new Restarts()).get(3);
        fresh(1).forEach((name, values) -> assertThat(now.get(name))
                .as(name)
                .isEqualTo(name.contains("running") || name.contains("frozen") ? plain.get(name) : values));
    }

    @Test
    void refusesMoreRoundsThanSteps() {
        assertThatThrownBy(() -> PictureTraining.plain()
                        .with(new SubsetReinit(12, 0.5, false))
                        .run())
                .hasMessage("rounds must be fewer than the steps of the training, was 12 with 12 steps");
    }
}
