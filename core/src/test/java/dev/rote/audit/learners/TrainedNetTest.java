package dev.rote.audit.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.losses.CrossEntropy;
import dev.rote.methods.Mixup;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Workers;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainedNetTest implements LearnerContract {

    @Override
    public Learner learner() {
        return new TrainedNet(32, 30, new CrossEntropy(), List.of(new Mixup()));
    }

    @Override
    public double rightAtLeast() {
        return 0.9;
    }

    @Test
    void methodsChangeTheTraining() {
        Task task = Clouds.task(150, 3, 5, new Seeds(2));
        try (Workers workers = new Workers(1)) {
            double[][] plain = new TrainedNet(16, 5).outOfSample(task, workers);
            double[][] mixed =
                    new TrainedNet(16, 5, new CrossEntropy(), List.of(new Mixup())).outOfSample(task, workers);
            assertThat(mixed[0]).isNotEqualTo(plain[0]);
        }
    }

    @Test
    void wrongUseIsRefused() {
        assertThatThrownBy(() -> new TrainedNet(0, 30)).hasMessage("width must be at least 1, was 0");
        assertThatThrownBy(() -> new TrainedNet(128, 0)).hasMessage("epochs must be at least 1, was 0");
    }
}
