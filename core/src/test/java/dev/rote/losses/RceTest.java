package dev.rote.losses;

import dev.rote.train.Loss;

class RceTest implements LossContract {

    @Override
    public Loss loss() {
        return new Rce();
    }
}
