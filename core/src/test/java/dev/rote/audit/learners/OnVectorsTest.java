package dev.rote.audit.learners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.audit.features.Dense;
import dev.rote.audit.features.Features;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Workers;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnVectorsTest {

    private static Dense numbers(long seed, int columns) {
        float[] values = new float[60 * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) new Seeds(seed).gaussian(i);
        }
        return new Dense(values, columns);
    }

    private static Task task(Dense seen) {
        int[] labels = new int[60];
        int[] folds = new int[60];
        boolean[] learn = new boolean[60];
        for (int i = 0; i < 60; i++) {
            labels[i] = seen.at(i, 0) > 0 ? 1 : 0;
            folds[i] = i % 3;
            learn[i] = i % 5 > 0;
        }
        return new Task(new Features(seen, seen, seen), labels, 2, folds, learn, new Seeds(0));
    }

    @Test
    void theInnerOneSeesTheVectorsAndNothingElseOfAnother() {
        Dense vectors = numbers(1, 4);
        try (Workers workers = new Workers(1)) {
            for (Learner inner : List.of(new LinearLearner(), new NeighboursLearner())) {
                Learner outer = new OnVectors(inner, vectors, "other-name");
                Task other = task(vectors).seeing(task(numbers(2, 3)).features());
                assertThat(outer.outOfSample(other, workers)).isDeepEqualTo(inner.outOfSample(task(vectors), workers));
                assertThat(outer.name()).isEqualTo("other-name");
            }
        }
    }
}
