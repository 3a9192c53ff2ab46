package dev.rote.scores;

import dev.rote.methods.TurnoverDropout;
import dev.rote.runs.Recipe;
import dev.rote.train.Method;
import dev.rote.yaml.Kinds;
import java.util.List;

class TurnoverMemorizationTest implements ScoreContract {

    @Override
    public ExampleScore score() {
        return new TurnoverMemorization(List.of("all"));
    }

    @Override
    public ExampleScore again() {
        return new TurnoverMemorization(List.of("all"));
    }

    @Override
    public Recipe with(Recipe recipe) {
        return recipe.withMethods(new TurnoverDropout());
    }

    @Override
    public Kinds kinds(Kinds kinds) {
        return kinds.with(Method.class, "turnover-dropout", new TurnoverDropout());
    }
}
