package dev.rote.losses;

import dev.rote.train.Loss;

class GceTest implements LossContract {

    @Override
    public Loss loss() {
        return new Gce();
    }
}
