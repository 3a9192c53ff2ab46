package dev.rote.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.data.ModularArithmetic;
import dev.rote.data.Operation;
import dev.rote.losses.CrossEntropy;
import dev.rote.losses.Mse;
import dev.rote.measures.Accuracy;
import dev.rote.measures.Ipr;
import dev.rote.measures.MeanLoss;
import dev.rote.measures.Pruning;
import dev.rote.methods.Mixup;
import dev.rote.methods.Sam;
import dev.rote.nets.Activation;
import dev.rote.nets.Mlp;
import dev.rote.nets.Net;
import dev.rote.nets.TwoLayer;
import dev.rote.noise.SymmetricNoise;
import dev.rote.scores.ExampleLoss;
import dev.rote.scores.ExampleMargin;
import dev.rote.scores.ExampleScore;
import dev.rote.tensor.DType;
import dev.rote.tensor.Device;
import dev.rote.train.AdamW;
import dev.rote.train.Constant;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.yaml.Binder;
import dev.rote.yaml.Yaml;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A recipe that was written reads back as the same recipe, and has the same folder. */
class RecipePropertyTest {

    private final Binder binder = new Binder(TestKinds.KINDS);

    @Property
    void readsBackAsItWasWritten(@ForAll("recipes") Recipe recipe) {
        String text = RecipeFile.text(recipe, TestKinds.KINDS);
        Recipe again = binder.bind(new Recipe(), Yaml.parse(text));
        assertThat(again).isEqualTo(recipe);
        assertThat(RecipeFile.text(again, TestKinds.KINDS)).isEqualTo(text);
        Path root = Path.of("runs");
        assertThat(RunFolder.under(root, again, TestKinds.KINDS))
                .isEqualTo(RunFolder.under(root, recipe, TestKinds.KINDS));
    }

    @Property
    void anotherSeedIsAnotherFolder(@ForAll("recipes") Recipe recipe) {
        Path root = Path.of("runs");
        assertThat(RunFolder.under(root, recipe.withSeed(recipe.seed() + 1), TestKinds.KINDS))
                .isNotEqualTo(RunFolder.under(root, recipe, TestKinds.KINDS));
    }

    @Example
    void refusesWhatCannotBeCarriedOutNamingTheValue() {
        Recipe recipe = new Recipe();
        Map<String, Supplier<Recipe>> refusals = Map.of(
                "steps must be at least 0, was -1", () -> recipe.withSteps(-1, 0),
                "batchSize must be at least 0 (0 is the whole train part), was -2", () -> recipe.withSteps(1, -2),
                "logEvery must be at least 0 (0 is once per epoch), was -1", () -> recipe.withProbes(-1, List.of()),
                "scores must have different names, were [example-loss, example-loss]",
                        () -> recipe.withScores(new ExampleLoss(), new ExampleLoss("train")),
                "name must be letters, digits, dots, hyphens and underscores, at most 100, was '../x'",
                        () -> recipe.withName("../x"));
        refusals.forEach((message, making) -> assertThatThrownBy(making::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message));
    }

    @Provide
    Arbitrary<Recipe> recipes() {
        return Arbitraries.randomValue(random -> new Draw(random).recipe());
    }

    private record Draw(Random random) {

        Recipe recipe() {
            return new Recipe(
                    pick("run", "a.b_c-1", "0", "no", "1e5"),
                    random.nextLong(),
                    random.nextBoolean() ? Optional.of(random.nextLong()) : Optional.empty(),
                    new ModularArithmetic(97, pick(Operation.values()), 1 - random.nextDouble()),
                    List.of(),
                    list(() -> new SymmetricNoise(random.nextDouble(), random.nextBoolean())),
                    pick(Map.of(), Map.of("train", "test.1-of-2")),
                    List.of(),
                    net(),
                    this.<Loss>pick(new Mse(), new CrossEntropy()),
                    list(() -> this.<Method>pick(
                            new Sam(random.nextDouble(), random.nextInt(9)), new Mixup(random.nextInt(9)))),
                    random.nextInt(4) == 0 ? Map.of("first", recipe()) : Map.of(),
                    new AdamW(Double.MIN_VALUE + random.nextDouble(), random.nextDouble(), 0.9, 1e-300, 1e10),
                    new Constant(),
                    random.nextLong() >>> 1,
                    random.nextInt(3),
                    random.nextInt() >>> 1,
                    list(this::probe),
                    random.nextInt(99),
                    this.<List<ExampleScore>>pick(
                            List.of(), List.of(new ExampleLoss("test"), new ExampleLoss(), new ExampleMargin())),
                    1 + random.nextInt(256),
                    pick(Recipe.GradientPath.values()),
                    pick(DType.FLOAT32, DType.FLOAT64),
                    pick(Device.values()));
        }

        private Net net() {
            return pick(
                    new TwoLayer(1 + random.nextInt(999), pick(Activation.values()), 0.1, random.nextBoolean()),
                    new Mlp(list(() -> 1 + random.nextInt(9)), pick(Activation.values()), true, 0, false));
        }

        private Probe probe() {
            return pick(
                    new Probe(new Accuracy(pick("test", "train", "corrupted"))),
                    new Probe(new MeanLoss(), random.nextInt(100), List.of()),
                    Probe.at(new Pruning(pick(Pruning.Order.values()), 3), "start", "middle", "17", "end"),
                    Probe.at(new Ipr(pick(Ipr.Statistic.values()), 2.5)));
        }

        @SafeVarargs
        private <T> T pick(T... all) {
            return all[random.nextInt(all.length)];
        }

        private <T> List<T> list(Supplier<? extends T> element) {
            return Stream.<T>generate(element).limit(random.nextInt(3)).toList();
        }
    }
}
