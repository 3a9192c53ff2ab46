package dev.rote.audit.learners;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NetLearnerTest implements LearnerContract {

    @Override
    public Learner learner() {
        return new NetLearner(32, 30);
    }

    @Override
    public double rightAtLeast() {
        return 0.9;
    }

    @Test
    void wrongUseIsRefused() {
        assertThatThrownBy(() -> new NetLearner(0, 30)).hasMessage("width must be at least 1, was 0");
        assertThatThrownBy(() -> new NetLearner(128, 0)).hasMessage("epochs must be at least 1, was 0");
    }
}
