package dev.rote.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.data.files.Digits;
import dev.rote.data.prepare.HoldOut;
import dev.rote.data.prepare.Take;
import dev.rote.files.Table;
import dev.rote.losses.CrossEntropy;
import dev.rote.measures.Accuracy;
import dev.rote.measures.MeanLoss;
import dev.rote.methods.DropByScore;
import dev.rote.methods.EarlyStopping;
import dev.rote.methods.RhoLoss;
import dev.rote.nets.Activation;
import dev.rote.nets.Mlp;
import dev.rote.noise.Corrupted;
import dev.rote.noise.SymmetricNoise;
import dev.rote.scores.ExampleLoss;
import dev.rote.scores.ExampleMargin;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import dev.rote.train.AdamW;
import dev.rote.train.Clock;
import dev.rote.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A recipe that needs another one, from end to end. */
class NeedsTest {

    @TempDir
    Path root;

    private long live;

    @BeforeEach
    void count() {
        live = Tensor.live();
    }

    @AfterEach
    void leavesNoNativeMemoryBehind() {
        assertThat(Tensor.live()).isEqualTo(live);
    }

    private static final class Cut extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static Recipe digits(String name) {
        return new Recipe()
                .but()
                .name(name)
                .data(new Digits())
                .prepare(new Take("train", 240, Take.Order.RANDOM), new HoldOut("train", "holdout", 0.5))
                .noise(new SymmetricNoise(0.2, false))
                .net(new Mlp(List.of(16), Activation.RELU, true, 0, false))
                .loss(new CrossEntropy())
                .optimizer(new AdamW(0.01, 0.9, 0.999, 1e-8, 0.01))
                .steps(20)
                .batchSize(24)
                .logEvery(2)
                .probes(List.of(new Probe(new Accuracy("test")), new Probe(new MeanLoss("train"))))
                .recipe();
    }

    /** Trained on the held-out half; the weights of the best epoch on the other. */
    private static Recipe needed() {
        return digits("small")
                .but()
                .dataSeed(0)
                .roles(Map.of("train", "holdout", "validation", "train"))
                .methods(new EarlyStopping())
                .net(new Mlp(List.of(8), Activation.RELU, true, 0, false))
                .recipe();
    }

    private static Recipe needing(String name, int keep) {
        return digits(name)
                .but()
                .methods(new RhoLoss(keep, RhoLoss.By.REDUCIBLE, Map.of()))
                .needs(Map.of("irreducible", needed()))
                .recipe();
    }

    @Test
    void whatIsNeededIsOnDataDrawnByTheSeedOfWhoNeedsIt() {
        Recipe main = needing("main", 4).withSeed(7);
        assertThat(main.needed().get("irreducible").dataSeeds()).isEqualTo(main.dataSeeds());
        Recipe apart = main.but().dataSeed(3).recipe();
        assertThat(apart.needed().get("irreducible").dataSeeds()).isEqualTo(apart.dataSeeds());
        assertThat(main.needed().get("irreducible").seed()).isEqualTo(0);
    }

    private RunFolder folder(Path at, Recipe recipe) {
        return RunFolder.under(at, recipe, TestKinds.KINDS);
    }

    private boolean carryOut(Path at, Recipe recipe, Duration checkpointEvery, Run.Progress progress)
            throws IOException {
        try (Workers workers = new Workers(1)) {
            return new Run(recipe, folder(at, recipe), TestKinds.KINDS, workers, checkpointEvery, progress).carryOut();
        }
    }

    private boolean carryOut(Path at, Recipe recipe) throws IOException {
        return carryOut(at, recipe, Duration.ofHours(1), (clock, loss) -> {});
    }

    private void cutAfter(Path at, Recipe recipe, long step) {
        assertThatThrownBy(() -> carryOut(at, recipe, Duration.ZERO, (clock, loss) -> {
                    if (clock.step() == step) {
                        throw new Cut();
                    }
                }))
                .isInstanceOf(Cut.class);
    }

