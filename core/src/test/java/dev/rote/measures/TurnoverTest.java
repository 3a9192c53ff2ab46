package dev.rote.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.data.Dataset;
import dev.rote.data.Parts;
import dev.rote.data.files.Digits;
import dev.rote.data.prepare.Take;
import dev.rote.losses.CrossEntropy;
import dev.rote.methods.TurnoverDropout;
import dev.rote.nets.Activation;
import dev.rote.nets.Forward;
import dev.rote.nets.Hook;
import dev.rote.nets.Mlp;
import dev.rote.nets.Mode;
import dev.rote.nets.Model;
import dev.rote.nets.TurnoverMasks;
import dev.rote.noise.SymmetricNoise;
import dev.rote.tensor.DType;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import dev.rote.train.Constant;
import dev.rote.train.Loop;
import dev.rote.train.Loss;
import dev.rote.train.Recorder;
import dev.rote.train.Settings;
import dev.rote.train.Sgd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnoverTest {

    private static final List<String> ALL = List.of("all");
    private static final Seeds SEEDS = new Seeds(5);
    private static final Parts PARTS = parts();

    private static Parts parts() {
        Parts read = new Digits().open(new Seeds(1));
        Parts few = new Take("train", 300, Take.Order.RANDOM).apply(read, new Seeds(2));
        few = new Take("test", 40, Take.Order.RANDOM).apply(few, new Seeds(2));
        return few.with("train", new SymmetricNoise(0.2, false).corrupt(few.get("train"), new Seeds(3)));
    }

    /** A net after so many epochs of turn-over dropout, and what can be asked about it. */
    private static void trained(Loss loss, long epochs, int workers, BiConsumer<Model, Subject> look) {
        Settings settings = new Settings(
                loss,
                List.of(new TurnoverDropout()),
                List.of(),
                new Sgd(0.05, 0.9, false, 0),
                new Constant(),
                epochs * 10,
                30,
                8,
                true);
        try (Scope scope = Scope.open();
                Workers threads = new Workers(workers)) {
            Model model = new Mlp(List.of(128, 128), Activation.RELU, false, 0.3, false)
                    .build(PARTS.get("train").inputs(), 10, Place.FLOAT32, new Seeds(7));
            try (Loop loop = new Loop(model, PARTS, settings, SEEDS, threads, Recorder.NONE);
                    Evaluator evaluator =
                            new Evaluator(model, PARTS, new CrossEntropy(), SEEDS, threads, Recorder.NONE)) {
                loop.start();
                while (loop.step()) {}
                look.accept(model, evaluator.subject(loop.clock()));
            }
        }
    }

    /** Cross-entropies by hand: outputs under a hook, one example after another. */
    private static double byHand(Model model, Hook hook, Dataset data, long id) {
        try (Scope scope = Scope.open()) {
            var batch = data.batch(new long[] {id}).move(Place.FLOAT32);
            Tensor outputs = model.forward(batch.inputs(), new Forward(Mode.EVAL, hook, new Seeds(0), new long[] {id}));
            double[] z = outputs.to(DType.FLOAT64).toDoubles();
            double sum = Arrays.stream(z).map(Math::exp).sum();
            return Math.log(sum) - z[(int) data.labels(new long[] {id})[0]];
        }
    }

    @Test
    void influenceIsTheLossThroughTheFlippedMaskLessThatThroughTheOwn() {
        trained(new CrossEntropy(), 3, 2, (model, subject) -> {
            Turnover turnover = Turnover.of(ALL, subject);
            TurnoverMasks masks =
                    TurnoverMasks.of(ALL, model, SEEDS.of("method").of(TurnoverMasks.NAME));
            Dataset train = PARTS.get("train");
            Dataset test = PARTS.get("test");
            long[] ids = train.ids();
            long[] targets = test.ids();
            double[][] matrix = turnover.influence(ids, "test", targets);
            double[] means = turnover.meanOn("test");
            double[] itself = turnover.onItself();
            assertThat(matrix).hasNumberOfRows(300);
            for (int i : new int[] {0, 17, 255, 256, 299}) {
                long id = ids[i];
                assertThat(itself[i])
                        .isCloseTo(
                                byHand(model, masks.flipped(id), train, id) - byHand(model, masks.own(id), train, id),
                                within(1e-4));
                for (int t : new int[] {0, 39}) {
                    assertThat(matrix[i][t])
                            .isCloseTo(
                                    byHand(model, masks.flipped(id), test, targets[t])
                                            - byHand(model, masks.own(id), test, targets[t]),
                                    within(1e-4));
                }
                assertThat(means[i])
                        .isEqualTo(Arrays.stream(matrix[i]).average().orElseThrow());
            }
        });
    }

    /** Were the masks others than those of the training, the two losses would be alike. */
    @Test
    void theMasksAskedUnderAreThoseOfTheTraining() {
        trained(new CrossEntropy(), 30, 1, (model, subject) -> {
            double own = new TurnoverLoss("train", false, ALL).of(subject);
            double flipped = new TurnoverLoss("train", true, ALL).of(subject);
            double heldOut = new TurnoverLoss("test", false, ALL).of(subject);
            assertThat(flipped).isGreaterThan(2 * own);
            assertThat(heldOut).isGreaterThan(own);
            assertThat(new TurnoverTable().of(subject)).isCloseTo(flipped - own, within(1e-9));
            assertThat(new TurnoverLoss("corrupted", true, ALL).of(subject))
                    .isGreaterThan(new TurnoverLoss("uncorrupted", true, ALL).of(subject));
        });
    }

    @Test
    void wrongLabelsAreKnownByHeart() {
        trained(new CrossEntropy(), 30, 1, (model, subject) -> {
            double[] itself = Turnover.of(ALL, subject).onItself();
            long[] ids = PARTS.get("train").ids();
            double pairs = 0;
            double right = 0;
            for (int i = 0; i < ids.length; i++) {
                for (int j = 0; j < ids.length; j++) {
                    if (subject.isCorrupted(ids[i]) && !subject.isCorrupted(ids[j])) {
                        pairs++;
                        right += itself[i] > itself[j] ? 1 : 0;
                    }
                }
            }
            assertThat(right / pairs).isGreaterThan(0.75);
        });
    }

    @Test
    void theAnswerDoesNotDependOnTheWorkers() {
        List<double[]> answers = new ArrayList<>();
        for (int workers : new int[] {1, 3}) {
            trained(
                    new CrossEntropy(),
                    1,
                    workers,
                    (model, subject) -> answers.add(Turnover.of(ALL, subject).meanOn("test")));
        }
        assertThat(answers.get(1)).containsExactly(answers.get(0));
        assertThat(IntStream.range(0, 300).mapToDouble(i -> answers.get(0)[i]).distinct())
                .hasSizeGreaterThan(290);
    }

    @Test
    void layersAndPartsAreCheckedBeforeTraining() {
        trained(new CrossEntropy(), 0, 1, (model, subject) -> {
            assertThatThrownBy(() -> new TurnoverLoss("train", true, List.of("first")).check(model, PARTS))
                    .hasMessage("layers must be all or among [hidden.0, hidden.1], was first");
            assertThatThrownBy(() -> new TurnoverLoss("nowhere", true, ALL).check(model, PARTS))
                    .hasMessageContaining("there is no data part 'nowhere'");
            assertThatThrownBy(() -> new TurnoverTable(List.of("first")).check(model, PARTS))
                    .hasMessage("layers must be all or among [hidden.0, hidden.1], was first");
        });
    }
}

class TurnoverLossTest implements MeasureContract {

    @Override
    public Measure measure() {
        return new TurnoverLoss("corrupted", true, List.of("all"));
    }

    @Override
    public Measure again() {
        return new TurnoverLoss("corrupted", true, List.of("all"));
    }

    @Override
    public List<String> refuses() {
        return List.of();
    }
}

class TurnoverTableTest implements MeasureContract {

    @Override
    public Measure measure() {
        return new TurnoverTable();
    }

    @Override
    public Measure again() {
        return new TurnoverTable(List.of("all"));
    }

    @Override
    public List<String> refuses() {
        return List.of();
    }
}
