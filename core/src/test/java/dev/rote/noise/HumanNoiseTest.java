package dev.rote.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.data.Batch;
import dev.rote.data.Dataset;
import dev.rote.data.Target;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Seeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HumanNoiseTest implements NoiseContract {

    @TempDir
    Path folder;

    private Path file;

    /** A file for all blobs and more, backwards; every fourth example has another label. */
    @BeforeEach
    void write() throws IOException {
        StringBuilder text = new StringBuilder("given,index,truth\n");
        for (long id = 3 * SIZE + 10; id >= 0; id--) {
            long label = Blobs.label(id);
            text.append(id % 4 == 0 ? (label + 1) % Blobs.CLASSES : label)
                    .append(',')
                    .append(id)
                    .append(',')
                    .append(label)
                    .append('\n');
        }
        file = Files.writeString(folder.resolve("people.csv"), text);
    }

    private HumanNoise noise(Path path) {
        return new HumanNoise(path.toString(), "given", "index", Optional.of("truth"));
    }

    @Override
    public List<Noise> noises() {
        return List.of(noise(file), new HumanNoise(file.toString(), "given", "index", Optional.empty()));
    }

    @Override
    public boolean exclusive(Noise noise) {
        return true;
    }

    @Override
    public double expected(Noise noise, long[] truth) {
        return SIZE / 4.0;
    }

    @Override
    public double tolerance(Noise noise, long[] truth) {
        return 0;
    }

    @Override
    public boolean drawn() {
        return false;
    }

    private void refused(String text, String message) throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.csv"), text);
        assertThatThrownBy(() -> noise(bad).corrupt(Blobs.of(2), new Seeds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(bad + message);
    }

    @Test
    void whatIsWrongInAFileIsNamedWithItsRow() throws IOException {
        String head = "index,given,truth\n";
        String rows =
                "1," + Blobs.label(1) + "," + Blobs.label(1) + "\n4," + Blobs.label(4) + "," + Blobs.label(4) + "\n";
        noise(Files.writeString(folder.resolve("good.csv"), "\uFEFF" + (head + rows).replace("\n", "\r\n")))
                .corrupt(Blobs.of(2), new Seeds(1));
        refused("", ":1: must have a header, is empty");
        refused("index,given\n", ":1: must have one column truth, has [index, given]");
        refused("index,given,truth,given\n", ":1: must have one column given, has [index, given, truth, given]");
        refused(head, " must have a row for each example, has none for index 1");
        refused(head + "1,0\n", ":2: must have 3 fields, has 2");
        refused(head + rows + "\n", ":4: must have 3 fields, has 1");
        refused(head + "1,cat,0\n", ":2: given must be a whole number from 0 to 9, was \"cat\"");
        refused(head + "1,-1,0\n", ":2: given must be a whole number from 0 to 9, was \"-1\"");
        refused(head + "1,3.0,0\n", ":2: given must be a whole number from 0 to 9, was \"3.0\"");
        refused(head + "1,10,0\n", ":2: given must be a whole number from 0 to 9, was \"10\"");
        refused(head + "x,1,0\n", ":2: index must be a whole number from 0, was \"x\"");
        refused(
                head + "1,\"2\",0\n",
                ":2: must not have quotes, which are not understood here; write plain numbers and commas");
        refused(head + rows + rows, ":4: index 1 stands there twice");
        long other = (Blobs.label(4) + 1) % Blobs.CLASSES;
        refused(
                head + rows.replaceFirst("\n4,(.),.", "\n4,$1," + other),
                ":3: example 4 has truth " + other + ", but the data have label " + Blobs.label(4)
                        + "; the file belongs to other data");
        refused(head + "1".repeat(20_001), ":2: must have at most 20000 characters, has 20001");
        refused(",".repeat(1000), ":1: must have at most 1000 fields, has 1001");
        Path latin = Files.write(folder.resolve("bad.csv"), (head + "\u00e9").getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> noise(latin).corrupt(Blobs.of(2), new Seeds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(latin + ":")
                .hasMessageEndingWith(": must be UTF-8");
    }

    @Test
    void theTruthIsCheckedAgainstTheDataBelowOtherNoise() {
        Corrupted first = new SymmetricNoise(1, false).corrupt(Blobs.of(SIZE), new Seeds(1));
        Corrupted both = noise(file).corrupt(first, new Seeds(1));
        assertThat(both.wrongRate()).isEqualTo(0.25);
        assertThat(both.corruptedRate()).isEqualTo(1);
    }

    @Test
    void aRelativePathIsLookedForInSeveralFolders() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Path there = Files.writeString(other.resolve("x.csv"), "");
        assertThat(LabelFile.find("x.csv", List.of(folder, other))).isEqualTo(there);
        Path here = Files.writeString(folder.resolve("x.csv"), "");
        assertThat(LabelFile.find("x.csv", List.of(folder, other))).isEqualTo(here);
        assertThat(LabelFile.find(there.toString(), List.of(folder))).isEqualTo(there);
        assertThatThrownBy(() -> LabelFile.find("y.csv", List.of(folder, other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("file must be there, is at none of [" + folder.resolve("y.csv") + ", "
                        + other.resolve("y.csv") + "]; give its path or set ROTE_DATA to the folder of data sets");
    }

    @Test
    void emptyNamesAreRefused() {
        assertThatThrownBy(() -> new HumanNoise("a.csv", " ", "index", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("column must not be empty");
    }

    /** The labels of a column of the file, without images. */
    private record Listed(long[] labels) implements Dataset {
        @Override
        public long[] ids() {
            return LongStream.range(0, labels.length).toArray();
        }

        @Override
        public InputShape inputs() {
            return new InputShape.Features(List.of(1L));
        }

        @Override
        public Target target() {
            return new Target.Classes(10);
        }

        @Override
        public Batch batch(long[] ids) {
            long[] wanted = Arrays.stream(ids).map(id -> labels[(int) id]).toArray();
            return new Batch(ids, Place.FLOAT32.zeros(ids.length, 1), Place.FLOAT32.indices(wanted, wanted.length));
        }
    }

    @Test
    void theRatesOfTheRealFileAreThosePublished() throws IOException {
        String root = System.getenv("ROTE_DATA");
        if (root == null) {
            System.err.println("left out: ROTE_DATA is not set, the labels of CIFAR-10N are not looked at");
        }
        Assumptions.assumeTrue(root != null, "ROTE_DATA is not set: the labels of CIFAR-10N are not looked at");
        Path real = Path.of(root, "cifar10n", "CIFAR-10_human.csv");
        long[] truth = Files.readAllLines(real).stream()
                .skip(1)
                .mapToLong(line -> Long.parseLong(line.split(",")[1]))
                .toArray();
        Listed data = new Listed(truth);
        HumanNoise worst = new HumanNoise();
        HumanNoise majority = new HumanNoise(worst.file(), "aggre_label", worst.id(), worst.clean());
        assertThat(worst.corrupt(data, new Seeds(1)).wrongRate()).isCloseTo(0.4021, within(5e-5));
        assertThat(majority.corrupt(data, new Seeds(1)).wrongRate()).isCloseTo(0.0901, within(5e-5));
        truth[77] = (truth[77] + 1) % 10;
        assertThatThrownBy(() -> worst.corrupt(new Listed(truth), new Seeds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(real + ":79: example 77 has clean_label ");
    }
}
