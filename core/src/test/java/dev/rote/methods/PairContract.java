package dev.rote.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.nets.Net;
import dev.rote.nets.Twins;
import dev.rote.nets.TwinsModel;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.PairMethod;
import dev.rote.train.TinyTraining;
import dev.rote.train.Training;
import org.junit.jupiter.api.Test;

/** What every method promises that trains two nets side by side. */
interface PairContract extends MethodContract {

    /** Trains both nets of twins on everything: what a pair method is without its pairing. */
    record Both() implements Method {
        @Override
        public Loss loss(Loss inner, Training training) {
            return pass -> {
                TwinsModel twins = TwinsModel.of(pass.model());
                return inner.perExample(pass.model(twins.first())).add(inner.perExample(pass.model(twins.second())));
            };
        }
    }

    @Override
    default Net dressed(Net net) {
        return new Twins(net);
    }

    @Override
    default Method[] plain() {
        return new Method[] {new Both()};
    }

    @Override
    default boolean wrapsLoss() {
        return true;
    }

    @Test
    default void itIsAPairMethodAndRefusesASingleNet() {
        assertThat(method()).isInstanceOf(PairMethod.class);
        assertThatThrownBy(() -> TinyTraining.plain().with(method()).run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write net: {kind: twins, net: ...}");
    }

    @Test
    default void saysWhereToNameWhatDropsExamples() {
        Loss half = pass -> pass.outputs().sum(1, false).narrow(0, 0, 30);
        TinyTraining training = TinyTraining.plain().batchSize(60).loss(half).with(method());
        assertThatThrownBy(() -> training.net(dressed(training.net())).run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("for each of 60 examples, was given 30")
                .hasMessageContaining("name what drops examples after what trains the pair");
    }
}
