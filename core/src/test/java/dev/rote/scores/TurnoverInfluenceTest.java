package dev.rote.scores;

import dev.rote.methods.TurnoverDropout;
import dev.rote.runs.Recipe;
import dev.rote.train.Method;
import dev.rote.yaml.Kinds;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

class TurnoverInfluenceTest implements ScoreContract {

    @Override
    public ExampleScore score() {
        return new TurnoverInfluence("test", List.of("all"));
    }

    @Override
    public ExampleScore again() {
        return new TurnoverInfluence("test", List.of("all"));
    }

    @Override
    public Recipe with(Recipe recipe) {
        return recipe.withMethods(new TurnoverDropout());
    }

    @Override
    public Kinds kinds(Kinds kinds) {
        return kinds.with(Method.class, "turnover-dropout", new TurnoverDropout());
    }

    @Override
    public Map<String, Supplier<ExampleScore>> refusals() {
        return Map.of(
                "target must be another than train, whose examples were trained on",
                () -> new TurnoverInfluence("train", List.of("all")));
    }
}
