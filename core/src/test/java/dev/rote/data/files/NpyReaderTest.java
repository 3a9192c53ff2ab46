package dev.rote.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.data.Npy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyReaderTest {

    private static final String HEADER = "{'descr': '<i4', 'fortran_order': False, 'shape': (2,), }\n";

    @TempDir
    Path folder;

    private NpyReader open(byte[] bytes) throws IOException {
        return NpyReader.open(Path.of(Made.write(folder, "a.npy", bytes)));
    }

    private void refuses(byte[] bytes, String... words) {
        assertThatThrownBy(() -> open(bytes))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a.npy")
                .hasMessageContainingAll(words);
    }

    /** Two numbers of a type, as their bits. */
    private static byte[] bits(int size, boolean big, long first, long second) {
        ByteBuffer data = ByteBuffer.allocate(2 * size);
        for (int i = 0; i < 2; i++) {
            for (int k = 0; k < size; k++) {
                int shift = 8 * (big ? size - 1 - k : k);
                data.put((byte) ((i == 0 ? first : second) >>> shift));
            }
        }
        return data.array();
    }

    @ParameterizedTest
    @CsvSource({
        "|b1, 1, 0, 1, 0, 1",
        "|u1, 1, 255, 7, 255, 7",
        "|i1, 1, 255, 7, -1, 7",
        "u2, 2, 65535, 258, 65535, 258",
        "i2, 2, 65535, 258, -1, 258",
        "u4, 4, 4294967295, 66051, 4294967295, 66051",
        "i4, 4, 4294967295, 66051, -1, 66051",
        "u8, 8, -1, 5, 18446744073709551616, 5",
        "i8, 8, -1, 72623859790382856, -1, 72623859790382856",
        "f2, 2, 15360, 49152, 1, -2", // 0x3C00, 0xC000
        "f2, 2, 1, 31743, 5.960464477539063e-8, 65504", // smallest subnormal, largest
        "f4, 4, 1065353216, 3221225472, 1, -2",
        "f8, 8, 4607182418800017408, -4611686018427387904, 1, -2"
    })
    void everyTypeInEitherByteOrder(String type, int size, long first, long second, double one, double two)
            throws IOException {
        for (boolean big : new boolean[] {false, true}) {
            String descr = size == 1 ? type : (big ? ">" : "<") + type;
            NpyReader reader = open(Made.npy(descr, false, "(2,)", bits(size, big, first, second)));
            assertThat(reader.dtype()).isEqualTo(descr);
            assertThat(reader.shape()).containsExactly(2);
            assertThat(reader.doubles()).containsExactly(one, two);
        }
    }

    @Test
    void halvesMayBeNoNumbers() throws IOException {
        NpyReader reader = open(Made.npy("<f2", false, "(2,)", bits(2, false, 0x7C00, 0x7E00)));
        assertThat(reader.doubles()).containsExactly(Double.POSITIVE_INFINITY, Double.NaN);
        assertThat(open(Made.npy("<f2", false, "(2,)", bits(2, false, 0x8000, 0xFC00)))
                        .doubles())
                .containsExactly(-0.0, Double.NEGATIVE_INFINITY);
    }

    @Test
    void fortranOrderIsTurned() throws IOException {
        byte[] data = Made.bytes(0, 3, 1, 4, 2, 5); // [[0, 1, 2], [3, 4, 5]], columns first
        NpyReader reader = open(Made.npy("|u1", true, "(2, 3)", data));
        assertThat(reader.doubles()).containsExactly(0, 1, 2, 3, 4, 5);
        byte[] cube = new byte[24];
        for (int i = 0; i < 24; i++) {
            int a = i % 2;
            int b = i / 2 % 3;
            int c = i / 6;
            cube[i] = (byte) (a * 12 + b * 4 + c);
        }
        NpyReader third = open(Made.npy("|u1", true, "(2, 3, 4)", cube));
        for (int i = 0; i < 24; i++) {
            assertThat(third.doubles()[i]).isEqualTo(i);
        }
    }

    @Test
    void everyVersionAndWayToWriteTheHeader() throws IOException {
        for (int version = 1; version <= 3; version++) {
            assertThat(open(Made.npy(version, HEADER, bits(4, false, 1, 2))).doubles())
                    .containsExactly(1, 2);
        }
        String other = "{\"shape\":(1L,2L) ,\n \"fortran_order\" : False,\"descr\":\"<i4\"}";
        assertThat(open(Made.npy(1, other, bits(4, false, 1, 2))).shape()).containsExactly(1, 2);
        assertThat(open(Made.npy("<f8", false, "()", new byte[8])).doubles()).containsExactly(0);
        assertThat(open(Made.npy("<f8", false, "()", new byte[8])).shape()).isEmpty();
        assertThat(open(Made.npy("<f8", false, "(0, 3)", new byte[0])).doubles())
                .isEmpty();
    }

    @Test
    void readsWhatRoteWrites() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npy.of(new double[] {1.5, Double.NaN, -0.0}, 3, 1).write(out);
        NpyReader reader = open(out.toByteArray());
        assertThat(reader.doubles()).containsExactly(1.5, Double.NaN, -0.0);
        assertThat(reader.shape()).containsExactly(3, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "|O; run code",
                "<U5; holds text",
                "|S3; holds text",
                "|V8; structured",
                "<c8; complex",
                "<M8[s]; dates",
                "<f16; is none that is read",
                "=f4; is none that is read",
                "f4; is none that is read",
                "''; is none"
            })
    void otherTypesAreRefusedInWords(String descr, String words) {
        refuses(Made.npy(descr, false, "(1,)", new byte[8]), "type '" + descr + "' is refused", words);
    }

    @Test
    void structuredRowsAreRefusedInWords() {
        String header = "{'descr': [('a', '<f4'), ('b', '<i8')], 'fortran_order': False, 'shape': (1,), }";
        refuses(Made.npy(1, header, new byte[12]), "structured rows");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{'descr': '<i4', 'fortran_order': False}",
                "{'descr': '<i4', 'fortran_order': False, 'shape': (2,), 'more': 'x'}",
                "{'descr': '<i4', 'descr': '<i4', 'fortran_order': False, 'shape': (2,)}",
                "{'descr': '<i4', 'fortran_order': False, 'shape': (2,)} + evil()",
                "{'descr': '<i4', 'fortran_order': 0, 'shape': (2,)}",
                "{'descr': '<i4' 'fortran_order': False, 'shape': (2,)}"
            })
    void otherHeadersAreRefused(String header) {
        refuses(Made.npy(1, header, new byte[8]), "its header must be a dictionary");
    }

    @Test
    void headersThatLieAreRefused() {
        byte[] data = bits(4, false, 1, 2);
        refuses(Made.npy("<i4", false, "(3,)", data), "cut short", "12 bytes", "there are 8");
        refuses(Made.npy("<i4", false, "(1,)", data), "bytes trail", "there are 8");
        refuses(Made.npy("<i4", false, "(4294967296, 4294967296)", data), "more numbers than a file can hold");
        refuses(Made.npy("<i4", false, "(999999999999999999999,)", data), "below 10^18");
        refuses(Made.npy("<i4", false, "(1,,1)", data), "must be a whole number");
        refuses(Made.npy(4, HEADER, data), "the version must be", "was 4.0");
        refuses(Made.bytes(0x93, 'N', 'U', 'M', 'P', 'Y'), "cut short");
        refuses(Made.bytes('P', 'K', 3, 4, 0, 0, 0, 0, 0, 0), "byte 0", "begins with");
        byte[] file = Made.npy(2, HEADER, data);
        file[11] = 0x7F;
        refuses(file, "at most 65536", "says 2130706");
        byte[] shorter = Made.npy(2, HEADER, data);
        shorter[9] = 1;
        refuses(shorter, "cut short", "its header");
    }
}