    @Test
    void whatIsNeededIsAnOrdinaryRunNextToIt() throws IOException {
        assertThat(carryOut(root.resolve("a"), needing("main", 4))).isTrue();
        assertThat(carryOut(root.resolve("b"), needed())).isTrue();
        RunFolder beside = folder(root.resolve("a"), needed());
        assertThat(RunBytes.of(beside)).isEqualTo(RunBytes.of(folder(root.resolve("b"), needed())));
        Results results = Results.read(Results.folders(root.resolve("a")), TestKinds.KINDS);
        assertThat(results.problems()).isEmpty();
        assertThat(results.runs()).extracting(run -> run.recipe().name()).containsExactlyInAnyOrder("main", "small");
        RunResult main = results.runs().stream()
                .filter(run -> run.recipe().name().equals("main"))
                .findFirst()
                .orElseThrow();
        assertThat(main.recipe()).isEqualTo(needing("main", 4));
        assertThat(main.readings("rho.wrong").values()).hasSize(4).allMatch(share -> share >= 0 && share <= 1);
    }

    @Test
    void theNeededModelMakesTheDifference() throws IOException {
        Recipe other = needing("main", 4)
                .but()
                .needs(Map.of("irreducible", needed().withSteps(3, 24)))
                .recipe();
        carryOut(root, needing("main", 4));
        carryOut(root, other);
        assertThat(RunBytes.of(folder(root, other)).get("weights.safetensors"))
                .isNotEqualTo(RunBytes.of(folder(root, needing("main", 4))).get("weights.safetensors"));
    }

    @Test
    void killedInEitherItEndsWithTheSameBytes() throws IOException {
        Recipe main = needing("main", 4);
        carryOut(root.resolve("unbroken"), main);
        Path broken = root.resolve("broken");
        cutAfter(broken, needed(), 7);
        cutAfter(broken, main, 1);
        assertThat(folder(broken, needed()).isDone()).isTrue();
        assertThat(folder(broken, main).isDone()).isFalse();
        cutAfter(broken, main, 9);
        carryOut(broken, main);
        for (Recipe recipe : List.of(needed(), main)) {
            assertThat(RunBytes.of(folder(broken, recipe)))
                    .isEqualTo(RunBytes.of(folder(root.resolve("unbroken"), recipe)));
        }
    }

