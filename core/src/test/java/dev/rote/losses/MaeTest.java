package dev.rote.losses;

import dev.rote.train.Loss;

class MaeTest implements LossContract {

    @Override
    public Loss loss() {
        return new Mae();
    }
}
