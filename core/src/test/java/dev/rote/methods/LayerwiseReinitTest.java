package dev.rote.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.nets.Blocks;
import dev.rote.nets.Forward;
import dev.rote.nets.Hook;
import dev.rote.nets.Mode;
import dev.rote.nets.Model;
import dev.rote.nets.SmallCnn;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.train.Loop;
import dev.rote.train.Method;
import dev.rote.train.TinyTraining;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LayerwiseReinitTest implements PictureMethodContract {

    /** Weights before training and after each step; the operations are part of steps 3, 6 and 9. */
    private record Story(List<Map<String, List<Double>>> weights, List<Blocks.Block> blocks) {

        static Story of(Method method) {
            PictureTraining training = PictureTraining.plain().exact().with(method);
            List<Map<String, List<Double>>> weights = new ArrayList<>();
            List<Blocks.Block> blocks = new ArrayList<>();
            try (Scope scope = Scope.open()) {
                weights.add(TinyTraining.weights(training.model(7)));
                blocks.addAll(((Blocks) training.model(7)).blocks());
            }
            training.run(loop -> weights.add(TinyTraining.weights(loop.model())));
            return new Story(weights, blocks);
        }

        Map<String, List<Double>> after(int step) {
            return weights.get(step);
        }

        /** Indices of the blocks whose parameters and buffers, but for frozen norms, are those of another story after a step. */
        Set<Integer> sameBlocks(Story other, int step) {
            Set<Integer> same = new TreeSet<>();
            for (int i = 0; i < blocks.size(); i++) {
                List<String> names = new ArrayList<>(blocks.get(i).parameters());
                names.addAll(blocks.get(i).buffers());
                names.removeIf(name -> name.contains("frozen"));
                if (names.stream()
                        .allMatch(name ->
                                after(step).get(name).equals(other.after(step).get(name)))) {
                    same.add(i);
                }
            }
            return same;
        }
    }

    private static LayerwiseReinit method(boolean rescale, boolean normalise) {
        return new LayerwiseReinit(3, rescale, normalise, false);
    }

    @Override
    public Method method() {
        return method(true, true);
    }

    @Override
    public Map<String, ThrowingCallable> refusals() {
        return Map.of("rounds must be at least 1, was 0", () -> new LayerwiseReinit(0, true, true, false));
    }

    private static double norm(List<Double> values) {
        return Math.sqrt(values.stream().mapToDouble(v -> v * v).sum());
    }

    @Test
    void keepsTheLowestBlocksAndDrawsAllAboveThemAnew() {
        Story kept = Story.of(method(false, false));
        Story none = Story.of(new Nothing());
        assertThat(kept.after(2)).isEqualTo(none.after(2));
        assertThat(kept.sameBlocks(none, 3)).containsExactly(0);
    }

    private record Nothing() implements Method {}

    @Test
    void aboveIsAFreshDrawAnotherOneEachTime() {
        PictureTraining training = PictureTraining.plain().exact();
        Story story = Story.of(method());
        for (int round = 1; round <= 3; round++) {
            try (Scope scope = Scope.open()) {
                Seeds seeds = new Seeds(5).of("another").of("layerwise-reinit." + round);
                Model fresh =
                        training.net().build(PictureTraining.data().get("train").inputs(), 10, training.place(), seeds);
                Map<String, List<Double>> drawn = TinyTraining.weights(fresh);
                for (int block = round; block < 4; block++) {
                    List<String> names = new ArrayList<>(story.blocks.get(block).parameters());
                    names.addAll(story.blocks.get(block).buffers());
                    for (String name : names) {
                        assertThat(story.after(3 * round).get(name)).as(name).isEqualTo(drawn.get(name));
                    }
                }
            }
        }
        assertThat(story.after(3).get("output.weight"))
                .isNotEqualTo(story.after(6).get("output.weight"));
    }

    @Test
    void keptParametersHaveTheNormThatTheyBeganWithAndTheirDirection() {
        Story story = Story.of(method());
        Story unscaled = Story.of(method(false, true));
        for (int round = 1; round <= 3; round++) {
            for (int block = 0; block < round; block++) {
                for (String name : story.blocks.get(block).parameters()) {
                    List<Double> now = story.after(3 * round).get(name);
                    double first = norm(story.after(0).get(name));
                    assertThat(norm(now)).as(name).isCloseTo(first < 1e-6 ? 0 : first, within(1e-9));
                }
            }
        }
        String weight = "stages.0.conv.weight";
        List<Double> long3 = unscaled.after(3).get(weight);
        List<Double> unit3 = story.after(3).get(weight);
        double factor = norm(unit3) / norm(long3);
        assertThat(factor).isNotCloseTo(1, within(1e-4));
        for (int i = 0; i < long3.size(); i++) {
            assertThat(unit3.get(i)).isCloseTo(factor * long3.get(i), within(1e-12));
        }
        // Biases of norms begin at zero, so that a later block's are zero again.
        assertThat(norm(story.after(2).get("stages.0.norm.bias"))).isPositive();
        assertThat(story.after(3).get("stages.0.norm.bias")).allMatch(value -> value == 0);
    }

    @Test
    void onlyTheLastKeptBlockIsNormalisedWithWhatItsOutputsAre() {
        List<Integer> looked = new ArrayList<>();
        Story story = Story.of(method());
        PictureTraining.plain().exact().with(method()).run(loop -> {
            int step = (int) loop.clock().step();
            if (step % 3 == 0 && step < 12) {
                looked.add(step);
                standardised(loop, "stages." + (step / 3 - 1));
            }
        });
        assertThat(looked).containsExactly(3, 6, 9);
        for (int step = 1; step <= 12; step++) {
            int round = Math.min(3, step / 3);
            for (int block = 0; block < 3; block++) {
                boolean is = story.after(step).get("stages." + block + ".frozen.mean").stream()
                        .anyMatch(mean -> mean != 0);
                assertThat(is).as("block " + block + " after step " + step).isEqualTo(block == round - 1);
            }
        }
        assertThat(story.after(5).get("stages.0.frozen.std"))
                .isEqualTo(story.after(3).get("stages.0.frozen.std"));
        assertThat(Story.of(method(true, false)).after(12).get("stages.2.frozen.std"))
                .allMatch(std -> std == 1);
    }

    /** The whole train part is one batch here, so that its outputs are standard but for what is added to the variance. */
    private static void standardised(Loop loop, String layer) {
        try (Scope scope = Scope.open();
                Autograd.Guard guard = Autograd.noGrad()) {
            var train = loop.data("train");
            Map<String, Tensor> seen = new LinkedHashMap<>();
            Hook hook = (name, hidden) -> {
                seen.put(name, hidden);
                return hidden;
            };
            Model model = loop.model();
            var inputs = train.batch(train.ids()).move(model.place()).inputs();
            model.forward(inputs, new Forward(Mode.FROZEN, hook, new Seeds(1), train.ids()));
            Tensor hidden = seen.get(layer);
            int channels = (int) hidden.size(1);
            Tensor mean = model.buffers().get(layer + ".frozen.mean").reshape(1, -1, 1, 1);
            Tensor std = model.buffers().get(layer + ".frozen.std").reshape(1, -1, 1, 1);
            double[] after = hidden.sub(mean)
                    .div(std)
                    .transpose(0, 1)
                    .reshape(channels, -1)
                    .toDoubles();
            double[] deviations = model.buffers().get(layer + ".frozen.std").toDoubles();
            int each = after.length / channels;
            for (int c = 0; c < channels; c++) {
                double sum = 0;
                double squares = 0;
                for (int i = 0; i < each; i++) {
                    sum += after[c * each + i];
                    squares += after[c * each + i] * after[c * each + i];
                }
                double variance = deviations[c] * deviations[c] - 1e-5;
                assertThat(sum / each).isCloseTo(0, within(1e-8));
                assertThat(squares / each).isCloseTo(variance / (variance + 1e-5), within(1e-8));
            }
        }
    }

    @Test
    void theOptimizerForgetsItsState() {
        List<Long> moves = new ArrayList<>();
        PictureTraining.plain()
                .with(method())
                .run(loop -> moves.add(loop.state().moves()));
        assertThat(moves).containsExactly(1L, 2L, 0L, 1L, 2L, 0L, 1L, 2L, 0L, 1L, 2L, 3L);
        PictureTraining.plain()
                .with(method())
                .run(loop -> assertThat(loop.state().tensors().keySet().stream()
                                .anyMatch(name -> name.startsWith("optimizer/")))
                        .isEqualTo(loop.clock().step() % 3 != 0 || loop.clock().step() == 12));
    }

    @Test
    void headOnlyKeepsEveryBlockBelowTheHead() {
        Story head = Story.of(new LayerwiseReinit(3, false, false, true));
        Story none = Story.of(new Nothing());
        assertThat(head.sameBlocks(none, 3)).containsExactly(0, 1, 2);
    }

    @Test
    void moreRoundsThanBlocksKeepEachNumberOfBlocksSeveralTimes() {
        Story none = Story.of(new Nothing());
        Story six = Story.of(new LayerwiseReinit(6, false, false, false));
        assertThat(six.sameBlocks(none, 1)).containsExactly(0);
        // The second of two rounds with one block kept: a second fresh draw of the same blocks.
        assertThat(six.after(2).get("stages.1.conv.weight"))
                .isNotEqualTo(six.after(1).get("stages.1.conv.weight"));
        Story two = Story.of(new LayerwiseReinit(2, false, false, false));
        assertThat(two.sameBlocks(none, 4)).containsExactly(0, 1);
    }

    @Test
    void refusesNetsThatItCannotCut() {
        assertThatThrownBy(() -> TinyTraining.plain().with(method()).run())
                .hasMessage("layerwise-reinit needs a net made of blocks, such as small-cnn");
        assertThatThrownBy(
                        () -> PictureTraining.of(new SmallCnn()).with(method()).run())
                .hasMessage("normalise needs a net with frozen norms: write frozen_norms: true");
        PictureTraining.of(new SmallCnn()).with(method(true, false)).run();
        assertThatThrownBy(() -> PictureTraining.plain()
                        .with(new LayerwiseReinit(12, true, true, false))
                        .run())
                .hasMessage("rounds must be fewer than the steps of the training, was 12 with 12 steps");
    }
}
