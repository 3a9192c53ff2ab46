package dev.rote.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.DType;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import dev.rote.train.Method;
import dev.rote.train.Moment;
import dev.rote.train.Outputs;
import dev.rote.train.TinyTraining;
import dev.rote.train.Training;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class EarlyStoppingTest implements PictureMethodContract {

    /** Writes down the weights and the loss on a part after each epoch; stands before the method under test in the list. */
    private record Diary(String part, List<Map<String, List<Double>>> weights, List<Double> losses) implements Method {
        Diary(String part) {
            this(part, new ArrayList<>(), new ArrayList<>());
        }

        @Override
        public void at(Moment moment, Training training) {
            if (moment == Moment.EPOCH) {
                weights.add(TinyTraining.weights(training.model()));
                var data = training.data(part);
                try (Scope scope = Scope.open()) {
                    Tensor labels = data.batch(data.ids()).targets();
                    Tensor right = Outputs.of(training.model(), data)
                            .to(DType.FLOAT64)
                            .softmax(1)
                            .gather(1, labels.unsqueeze(1));
                    losses.add(-right.log().mean().item());
                }
            }
        }
    }

    /** The loss on the opposite labels rises, so that the first epoch is the best. */
    @Override
    public Method method() {
        return new EarlyStopping("opposite", 0);
    }

    @Override
    public Map<String, ThrowingCallable> refusals() {
        return Map.of(
                "patience must be at least 0 (0 goes on to the end), was -1", () -> new EarlyStopping("test", -1));
    }

    @Test
    void putsBackTheWeightsOfTheBestEpoch() {
        for (String part : List.of("opposite", "test", "train")) {
            Diary diary = new Diary(part);
            EarlyStopping method = new EarlyStopping(part, 0);
            PictureTraining training = PictureTraining.plain().with(diary, method);
            TinyTraining.Result result = training.run();
            int best = diary.losses.indexOf(Collections.min(diary.losses));
            assertThat(diary.losses).hasSize(3);
            assertThat(result.weights()).isEqualTo(diary.weights.get(best));
            Map<String, List<Double>> readings = training.with(method).readings();
            assertThat(readings.get("early-stopping.epoch")).containsExactly(best + 1.0);
            assertThat(readings.get("early-stopping.loss")).hasSize(3);
            for (int i = 0; i < 3; i++) {
                assertThat(readings.get("early-stopping.loss").get(i)).isCloseTo(diary.losses.get(i), within(1e-4));
            }
        }
    }

    @Test
    void theBestEpochIsTheFirstOnOppositeLabelsAndTheLastOnItsOwn() {
        assertThat(PictureTraining.plain().with(method()).readings().get("early-stopping.epoch"))
                .containsExactly(1.0);
        assertThat(PictureTraining.plain()
                        .with(new EarlyStopping("train", 0))
                        .readings()
                        .get("early-stopping.epoch"))
                .containsExactly(3.0);
    }

    @Test
    void endsAfterSoManyEpochsWithoutASmallerLoss() {
        PictureTraining patient = PictureTraining.plain().with(new EarlyStopping("opposite", 1));
        TinyTraining.Result result = patient.run(loop -> {
            if (loop.finished()) {
                assertThat(loop.stopReason()).contains("the loss on opposite did not fall for 1 epochs");
            }
        });
        assertThat(result.losses()).hasSize(8);
        assertThat(result.weights())
                .isEqualTo(PictureTraining.plain().with(method()).run().weights());
        assertThat(PictureTraining.plain()
                        .with(new EarlyStopping("train", 1))
                        .run()
                        .losses())
                .hasSize(12);
    }

    @Test
    void isPlainTrainingWhereTheLastEpochIsTheBest() {
        assertThat(PictureTraining.plain().with(new EarlyStopping("train", 0)).run())
                .isEqualTo(PictureTraining.plain().run());
    }

    @Test
    void refusesAPartThatThereIsNotBeforeTraining() {
        assertThatThrownBy(() -> PictureTraining.plain()
                        .with(new EarlyStopping("validation", 0))
                        .run())
                .hasMessageStartingWith("there is no data part 'validation', only [");
    }
}
