package dev.rote.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.data.Dataset;
import dev.rote.data.Parts;
import dev.rote.data.files.Digits;
import dev.rote.losses.CrossEntropy;
import dev.rote.losses.Mse;
import dev.rote.nets.Activation;
import dev.rote.nets.Forward;
import dev.rote.nets.Mlp;
import dev.rote.nets.Mode;
import dev.rote.nets.Model;
import dev.rote.nets.Net;
import dev.rote.nets.TurnoverMasks;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import dev.rote.train.Constant;
import dev.rote.train.Loop;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Recorder;
import dev.rote.train.Settings;
import dev.rote.train.Sgd;
import dev.rote.train.TinyTraining;
import dev.rote.train.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TurnoverDropoutTest implements MethodContract {

    private static final Net DEEP = new Mlp(List.of(40, 32), Activation.RELU, false, 0, false);

    @Override
    public Method method() {
        return new TurnoverDropout();
    }

    @Override
    public Method nothing() {
        return new TurnoverDropout(List.of());
    }

    @Override
    public boolean wrapsLoss() {
        return true;
    }

    @Override
    public Map<String, ThrowingCallable> refusals() {
        return Map.of(
                "layers must be all or among [hidden], was hidden.4",
                () -> TinyTraining.plain()
                        .with(new TurnoverDropout(List.of("hidden.4")))
                        .run());
    }

    /** The masks that a training uses, told from what its hidden layers looked like before and after. */
    @Test
    void anExampleKeepsItsMaskFromStepToStepAndOthersHaveOthers() {
        Map<String, Map<Long, List<List<Boolean>>>> seen = new TreeMap<>();
        Mse mse = new Mse();
        TinyTraining.plain()
                .net(new Mlp(List.of(40, 32), Activation.GELU, true, 0, false))
                .batchSize(60)
                .with(new TurnoverDropout())
                .loss(pass -> {
                    pass.hook((layer, hidden) -> {
                                note(layer, hidden, pass.batch().ids(), seen);
                                return hidden;
                            })
                            .outputs();
                    return mse.perExample(pass);
                })
                .run();
        assertThat(seen.keySet()).containsExactly("hidden.0", "hidden.1");
        seen.forEach((layer, masks) -> {
            List<List<Boolean>> all = new ArrayList<>();
            masks.forEach((id, looks) -> {
                assertThat(looks.stream().distinct()).hasSize(1);
                all.add(looks.get(0));
            });
            assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(100);
            assertThat(masks.values()).anyMatch(looks -> looks.size() > 2);
        });
        seen.get("hidden.1")
                .forEach((id, looks) -> assertThat(looks.get(0))
                        .isNotEqualTo(seen.get("hidden.0").get(id).get(0).subList(0, 32)));
    }

    private static void note(
            String layer, Tensor hidden, long[] ids, Map<String, Map<Long, List<List<Boolean>>>> seen) {
        double[] values = hidden.detach().toDoubles();
        int width = values.length / ids.length;
        for (int row = 0; row < ids.length; row++) {
            double[] units = Arrays.copyOfRange(values, row * width, (row + 1) * width);
            seen.computeIfAbsent(layer, name -> new TreeMap<>())
                    .computeIfAbsent(ids[row], id -> new ArrayList<>())
                    .add(Arrays.stream(units).mapToObj(unit -> unit != 0).toList());
        }
    }

    @Test
    void atEvaluationTheFullNetIsUsedUnscaled() {
        List<Boolean> same = new ArrayList<>();
        Mse mse = new Mse();
        Method look = new Method() {
            @Override
            public Loss loss(Loss inner, Training training) {
                return pass -> {
                    Tensor plain = mse.perExample(pass.mode(Mode.EVAL));
                    Tensor seen = inner.perExample(pass.mode(Mode.EVAL));
                    same.add(Arrays.equals(plain.toDoubles(), seen.toDoubles()));
                    return inner.perExample(pass);
                };
            }
        };
        TinyTraining.plain().net(DEEP).loss(mse).with(method(), look).run();
        assertThat(same).hasSize(12).containsOnly(true);
    }

    /** Outputs for all digits before and after training on one of them, under the masks that it was trained with. */
    private static final class OneExample {

        private static final long ID = 1203;
        private final Map<Boolean, double[]> before = new HashMap<>();
        private final Map<Boolean, double[]> after = new HashMap<>();

        OneExample(Net net, Sgd sgd, long steps, List<String> layers) {
            Parts digits = new Digits().open(new Seeds(1));
            Parts one = digits.with("train", digits.get("train").only(new long[] {ID}));
            Seeds seeds = new Seeds(5);
            Settings settings = new Settings(
                    new CrossEntropy(),
                    List.of(new TurnoverDropout(layers)),
                    List.of(),
                    sgd,
                    new Constant(),
                    steps,
                    1,
                    8,
                    true);
            try (Scope scope = Scope.open();
                    Workers workers = new Workers(1)) {
                Model model = net.build(digits.get("train").inputs(), 10, Place.FLOAT32, new Seeds(2));
                TurnoverMasks masks =
                        TurnoverMasks.of(layers, model, seeds.of("method").of(TurnoverMasks.NAME));
                look(model, masks, digits.get("train"), before);
                try (Loop loop = new Loop(model, one, settings, seeds, workers, Recorder.NONE)) {
                    loop.start();
                    while (loop.step()) {}
                }
                look(model, masks, digits.get("train"), after);
            }
        }

        private static void look(Model model, TurnoverMasks masks, Dataset data, Map<Boolean, double[]> outputs) {
            try (Scope scope = Scope.open();
                    Autograd.Guard guard = Autograd.noGrad()) {
                Tensor inputs = data.batch(data.ids()).inputs();
                for (boolean flipped : new boolean[] {false, true}) {
                    Forward how = new Forward(
                            Mode.EVAL, flipped ? masks.flipped(ID) : masks.own(ID), new Seeds(0), data.ids());
                    outputs.put(flipped, model.forward(inputs, how).toDoubles());
                }
            }
        }

        boolean moved(boolean flipped) {
            return !Arrays.equals(before.get(flipped), after.get(flipped));
        }
    }

    private static final Sgd PLAIN = new Sgd(0.5, 0, false, 0);
    private static final List<String> ALL = List.of("all");

    @Test
    void theFlippedNetIsBitForBitAsIfTheExampleHadNeverBeen() {
        for (long steps : new long[] {1, 20}) {
            OneExample seen = new OneExample(DEEP, PLAIN, steps, ALL);
            assertThat(seen.moved(false)).isTrue();
            assertThat(seen.moved(true)).isFalse();
        }
    }

    @Test
    void whatIsOutsideOfTheMasksLetsTheExampleThrough() {
        Net biases = new Mlp(List.of(40, 32), Activation.RELU, true, 0, false);
        assertThat(new OneExample(biases, PLAIN, 1, ALL).moved(true)).isTrue();
        assertThat(new OneExample(DEEP, PLAIN, 1, List.of("hidden.0")).moved(true))
                .isTrue();
    }

    @Test
    void weightDecayMovesTheFlippedNetToo() {
        assertThat(new OneExample(DEEP, new Sgd(0.5, 0, false, 0.1), 1, ALL).moved(true))
                .isTrue();
    }

    @Test
    void layersThatTheNetDoesNotHaveAreRefused() {
        assertThatThrownBy(() -> TinyTraining.plain()
                        .net(DEEP)
                        .with(new TurnoverDropout(List.of("hidden.7")))
                        .run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("layers must be all or among [hidden.0, hidden.1], was hidden.7");
    }
}
