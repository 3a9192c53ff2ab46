package dev.rote.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class NpzTest {

    private static byte[] npy(Npy array) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        array.write(out);
        assertThat(array.length()).isEqualTo(out.size());
        return out.toByteArray();
    }

    private static byte[] npz(Map<String, Npy> arrays) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npz.write(out, arrays);
        return out.toByteArray();
    }

    @Test
    void headerIsWhatNumpyExpects() throws IOException {
        byte[] bytes = npy(Npy.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3));
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);

        assertThat(new String(bytes, 0, 6, StandardCharsets.ISO_8859_1)).isEqualTo("\u0093NUMPY");
        assertThat(buffer.getShort(6)).isEqualTo((short) 1);
        int start = 10 + buffer.getShort(8);
        assertThat(start % 64).isZero();
        assertThat(new String(bytes, 10, start - 10, StandardCharsets.US_ASCII))
                .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3,), }")
                .endsWith(" \n");
        assertThat(buffer.getFloat(start + 5 * 4)).isEqualTo(6f);
    }

    @Test
    void everyTypeKeepsItsValues() throws IOException {
        assertThat(last(npy(Npy.of(new double[] {0.1}, 1)), 8).getDouble()).isEqualTo(0.1);
        assertThat(last(npy(Npy.of(new long[] {Long.MIN_VALUE})), 8).getLong()).isEqualTo(Long.MIN_VALUE);
        assertThat(last(npy(Npy.of(new int[] {7, -9}, 2)), 4).getInt()).isEqualTo(-9);
    }

    private static ByteBuffer last(byte[] bytes, int count) {
        return ByteBuffer.wrap(bytes, bytes.length - count, count).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void arraysBeyondOneChunkAreWhole() throws IOException {
        double[] values = IntStream.range(0, 20_001).mapToDouble(i -> i).toArray();
        byte[] bytes = npy(Npy.of(values, values.length));
        assertThat(bytes).hasSize(128 + 8 * values.length);
        assertThat(last(bytes, 8).getDouble()).isEqualTo(20_000);
    }

    @Test
    void refusesShapesThatDoNotFit() {
        assertThatThrownBy(() -> Npy.of(new int[5], 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shape [2, 3] needs 6 values, was given 5");
        assertThatThrownBy(() -> Npy.of(new int[0], -1)).hasMessageContaining("was -1");
    }

    @Test
    void archiveIsSortedStoredAndTheSameEverywhere() throws IOException {
        Map<String, Npy> arrays = new LinkedHashMap<>();
        arrays.put("b", Npy.of(new int[] {1}, 1));
        arrays.put("a", Npy.of(new double[0], 0));
        TimeZone zone = TimeZone.getDefault();
        byte[] here = npz(arrays);
        byte[] there;
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            there = npz(new LinkedHashMap<>(Map.copyOf(arrays)));
        } finally {
            TimeZone.setDefault(zone);
        }
        assertThat(there).isEqualTo(here);

        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(here));
        ZipEntry first = zip.getNextEntry();
        assertThat(first.getName()).isEqualTo("a.npy");
        assertThat(first.getMethod()).isEqualTo(ZipEntry.STORED);
        assertThat(zip.readAllBytes()).isEqualTo(npy(arrays.get("a")));
        assertThat(zip.getNextEntry().getName()).isEqualTo("b.npy");
        assertThat(zip.readAllBytes()).isEqualTo(npy(arrays.get("b")));
        assertThat(zip.getNextEntry()).isNull();
    }

    @Test
    void refusesNamesThatCouldLeaveTheArchive() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> Npz.write(out, Map.of("../x", Npy.of(new int[0], 0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'../x'");
        assertThat(out.size()).isZero();
    }
}
