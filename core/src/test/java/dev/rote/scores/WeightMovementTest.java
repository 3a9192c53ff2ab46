package dev.rote.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.data.Parts;
import dev.rote.data.Preparation;
import dev.rote.data.files.Digits;
import dev.rote.data.prepare.KeepClasses;
import dev.rote.data.prepare.Take;
import dev.rote.nets.Activation;
import dev.rote.nets.Mlp;
import dev.rote.nets.Model;
import dev.rote.runs.Recipe;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Workers;
import dev.rote.train.Clock;
import dev.rote.yaml.Kinds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WeightMovementTest implements ScoreContract {

    @Override
    public ExampleScore score() {
        return new WeightMovement(5, 3);
    }

    @Override
    public ExampleScore again() {
        return new WeightMovement(5, 3);
    }

    @Override
    public Recipe with(Recipe recipe) {
        return recipe.but()
                .prepare(
                        new KeepClasses(List.of(3, 8), ""),
                        new Take("train", 80, Take.Order.RANDOM),
                        new Take("test", 40, Take.Order.RANDOM))
                .recipe();
    }

    @Override
    public Kinds kinds(Kinds kinds) {
        return kinds.with(Preparation.class, "classes", new KeepClasses());
    }

    @Override
    public Map<String, Supplier<ExampleScore>> refusals() {
        return Map.of(
                "width must be at least 1, was 0", () -> new WeightMovement(0, 1),
                "steps must be at least 1, was 0", () -> new WeightMovement(1, 0));
    }

    @Test
    void orthogonalInputsMoveTheWeightsByTheComplexityGap() {
        // H is 1/2 on the diagonal and 0 elsewhere, so every gap is 2; a finite net moves a little more or less.
        try (Workers workers = new Workers(2)) {
            double[] moved = new WeightMovement(1500, 200)
                    .scores(new double[][] {{1, 0}, {0, 1}}, new double[] {1, -1}, new Seeds(1), workers);
            assertThat(moved).containsExactly(new double[] {2, 2}, within(0.2));
        }
    }

    @Test
    void anExampleThatContradictsItsNeighboursMovesThemMost() {
        double[][] inputs = new double[8][];
        double[] signs = new double[8];
        for (int i = 0; i < 8; i++) {
            double angle = i < 4 ? 0.3 * i : 0.3 * i + 0.9;
            inputs[i] = new double[] {Math.cos(angle), Math.sin(angle)};
            signs[i] = i < 4 ? 1 : -1;
        }
        signs[2] = -1;
        try (Workers workers = new Workers(2)) {
            double[] moved = new WeightMovement(200, 400).scores(inputs, signs, new Seeds(1), workers);
            assertThat(Arrays.stream(moved).max().orElseThrow()).isEqualTo(moved[2]);
        }
    }

    @Test
    void refusesMoreThanTwoClasses() {
        Parts parts = new Digits().open(new Seeds(1));
        try (Scope scope = Scope.open()) {
            Model model = new Mlp(List.of(2), Activation.RELU, true, 0, false)
                    .build(parts.get("train").inputs(), 10, Place.FLOAT32, new Seeds(4));
            assertThatThrownBy(() -> new WeightMovement().check(model, parts, new Clock(0, 1, 1)))
                    .hasMessageStartingWith(
                            "weight-movement needs two classes and at most 500 training examples, was 10");
        }
    }
}
