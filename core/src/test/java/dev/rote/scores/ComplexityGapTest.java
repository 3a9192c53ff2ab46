package dev.rote.scores;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.data.ModularArithmetic;
import dev.rote.data.Parts;
import dev.rote.nets.TwoLayer;
import dev.rote.runs.Recipe;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.train.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ComplexityGapTest implements ScoreContract {

    @Override
    public ExampleScore score() {
        return new ComplexityGap();
    }

    @Override
    public ExampleScore again() {
        return new ComplexityGap(ComplexityGaps.Mode.EXACT, 1, 10, 1e-8);
    }

    @Override
    public Map<String, Supplier<ExampleScore>> refusals() {
        ComplexityGaps.Mode mode = ComplexityGaps.Mode.PAPER;
        return Map.of(
                "ratio must be above 0, was 0.0", () -> new ComplexityGap(mode, 0, 1, 0),
                "repeats must be at least 1, was 0", () -> new ComplexityGap(mode, 1, 0, 0),
                "jitter must be at least 0, was -1.0", () -> new ComplexityGap(mode, 1, 1, -1));
    }

    /** By draws. */
    @Nested
    class Sampled implements ScoreContract {

        @Override
        public ExampleScore score() {
            return new ComplexityGap(ComplexityGaps.Mode.PAPER, 1, 2, 1e-8);
        }

        @Override
        public ExampleScore again() {
            return new ComplexityGap(ComplexityGaps.Mode.PAPER, 1.0, 2, 1e-8);
        }
    }

    @Test
    void refusesTokensBeforeAnyTraining() {
        Parts parts = new ModularArithmetic().open(new Seeds(1));
        try (Scope scope = Scope.open()) {
            var train = parts.get("train");
            var model = new TwoLayer().build(train.inputs(), 97, Place.FLOAT32, new Recipe().seeds());
            assertThatThrownBy(() -> new ComplexityGap().check(model, parts, new Clock(0, 10, 1)))
                    .hasMessage("complexity-gap needs real-valued inputs, the train part has tokens");
        }
    }
}
