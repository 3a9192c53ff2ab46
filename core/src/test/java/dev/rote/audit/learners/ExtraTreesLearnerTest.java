package dev.rote.audit.learners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.tensor.Seeds;
import dev.rote.tensor.Workers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExtraTreesLearnerTest implements LearnerContract {

    @Override
    public Learner learner() {
        return ForestLearner.extraTrees(new int[0]);
    }

    @Test
    void itIsAnotherForestWithANameOfItsOwn() {
        Task task = Clouds.task(60, 3, 4, new Seeds(3));
        assertThat(learner().name()).isEqualTo("extra-trees").isNotEqualTo(new ForestLearner().name());
        try (Workers workers = new Workers(1)) {
            assertThat(Arrays.deepEquals(
                            learner().outOfSample(task, workers), new ForestLearner().outOfSample(task, workers)))
                    .isFalse();
        }
    }
}
