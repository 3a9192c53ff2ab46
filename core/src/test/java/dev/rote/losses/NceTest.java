package dev.rote.losses;

import dev.rote.train.Loss;

class NceTest implements LossContract {

    @Override
    public Loss loss() {
        return new Nce();
    }
}
