package dev.rote.losses;

import dev.rote.train.Loss;

class NceRceTest implements LossContract {

    @Override
    public Loss loss() {
        return new NceRce(0.7, 2, -9.21);
    }
}
