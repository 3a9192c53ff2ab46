package dev.rote.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.data.Examples;
import dev.rote.data.Parts;
import dev.rote.data.Target;
import dev.rote.tensor.Seeds;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarBinaryTest {

    private static final Seeds SEEDS = new Seeds(1);

    @TempDir
    Path folder;

    /** Records with these labels; every pixel of record i is i. */
    static byte[] records(int... labels) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < labels.length; i++) {
            byte[] record = new byte[3073];
            Arrays.fill(record, (byte) i);
            record[0] = (byte) labels[i];
            record[1 + 1024] = (byte) 255; // the first green
            out.writeBytes(record);
        }
        return out.toByteArray();
    }

    private void refuses(CifarBinary source, String... words) {
        assertThatThrownBy(() -> source.open(SEEDS))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(words);
    }

    private CifarBinary source(byte[] train) {
        return new CifarBinary(List.of(Made.write(folder, "train.bin", train)), List.of(), 0, List.of());
    }

    @Test
    void recordsOfSeveralFilesAreOneSequence() {
        String one = Made.write(folder, "one.bin", records(3, 9));
        String two = Made.write(folder, "two.bin.gz", Made.gzip(records(0, 1, 2)));
        String test = Made.write(folder, "test.bin", records(5));
        Parts parts = new CifarBinary(List.of(one, two), List.of(test), 0, List.of()).open(SEEDS);
        Examples train = (Examples) parts.get("train");
        assertThat(train.labels()).containsExactly(3, 9, 0, 1, 2);
        assertThat(train.inputs().dims()).containsExactly(3L, 32L, 32L);
        assertThat(train.target()).isEqualTo(new Target.Classes(10));
        for (int id = 0; id < 5; id++) {
            float[] row = Made.row(train, id);
            float expected = (id < 2 ? id : id - 2) / 255f;
            assertThat(row[0]).isEqualTo(expected);
            assertThat(row[1024]).isEqualTo(1);
            assertThat(row[3071]).isEqualTo(expected);
        }
        assertThat(parts.get("test").ids()).containsExactly(0);
        assertThatThrownBy(() -> train.rows().read(5, new float[3072], 0)).hasMessageContaining("was 5");
    }

    @Test
    void whatIsNoRecordsIsRefused() {
        refuses(source(new byte[0]), "train.bin", "records of 3073 bytes", "has 0 bytes");
        refuses(source(new byte[3074]), "has 3074 bytes, 1 more");
        refuses(source(Arrays.copyOf(records(1, 2), 3073 + 5)), "has 3078 bytes, 5 more");
        refuses(source(records(1, 10)), "train.bin: record 1 (byte 3073)", "from 0 to 9", "was 10");
        refuses(source(records(4, 4)), "only one class");
        byte[] gzip = Made.gzip(records(1, 2));
        refuses(source(Arrays.copyOf(gzip, gzip.length - 8)), "train.bin");
        refuses(source(Arrays.copyOf(gzip, 10)), "cut short", "this has 10");
        byte[] lying = gzip.clone();
        lying[gzip.length - 1] = 0x7F;
        refuses(source(lying), "cannot hold so many");
        lying[gzip.length - 1] = 0;
        lying[gzip.length - 4] ^= 1;
        refuses(source(lying), "train.bin");
    }

    @Test
    void aByteHoldsMoreThanACenturyOfClasses() {
        List<String> names = IntStream.range(0, 256).mapToObj(Integer::toString).toList();
        String file = Made.write(folder, "a.bin", records(0, 255));
        Parts parts = new CifarBinary(List.of(file), List.of(), 0, names).open(SEEDS);
        assertThat(((Examples) parts.get("train")).labels()).containsExactly(0, 255);
    }

    @Test
    void filesAreNamedOnceAndThere() {
        String file = Made.write(folder, "a.bin", records(0, 1));
        refuses(new CifarBinary(List.of(file), List.of(file), 0, List.of()), "a.bin: is named twice");
        refuses(new CifarBinary(List.of(file + "x"), List.of(), 0, List.of()), "there is no such file");
        refuses(new CifarBinary(List.of(file), List.of(), 0, List.of("only")), "from 0 to 0", "was 1");
        assertThatThrownBy(() -> new CifarBinary(List.of(), List.of(), 0, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("train must name at least one file, was []");
    }
}
