package dev.rote.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.data.Batch;
import dev.rote.data.Examples;
import dev.rote.data.Parts;
import dev.rote.data.Target;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdxTest {

    private static final Seeds SEEDS = new Seeds(1);
    private static final byte[] PIXELS = Made.bytes(0, 51, 102, 153, 204, 255, 1, 2, 3, 4, 5, 6);
    private static final byte[] INPUTS = Made.idx(8, new int[] {3, 2, 2}, PIXELS);
    private static final byte[] LABELS = Made.idx(8, new int[] {3}, Made.bytes(0, 2, 1));

    @TempDir
    Path folder;

    private Parts open(byte[] inputs, byte[] labels, byte[] testInputs, byte[] testLabels) {
        return new Idx(
                        Made.write(folder, "inputs", inputs),
                        Made.write(folder, "labels", labels),
                        Made.write(folder, "test-inputs", testInputs),
                        Made.write(folder, "test-labels", testLabels),
                        0,
                        List.of())
                .open(SEEDS);
    }

    private void refuses(byte[] inputs, byte[] labels, String... words) {
        assertThatThrownBy(() -> open(inputs, labels, INPUTS, LABELS))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContainingAll(words);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bytesArePicturesFromZeroToOne(boolean gzipped) {
        byte[] inputs = gzipped ? Made.gzip(INPUTS) : INPUTS;
        byte[] labels = gzipped ? Made.gzip(LABELS) : LABELS;
        Parts parts = open(inputs, labels, inputs, labels);
        assertThat(parts.byName()).containsOnlyKeys("train", "test");
        assertThat(parts.get("train").inputs()).isEqualTo(new InputShape.Features(List.of(1L, 2L, 2L)));
        assertThat(parts.get("train").target()).isEqualTo(new Target.Classes(3));
        assertThat(parts.get("train").ids()).containsExactly(0, 1, 2);
        assertThat(Made.row(parts.get("train"), 1)).containsExactly(204 / 255f, 1, 1 / 255f, 2 / 255f);
        try (Scope scope = Scope.open()) {
            Batch batch = parts.get("test").batch(new long[] {2, 0});
            assertThat(batch.inputs().shape()).containsExactly(2, 1, 2, 2);
            assertThat(batch.targets().toLongs()).containsExactly(1, 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"9, 1, -3", "11, 2, -300", "12, 4, -70000", "13, 4, -1.5", "14, 8, -2.25"})
    void otherTypesAreTakenAsTheyAre(int type, int size, double value) throws IOException {
        ByteBuffer data = ByteBuffer.allocate(4 * size);
        switch (type) {
            case 9 -> data.put(1, (byte) value);
            case 11 -> data.putShort(2, (short) value);
            case 12 -> data.putInt(4, (int) value);
            case 13 -> data.putFloat(4, (float) value);
            default -> data.putDouble(8, value);
        }
        byte[] inputs = Made.idx(type, new int[] {2, 2}, data.array());
        byte[] labels = Made.idx(8, new int[] {2}, Made.bytes(0, 1));
        Examples train = (Examples) open(inputs, labels, inputs, labels).get("train");
        assertThat(train.inputs().dims()).containsExactly(2L);
        assertThat(Made.row(train, 0)).containsExactly(0, (float) value);
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "'3 5', 5", "'3 2 4', '1 2 4'", "'3 2 2 4', '2 2 4'"})
    void onlyThreeDimensionsGetAChannel(String shape, String expected) {
        int[] sizes =
                Arrays.stream(shape.split(" ")).mapToInt(Integer::parseInt).toArray();
        byte[] inputs = Made.idx(8, sizes, new byte[Arrays.stream(sizes).reduce(1, (a, b) -> a * b)]);
        assertThat(open(inputs, LABELS, inputs, LABELS).get("train").inputs())
                .isEqualTo(new InputShape.Features(
                        Arrays.stream(expected.split(" ")).map(Long::parseLong).toList()));
    }

    @Test
    void theSplitIsStratifiedKeyedAndWhole() {
        int count = 1000;
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % 10 == 0 ? 1 : 0);
        }
        Idx idx = new Idx(
                Made.write(folder, "x", Made.idx(8, new int[] {count, 1}, new byte[count])),
                Made.write(folder, "y", Made.idx(8, new int[] {count}, labels)),
                "",
                "",
                0.25,
                List.of("often", "rare"));
        Examples test = (Examples) idx.open(SEEDS).get("test");
        Examples train = (Examples) idx.open(SEEDS).get("train");
        assertThat(Arrays.stream(test.labels()).sum()).isEqualTo(25);
        assertThat(test.size()).isEqualTo(250);
        assertThat(LongStream.concat(LongStream.of(train.ids()), LongStream.of(test.ids()))
                        .sorted())
                .containsExactlyElementsOf(LongStream.range(0, count).boxed().toList());
        for (int i = 0; i < test.size(); i++) {
            assertThat(test.labels()[i]).isEqualTo(test.ids()[i] % 10 == 0 ? 1 : 0);
        }
        assertThat(idx.open(SEEDS).get("test").ids()).containsExactly(test.ids());
        assertThat(idx.open(new Seeds(2)).get("test").ids()).isNotEqualTo(test.ids());
        assertThat(((Target.Classes) train.target()).name(1)).isEqualTo("rare");
    }

    @Test
    void whatIsNoIdxFileIsRefused() {
        refuses(
                Made.bytes(1, 2, 3, 4, 5, 6, 7, 8),
                LABELS,
                "inputs: byte 0",
                "two zero bytes",
                "1 and 2",
                "name an idx");
        refuses(Made.bytes(0, 0, 8), LABELS, "cut short", "this has 3");
        refuses(Made.bytes(0, 0, 10, 1, 0, 0, 0, 0), LABELS, "byte 2", "was 10");
        refuses(Made.bytes(0, 0, 8, 0), LABELS, "byte 3", "from 1 to 8", "was 0");
        refuses(Made.bytes(0, 0, 8, 9), LABELS, "byte 3", "was 9");
        refuses(Made.bytes(0, 0, 8, 3, 0, 0), LABELS, "cut short within the sizes");
        refuses(new byte[0], LABELS, "cut short", "this has 0");
    }

    @Test
    void headersThatLieAreRefused() {
        byte[] shorter = Arrays.copyOf(INPUTS, INPUTS.length - 1);
        byte[] longer = Arrays.copyOf(INPUTS, INPUTS.length + 1);
        refuses(shorter, LABELS, "cut short", "12 bytes", "there are 11");
        refuses(longer, LABELS, "bytes trail", "there are 13");
        refuses(Made.gzip(shorter), LABELS, "cut short", "12 bytes", "has 11");
        refuses(Made.gzip(longer), LABELS, "more than the 12 bytes");
        int all = -1;
        byte[] huge = Made.idx(8, new int[] {all, all, all}, new byte[4]);
        refuses(huge, LABELS, "more numbers than a file can hold");
        byte[] large = Made.idx(14, new int[] {1 << 30, 1 << 20}, new byte[4]);
        refuses(large, LABELS, "cut short", "9007199254740992 bytes");
        refuses(Made.gzip(large), LABELS, "compressed bytes cannot hold so many");
    }

    @Test
    void damagedCompressionIsRefused() {
        byte[] gzip = Made.gzip(INPUTS);
        refuses(Arrays.copyOf(gzip, gzip.length - 9), LABELS, "cut short", "fetch it again");
        refuses(Arrays.copyOf(gzip, 4), LABELS, "cut short");
        byte[] damaged = gzip.clone();
        damaged[gzip.length - 6] ^= 1;
        refuses(damaged, LABELS, "damaged", "fetch it again");
    }

    @Test
    void labelsThatCannotBeLearnedAreRefused() {
        refuses(INPUTS, Made.idx(8, new int[] {2}, Made.bytes(0, 1)), "labels: has 2 labels for the 3 inputs");
        refuses(INPUTS, Made.idx(8, new int[] {3}, Made.bytes(7, 7, 7)), "only one class", "label 7");
        refuses(INPUTS, Made.idx(9, new int[] {3}, Made.bytes(0, -1, 1)), "row 1", "from 0 to 65535", "was -1");
        byte[] halves = ByteBuffer.allocate(12).putFloat(8, 0.5f).array();
        refuses(INPUTS, Made.idx(13, new int[] {3}, halves), "row 2", "whole number", "was 0.5");
        refuses(INPUTS, Made.idx(8, new int[] {3, 2}, new byte[6]), "one number per row", "[3, 2]");
        refuses(Made.idx(8, new int[] {0, 2}, new byte[0]), Made.idx(8, new int[] {0}, new byte[0]), "no examples");
        refuses(Made.idx(8, new int[] {3, 0}, new byte[0]), LABELS, "a row must have");
    }

    @Test
    void aTestPartMustFitTheTrainPart() {
        byte[] label = Made.idx(8, new int[] {3}, Made.bytes(0, 9, 1));
        assertThatThrownBy(() -> open(INPUTS, LABELS, INPUTS, label))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("test-labels: row 1", "from 0 to 2", "was 9");
        assertThatThrownBy(() -> open(INPUTS, LABELS, Made.idx(8, new int[] {3, 4}, PIXELS), LABELS))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("test-inputs", "[4]", "[1, 2, 2]");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1e300})
    void inputsMustBeFinite(double value) {
        byte[] data = ByteBuffer.allocate(48).putDouble(24, value).array();
        refuses(Made.idx(14, new int[] {3, 2}, data), LABELS, "inputs: row 1", "finite", "" + value);
    }

    @Test
    void pathsThatCannotBeReadAreRefused() {
        String there = Made.write(folder, "there", INPUTS);
        String labels = Made.write(folder, "labels", LABELS);
        List<Idx> wrong = List.of(
                new Idx(folder.resolve("gone").toString(), labels, "", "", 0.5, List.of()),
                new Idx(folder.toString(), labels, "", "", 0.5, List.of()),
                new Idx(there, there, "", "", 0.5, List.of()),
                new Idx("nul\0", labels, "", "", 0.5, List.of()));
        List<String> words =
                List.of("gone: there is no such file", "must be a file", "is named twice", "Nul character");
        for (int i = 0; i < wrong.size(); i++) {
            Idx idx = wrong.get(i);
            assertThatThrownBy(() -> idx.open(SEEDS))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(words.get(i));
        }
    }

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> new Idx("", "y", "", "", 0, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("train_inputs and train_labels");
        assertThatThrownBy(() -> new Idx("x", "y", "z", "", 0, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("test_inputs and test_labels");
        assertThatThrownBy(() -> new Idx("x", "y", "", "", 1, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("split must be in [0, 1), was 1.0");
        String x = Made.write(folder, "x", INPUTS);
        String y = Made.write(folder, "y", LABELS);
        assertThatThrownBy(() -> new Idx(x, y, "", "", 0.1, List.of()).open(SEEDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leaves none to test on");
        assertThatThrownBy(() -> new Idx(x, y, "", "", 0.1, List.of("a", "b")).open(SEEDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("row 1", "from 0 to 1", "was 2");
        assertThat(new Idx(x, y, "", "", 0, List.of()).open(SEEDS).byName()).containsOnlyKeys("train");
    }

    @Test
    void whatIsTooMuchForTheHeapGoesToAFileThatIsNotLeftBehind() throws IOException {
        byte[] content = new byte[100_000];
        content[99_999] = 7;
        Bytes inflated = Inflated.read("a", new ByteArrayInputStream(content), 1000, content.length, 10);
        byte[] last = new byte[2];
        inflated.copy(99_998, last, 0, 2);
        assertThat(last).containsExactly(0, 7);
        assertThatThrownBy(() -> Inflated.read("a", new ByteArrayInputStream(content), 1000, 99_999, 10))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a: holds more than the 99999");
        assertThatThrownBy(() -> Inflated.read("a", new ByteArrayInputStream(content), 1000, 100_001, 10))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("a: is cut short", "has 100000");
        try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left.filter(file -> file.getFileName().toString().matches("rote-.*\\.inflated"))
                            .filter(file -> file.toFile().length() >= 99_999))
                    .isEmpty();
        }
    }
}
