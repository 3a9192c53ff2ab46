package dev.rote.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rote.data.Examples;
import dev.rote.data.Parts;
import dev.rote.data.Rows;
import dev.rote.tensor.Seeds;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counts and means of the public sets, as published; needs ROTE_DATA, a folder with mnist, fashion-mnist, cifar10 and more. */
class PublicDataTest {

    private static final Seeds SEEDS = new Seeds(1);

    private Path data = Path.of("");

    @BeforeEach
    void find() {
        String root = System.getenv("ROTE_DATA");
        if (root == null) {
            System.out.println("PublicDataTest is left out: ROTE_DATA names no folder with the public sets");
        }
        assumeTrue(root != null, "ROTE_DATA names no folder with the public sets");
        data = Path.of(String.valueOf(root));
    }

    private static int[] counts(Parts parts, String part) {
        int[] counts = new int[10];
        for (int label : ((Examples) parts.get(part)).labels()) {
            counts[label]++;
        }
        return counts;
    }

    /** Mean over all pixels of channels that follow each other. */
    private static double[] means(Examples part, int channels) {
        Rows rows = part.rows();
        float[] row = new float[rows.width()];
        double[] sums = new double[channels];
        for (long id : part.ids()) {
            rows.read(id, row, 0);
            for (int i = 0; i < row.length; i++) {
                sums[i / (row.length / channels)] += row[i];
            }
        }
        for (int i = 0; i < channels; i++) {
            sums[i] /= (double) part.size() * row.length / channels;
        }
        return sums;
    }

    @Test
    void mnist() {
        Parts parts = new Mnist().open(SEEDS);
        assertThat(counts(parts, "train")).containsExactly(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
        assertThat(counts(parts, "test")).containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
        assertThat(means((Examples) parts.get("train"), 1)[0]).isCloseTo(0.1307, within(5e-5));
    }

    @Test
    void fashionMnist() {
        Parts parts = new FashionMnist().open(SEEDS);
        assertThat(counts(parts, "train")).containsOnly(6000);
        assertThat(counts(parts, "test")).containsOnly(1000);
        assertThat(means((Examples) parts.get("train"), 1)[0]).isCloseTo(0.2860, within(5e-5));
    }

    @Test
    void firstFileOfCifar10() {
        Parts parts = new Cifar10(10_000).open(SEEDS);
        assertThat(counts(parts, "train")).containsExactly(1005, 974, 1032, 1016, 999, 937, 1030, 1001, 1025, 981);
        assertThat(counts(parts, "test")[0]).isIn(488, 1000); // the first half, or all
        double[] means = means((Examples) parts.get("train"), 3);
        // Published over all 50000 pictures: 0.4914, 0.4822, 0.4465; a fifth of them is near, and in this order.
        assertThat(means[0]).isCloseTo(0.4914, within(0.005));
        assertThat(means[1]).isCloseTo(0.4822, within(0.005));
        assertThat(means[2]).isCloseTo(0.4465, within(0.005));
    }

    @Test
    void medMnistNeedsOnlyItsName() {
        NpzFile known = new NpzFile();
        String file = data.resolve("pneumoniamnist/pneumoniamnist.npz").toString();
        Parts parts = new NpzFile(
                        file,
                        known.trainInputs(),
                        known.trainLabels(),
                        known.testInputs(),
                        known.testLabels(),
                        known.split(),
                        List.of("normal", "pneumonia"))
                .open(SEEDS);
        assertThat(counts(parts, "train")).startsWith(1214, 1214, 0);
        assertThat(counts(parts, "test")).startsWith(234, 234, 0);
        Idx idx = new Idx(
                data.resolve("pneumoniamnist/train-images-idx3-ubyte.gz").toString(),
                data.resolve("pneumoniamnist/train-labels-idx1-ubyte.gz").toString(),
                "",
                "",
                0,
                List.of());
        Examples same = (Examples) idx.open(SEEDS).get("train");
        assertThat(Made.row(parts.get("train"), 1000)).containsExactly(Made.row(same, 1000));
    }

    @Test
    void arraysOfLabelErrors() throws IOException {
        Path root = data.resolve("label-errors");
        NpyReader labels = NpyReader.open(root.resolve("original_test_labels/mnist_test_set_original_labels.npy"));
        assertThat(labels.dtype()).isEqualTo("<u2");
        double[] expected = new double[10_000];
        int[] read = ((Examples) new Mnist().open(SEEDS).get("test")).labels();
        for (int i = 0; i < read.length; i++) {
            expected[i] = read[i];
        }
        assertThat(labels.doubles()).containsExactly(expected);
        NpyReader probabilities =
                NpyReader.open(root.resolve("cross_validated_predicted_probabilities/mnist_test_set_pyx.npy"));
        assertThat(probabilities.shape()).containsExactly(10_000, 10);
        double[] all = probabilities.doubles();
        for (int i = 0; i < all.length; i += 10) {
            double sum = 0;
            for (int k = 0; k < 10; k++) {
                sum += all[i + k];
            }
            assertThat(sum).isCloseTo(1, within(1e-5));
        }
    }

    /** Not a bound: a figure to look at, since it depends on the machine. */
    @Test
    void whatReadingFashionMnistCosts() {
        for (int round = 0; round < 3; round++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Examples train = (Examples) new FashionMnist().open(SEEDS).get("train");
            long opened = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            float[] row = new float[train.rows().width()];
            double[] sums = new double[row.length];
            double[] squares = new double[row.length];
            for (long id : train.ids()) {
                train.rows().read(id, row, 0);
                for (int i = 0; i < row.length; i++) {
                    sums[i] += row[i];
                    squares[i] += (double) row[i] * row[i];
                }
            }
            long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            double mean = sums[400] / train.size();
            System.out.printf(
                    Locale.ROOT,
                    "Fashion-MNIST: %.2f s to open both parts, %.2f s for means and deviations (CPU; pixel 400: %.4f, %.4f)%n",
                    (opened - start) / 1e9,
                    (end - opened) / 1e9,
                    mean,
                    Math.sqrt(squares[400] / train.size() - mean * mean));
            assertThat(mean).isBetween(0.0, 1.0);
        }
    }
}
