package dev.rote.losses;

import dev.rote.train.Loss;

class NceMaeTest implements LossContract {

    @Override
    public Loss loss() {
        return new NceMae();
    }
}
