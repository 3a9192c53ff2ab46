package dev.rote.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.data.Preparation;
import dev.rote.data.Source;
import dev.rote.data.files.Digits;
import dev.rote.data.prepare.Take;
import dev.rote.files.Table;
import dev.rote.files.TableFile;
import dev.rote.losses.CrossEntropy;
import dev.rote.losses.Mse;
import dev.rote.nets.Activation;
import dev.rote.nets.Mlp;
import dev.rote.nets.Net;
import dev.rote.nets.images.SmallCnn;
import dev.rote.noise.Noise;
import dev.rote.noise.SymmetricNoise;
import dev.rote.runs.Recipe;
import dev.rote.runs.Run;
import dev.rote.runs.RunFolder;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import dev.rote.train.AdamW;
import dev.rote.train.Constant;
import dev.rote.train.Loss;
import dev.rote.train.Optimizer;
import dev.rote.train.Schedule;
import dev.rote.yaml.Kinds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every score promises. The test of a score implements this and says which score; each promise is kept in whole runs, on small digits
 * of which three in ten have wrong labels, by a plain net and by one with dropout and batch norm.
 */
public interface ScoreContract {

    /** The score. */
    ExampleScore score();

    /** The same score, made anew. */
    ExampleScore again();

    /** What the score needs besides itself in a recipe, such as a method. */
    default Recipe with(Recipe recipe) {
        return recipe;
    }

    /** Kinds of what {@link #with} adds. */
    default Kinds kinds(Kinds kinds) {
        return kinds;
    }

    /** How many of the 80 scores are NaN, as the class documents. */
    default int undefined() {
        return 0;
    }

    /** Bad values and what is said of them. */
    default Map<String, Supplier<ExampleScore>> refusals() {
        return Map.of();
    }

    /** 80 digits, 40 to test on, five epochs of five steps. */
    static Recipe recipe(Net net) {
        return new Recipe()
                .but()
                .data(new Digits())
                .prepare(new Take("train", 80, Take.Order.RANDOM), new Take("test", 40, Take.Order.RANDOM))
                .noise(new SymmetricNoise(0.3, false))
                .net(net)
                .loss(new CrossEntropy())
                .epochs(5)
                .batchSize(16)
                .probes(List.of())
                .recipe();
    }

    private List<Recipe> recipes() {
        return Stream.of(
                        new Mlp(List.of(24), Activation.RELU, true, 0, false),
                        new SmallCnn(List.of(4, 6), 3, true, 0.2, List.of(), false))
                .map(net -> with(recipe(net)))
                .toList();
    }

    private Kinds all() {
        return kinds(Kinds.none()
                .with(Source.class, "digits", new Digits())
                .with(Preparation.class, "take", new Take())
                .with(Noise.class, "symmetric", new SymmetricNoise())
                .with(Net.class, "mlp", new Mlp())
                .with(Net.class, "small-cnn", new SmallCnn())
                .with(Loss.class, "cross-entropy", new CrossEntropy())
                .with(Loss.class, "mse", new Mse())
                .with(Optimizer.class, "adamw", new AdamW())
                .with(Schedule.class, "constant", new Constant())
                .with(ExampleScore.class, "score", score()));
    }

