package dev.rote.losses;

import dev.rote.train.Loss;

class LabelSmoothingTest implements LossContract {

    @Override
    public Loss loss() {
        return new LabelSmoothing();
    }
}
