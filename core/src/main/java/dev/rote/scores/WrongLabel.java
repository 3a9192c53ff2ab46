package dev.rote.scores;

import dev.rote.data.Dataset;
import dev.rote.data.KnowsTruth;
import dev.rote.measures.Subject;
import java.util.Arrays;

/**
 * Whether the label of a training example is wrong, for data that were spoiled on purpose: 1 where it is, 0 where it is not. No
 * estimate but the truth, written beside the scores that are held to it. All 0 when the recipe has no noise.
 */
public record WrongLabel() implements ExampleScore {

    @Override
    public double[] of(Subject subject) {
        Dataset train = subject.parts().get("train");
        long[] ids = subject.ids("train");
        return KnowsTruth.of(train)
                .map(known -> Arrays.stream(ids)
                        .mapToDouble(id -> known.isWrong(id) ? 1 : 0)
                        .toArray())
                .orElseGet(() -> new double[ids.length]);
    }

    @Override
    public String name() {
        return "wrong-label";
    }
}