    /** The power cut of a test. */
    final class Cut extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Carries out a recipe in a folder. */
    private void carryOut(Path folder, Recipe recipe, int count, long cutAfter) {
        try (Workers workers = new Workers(count)) {
            Run.Progress progress = (clock, loss) -> {
                if (clock.step() == cutAfter) {
                    throw new Cut();
                }
            };
            Duration often = cutAfter < 0 ? Duration.ofHours(1) : Duration.ZERO;
            new Run(recipe, new RunFolder(folder), all(), workers, often, progress).carryOut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Weights and scores as a run left them; equal only when every byte is. */
    record Left(String weights, String scores) {}

    private static Left left(Path folder) {
        try {
            Path scores = new RunFolder(folder).tables().resolve("scores.csv");
            byte[] weights = Files.readAllBytes(new RunFolder(folder).weights());
            return new Left(HexFormat.of().formatHex(weights), Files.exists(scores) ? Files.readString(scores) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What to do with a folder. */
    @FunctionalInterface
    interface Use {
        /** Uses the folder, which is removed afterwards. */
        void of(Path folder) throws IOException;
    }

    private static void inFolder(Use use) {
        try {
            Path folder = Files.createTempDirectory("scores");
            try {
                use.of(folder);
            } finally {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    default void scoresEachExampleOnceWithANumber() {
        for (Recipe recipe : recipes()) {
            inFolder(folder -> {
                carryOut(folder.resolve("run"), recipe.withScores(score()), 1, -1);
                Table table = TableFile.read(
                                new RunFolder(folder.resolve("run")).tables().resolve("scores.csv"))
                        .table();
                int examples = score().part().equals("test") ? 40 : 80;
                assertThat(table.columns()).containsExactly("id", "score", "value");
                assertThat(table.texts("score")).containsOnly(score().name()).hasSize(examples);
                assertThat(table.doubles("id")).isSorted().doesNotHaveDuplicates();
                double[] values = table.doubles("value");
                assertThat(Arrays.stream(values).filter(Double::isNaN).count()).isEqualTo(undefined());
                assertThat(Arrays.stream(values).filter(value -> !Double.isNaN(value)))
                        .allMatch(Double::isFinite);
            });
        }
    }

    @Test
    default void sameRecipeSameBytesWhateverTheWorkers() {
        for (Recipe recipe : recipes()) {
            inFolder(folder -> {
                carryOut(folder.resolve("one"), recipe.withScores(score()), 1, -1);
                carryOut(folder.resolve("again"), recipe.withScores(again()), 1, -1);
                carryOut(folder.resolve("three"), recipe.withScores(score()), 3, -1);
                assertThat(left(folder.resolve("again"))).isEqualTo(left(folder.resolve("one")));
                assertThat(left(folder.resolve("three"))).isEqualTo(left(folder.resolve("one")));
            });
        }
    }

    @Test
    default void theTrainingDoesNotNoticeIt() {
        for (Recipe recipe : recipes()) {
            inFolder(folder -> {
                long live = Tensor.live();
                carryOut(folder.resolve("scored"), recipe.withScores(score()), 2, -1);
                assertThat(Tensor.live()).isEqualTo(live);
                carryOut(folder.resolve("plain"), recipe, 2, -1);
                assertThat(left(folder.resolve("scored")).weights())
                        .isEqualTo(left(folder.resolve("plain")).weights());
            });
        }
    }

    @Test
    default void killedAndTakenUpItEndsWithTheSameBytes() {
        for (Recipe recipe : recipes()) {
            inFolder(folder -> {
                Recipe scored = recipe.withScores(score());
                carryOut(folder.resolve("unbroken"), scored, 1, -1);
                for (long step : new long[] {1, 7, 16, 20, 21, 24, 25}) {
                    Path run = folder.resolve("cut-" + step);
                    assertThatThrownBy(() -> carryOut(run, scored, 1, step)).isInstanceOf(Cut.class);
                    carryOut(run, scored, 1, -1);
                    assertThat(left(run)).as("cut after step %d", step).isEqualTo(left(folder.resolve("unbroken")));
                }
            });
        }
    }

    @Test
    default void itsNameIsPlainAndDependsOnItsValueAlone() {
        assertThat(score().name())
                .isEqualTo(again().name())
                .matches("[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)*");
        assertThat(score()).isEqualTo(again());
    }

    @Test
    default void refusesBadValuesNamingArgumentAndValue() {
        refusals()
                .forEach((message, construction) -> assertThatThrownBy(construction::get)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage(message));
    }
}
