package dev.rote.losses;

import dev.rote.train.Loss;

class SceTest implements LossContract {

    @Override
    public Loss loss() {
        return new Sce();
    }
}