    @Test
    void twoThatNeedTheSameShareItAndItIsNotRepeated() throws IOException {
        carryOut(root, needing("main", 4));
        Path provenance = folder(root, needed()).provenance();
        String before = Files.readString(provenance);
        assertThat(carryOut(root, needing("other", 6))).isTrue();
        assertThat(carryOut(root, needing("other", 6))).isFalse();
        assertThat(Files.readString(provenance)).isEqualTo(before);
        assertThat(folders()).hasSize(3);
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.toList();
        }
    }

    private void refused(Recipe recipe, String message) throws IOException {
        assertThatThrownBy(() -> carryOut(root, recipe))
                .isInstanceOf(Problem.class)
                .hasMessage(message);
        assertThat(folders()).isEmpty();
    }

    /** Drops the examples with the largest loss in a run before. */
    private static Recipe dropping(String score) {
        Recipe scored = digits("scored").withScores(new ExampleMargin(), new ExampleLoss());
        return digits("cleansed")
                .but()
                .methods(new DropByScore(0.25, DropByScore.End.HIGHEST, "scored", score))
                .needs(Map.of("scored", scored))
                .recipe();
    }

    @Test
    void theScoresOfANeededRunAreThoseOfItsFolder() throws IOException {
        Recipe main = dropping("example-loss");
        carryOut(root, main);
        Results results = Results.read(Results.folders(root), TestKinds.KINDS);
        Map<String, RunResult> runs = results.runs().stream()
                .collect(Collectors.toMap(run -> run.recipe().name(), run -> run));
        Table scores = runs.get("scored").table("scores");
        Corrupted train =
                (Corrupted) Materials.open(main.needed().get("scored")).parts().get("train");
        double wrong = IntStream.range(0, scores.rows().size())
                .filter(row -> scores.texts("score").get(row).equals("example-loss"))
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -scores.doubles("value")[row]))
                .limit(30)
                .filter(row -> train.isWrong((long) scores.doubles("id")[row]))
                .count();
        assertThat(runs.get("cleansed").last("drop-by-score.wrong")).isEqualTo(wrong / 30);
        assertThat(wrong).isBetween(7.0, 29.0);
    }

    @Test
    void aScoreThatIsNotTakenIsRefusedBeforeAnythingIsTrained() throws IOException {
        refused(
                dropping("vog"),
                "methods: run 'scored' takes no score 'vog', only [example-margin, example-loss]; name it under its"
                        + " scores");
        refused(
                dropping("vog").but().needs(Map.of()).recipe(),
                "methods: there is no finished run 'scored'; name it under needs");
    }

    @Test
    void aMissingNeedIsRefusedBeforeAnythingIsTrained() throws IOException {
        refused(
                needing("main", 4).but().needs(Map.of()).recipe(),
                "methods: there is no finished run 'irreducible'; name it under needs");
        refused(
                needing("main", 4).but().needs(Map.of("other", needed())).recipe(),
                "methods: there is no finished run 'irreducible'; name it under needs");
    }

    @Test
    void aNeedThatCannotWorkIsRefusedWhereItIsWritten() throws IOException {
        Recipe large = needed().withSteps(20, 121);
        refused(
                needing("main", 4).but().needs(Map.of("irreducible", large)).recipe(),
                "needs.irreducible.batch_size: was 121, must be at most the 120 training examples; 0 takes them all");
        Recipe nowhere = needed().but().methods(new EarlyStopping("nowhere", 0)).recipe();
        assertThatThrownBy(() -> carryOut(
                        root,
                        needing("main", 4)
                                .but()
                                .needs(Map.of("irreducible", nowhere))
                                .recipe()))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("needs.irreducible.methods: there is no data part 'nowhere', only [");
        assertThat(folders()).isEmpty();
    }

    @Test
    void nothingIsTrainedAfterANeedThatFailed() throws IOException {
        Recipe breaking = needed().withProbes(2, List.of(Probe.at(new TestKinds.Breaking(), "4")));
        Recipe main =
                needing("main", 4).but().needs(Map.of("irreducible", breaking)).recipe();
        assertThatThrownBy(() -> carryOut(root, main)).hasMessage(TestKinds.Breaking.MESSAGE);
        assertThat(folder(root, main).path()).doesNotExist();
        List<RunPool.Fate> fates =
                new RunPool(TestKinds.KINDS, 1, Duration.ofHours(1)).carryOut(List.of(main), root, ENDS);
        assertThat(fates.get(0).failure()).contains(TestKinds.Breaking.MESSAGE);
        assertThat(folder(root, main).path()).doesNotExist();
    }

    private static final RunPool.Progress ENDS = new RunPool.Progress() {
        @Override
        public void stepped(Recipe recipe, Clock clock) {}

        @Override
        public void ended(RunPool.Fate fate, boolean skipped) {}
    };

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aPoolCarriesOutNeedsFirstAndOnce(int workers) throws IOException {
        List<String> ends = Collections.synchronizedList(new ArrayList<>());
        RunPool.Progress progress = new RunPool.Progress() {
            @Override
            public void stepped(Recipe recipe, Clock clock) {}

            @Override
            public void ended(RunPool.Fate fate, boolean skipped) {
                ends.add(fate.recipe().name()
                        + (skipped ? " skipped" : " " + fate.failure().orElse("finished")));
            }
        };
        List<Recipe> recipes = List.of(needing("main", 4), needing("other", 6), needed());
        Path pooled = root.resolve("pooled");
        List<RunPool.Fate> fates =
                new RunPool(TestKinds.KINDS, workers, Duration.ofHours(1)).carryOut(recipes, pooled, progress);
        assertThat(fates).extracting(RunPool.Fate::recipe).isEqualTo(recipes);
        assertThat(ends.get(0)).isEqualTo("small finished");
        assertThat(ends).containsExactlyInAnyOrder("small finished", "main finished", "other finished");
        Path alone = root.resolve("alone");
        for (Recipe recipe : recipes) {
            carryOut(alone, recipe);
            assertThat(RunBytes.of(folder(pooled, recipe))).isEqualTo(RunBytes.of(folder(alone, recipe)));
        }
    }

    @Test
    void aNeededRunThatLostItsWeightsIsNamed() throws IOException {
        carryOut(root, needed());
        Path weights = folder(root, needed()).weights();
        Files.delete(weights);
        assertThatThrownBy(() -> carryOut(root, needing("main", 4)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(weights.toString());
    }
}
