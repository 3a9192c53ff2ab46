package dev.rote.losses;

import dev.rote.train.Loss;

class FocalTest implements LossContract {

    @Override
    public Loss loss() {
        return new Focal();
    }
}
