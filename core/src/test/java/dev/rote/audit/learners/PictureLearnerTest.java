package dev.rote.audit.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.audit.features.Dense;
import dev.rote.data.Examples;
import dev.rote.data.Rows;
import dev.rote.data.Target;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PictureLearnerTest implements LearnerContract {

    @Override
    public Learner learner() {
        throw new UnsupportedOperationException("it needs the task's pictures");
    }

    /** The four columns as two by two pixels. */
    @Override
    public Learner learner(Task task) {
        return new PictureLearner(pictures(task.features().scaled(), 1, 2, 2), 16, 12);
    }

    @Override
    public double rightAtLeast() {
        return 0.9;
    }

    private static Examples pictures(Dense numbers, long channels, long height, long width) {
        InputShape.Features shape = new InputShape.Features(List.of(channels, height, width));
        Rows rows = new Rows() {
            @Override
            public InputShape.Features shape() {
                return shape;
            }

            @Override
            public void read(long id, float[] into, int at) {
                System.arraycopy(numbers.values(), (int) id / 10 * numbers.columns(), into, at, numbers.columns());
            }
        };
        // Ids are not places: pictures that could not be read were left out.
        long[] ids = LongStream.range(0, numbers.rows()).map(i -> 10 * i).toArray();
        return Examples.of(ids, rows, new Target.Classes(1), new int[numbers.rows()]);
    }

    /** Noise whose class is the brighter row of pixels; every other picture is the mirror image of the one before it. */
    private static Task mirrored(int channels, Seeds seeds) {
        int columns = channels * 16;
        float[] values = new float[40 * columns];
        int[] labels = new int[40];
        for (int i = 0; i < 40; i++) {
            labels[i] = i / 2 % 2;
            for (int j = 0; j < columns; j++) {
                int from = i % 2 == 0 ? j : j / 4 * 4 + 3 - j % 4;
                boolean bright = j / 4 % 4 == labels[i];
                values[i * columns + j] = (float) seeds.gaussian(i / 2 * columns + from) + (bright ? 3 : 0);
            }
        }
        Dense numbers = new Dense(values, columns);
        int[] folds = IntStream.range(0, 40).map(i -> i / 8).toArray();
        Task task = Clouds.task(numbers, labels, 2, 5, seeds);
        return new Task(task.features(), labels, 2, folds, task.learn(), seeds);
    }

    private static double[][] ask(Task task, int channels) {
        return ask(task, pictures(task.features().scaled(), channels, 4, 4));
    }

    private static double[][] ask(Task task, Examples pictures) {
        try (Workers workers = new Workers(1)) {
            return new PictureLearner(pictures, 4, 4).outOfSample(task, workers);
        }
    }

    @Test
    void picturesInColourAreJudgedWithTheirMirrorImagesAndGreyOnesAreNot() {
        double[][] colour = ask(mirrored(3, new Seeds(1)), 3);
        double[][] grey = ask(mirrored(1, new Seeds(1)), 1);
        double most = 0;
        for (int i = 0; i < 40; i += 2) {
            assertThat(colour[i][0]).isCloseTo(colour[i + 1][0], within(1e-5));
            most = Math.max(most, Math.abs(grey[i][0] - grey[i + 1][0]));
        }
        assertThat(most).isGreaterThan(1e-3);
    }

    @Test
    void foldsAreJoinedTwoByTwo() {
        Task task = mirrored(1, new Seeds(2));
        double[][] before = ask(task, 1);
        int[] labels = task.labels().clone();
        Arrays.setAll(labels, i -> i / 8 == 1 ? 1 - labels[i] : labels[i]); // of the second fold
        double[][] after = ask(Clouds.withLabels(task, labels), 1);
        assertThat(Arrays.copyOf(after, 16)).isDeepEqualTo(Arrays.copyOf(before, 16));
        for (int i = 16; i < 40; i++) {
            assertThat(after[i]).isNotEqualTo(before[i]);
        }
    }

    @Test
    void aNetIsWatchedWhileItLearnsTheChosenPictures() {
        Task task = mirrored(3, new Seeds(1));
        PictureLearner learner = new PictureLearner(pictures(task.features().scaled(), 3, 4, 4), 8, 30);
        int[] firsts = IntStream.range(0, 20).map(i -> 2 * i).toArray();
        Dense numbers = task.features().scaled();
        float[] values = new float[20 * 48];
        for (int i = 0; i < 20; i++) {
            System.arraycopy(numbers.values(), firsts[i] * 48, values, i * 48, 48);
        }
        int[] labels = Arrays.stream(firsts).map(i -> task.labels()[i]).toArray();
        Task half = Clouds.task(new Dense(values, 48), labels, 2, 2, new Seeds(1));
        long before = Tensor.live();
        try (Workers one = new Workers(1);
                Workers two = new Workers(2)) {
            Dynamics of = Dynamics.all(half, learner.at(firsts), one);
            assertThat(of.margin()).hasSize(20);
            assertThat(Arrays.stream(of.margin()).filter(margin -> margin > 0).count())
                    .isGreaterThan(15);
            assertThat(of.confidence()).hasSize(20).doesNotContain(0, 1);
            assertThat(Arrays.stream(of.variability()).min().orElseThrow()).isPositive();
            assertThat(of.vog()).hasSize(20).doesNotContain(Double.NaN);
            Dynamics again = Dynamics.all(half, learner.at(firsts), two);
            assertThat(again.margin()).isEqualTo(of.margin());
            assertThat(again.vog()).isEqualTo(of.vog());
        }
        assertThat(Tensor.live()).isEqualTo(before);
    }

    @Test
    void largePicturesAreAveragedDown() {
        Task task = Clouds.task(20, 2, 2, new Seeds(3));
        float[] small = new float[20 * 24 * 24];
        float[] large = new float[20 * 48 * 48];
        for (int i = 0; i < large.length; i++) {
            int row = i / (48 * 48);
            int pixel = row * 24 * 24 + i / 48 % 48 / 2 * 24 + i % 48 / 2;
            small[pixel] = (float) new Seeds(4).gaussian(pixel) + row % 2;
            large[i] = small[pixel] + (i % 2 == 0 ? 1 : -1); // which no average sees
        }
        double[][] expected = ask(task, pictures(new Dense(small, 24 * 24), 1, 24, 24));
        double[][] answer = ask(task, pictures(new Dense(large, 48 * 48), 1, 48, 48));
        for (int i = 0; i < 20; i++) {
            assertThat(answer[i]).containsExactly(expected[i], within(1e-3));
        }
    }

    @Test
    void wrongUseIsRefused() {
        Dense numbers = new Dense(new float[12], 4);
        assertThatThrownBy(() -> new PictureLearner(pictures(numbers, 4, 1, 1), 16, 8))
                .hasMessage("pictures must be [C, H, W] of at least 2 x 2 pixels, was [4, 1, 1]");
        Examples three = pictures(numbers, 1, 2, 2);
        assertThatThrownBy(() -> new PictureLearner(three, 0, 8)).hasMessage("width must be at least 1, was 0");
        assertThatThrownBy(() -> new PictureLearner(three, 16, 0)).hasMessage("epochs must be at least 1, was 0");
        try (Workers workers = new Workers(1)) {
            Task two = Clouds.task(2, 2, 2, new Seeds(1));
            assertThatThrownBy(() -> new PictureLearner(three).outOfSample(two, workers))
                    .hasMessage("pictures must be one for each of 2 rows, was 3");
        }
    }
}
