package dev.rote.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rote.tensor.Safetensors.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {

    @TempDir
    Path folder;

    private static Entry floats(float... values) {
        ByteBuffer data = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        data.asFloatBuffer().put(values);
        return new Entry(DType.FLOAT32, List.of((long) values.length), data);
    }

    private static Entry zeros(DType dtype, Long... shape) {
        List<Long> sizes = List.of(shape);
        return new Entry(dtype, sizes, ByteBuffer.allocate((int) SafetensorsHeader.bytes(dtype, sizes)));
    }

    private static byte[] bytes(Map<String, Entry> tensors, Map<String, String> metadata) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Safetensors.write(Channels.newChannel(out), tensors, metadata);
        return out.toByteArray();
    }

    /** A file with this header text and this many zero bytes after it. */
    private Path file(String header, int dataBytes) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer all = ByteBuffer.allocate(8 + text.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        all.putLong(text.length).put(text);
        return Files.write(folder.resolve("made.safetensors"), all.array());
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        Map<String, Entry> tensors = new LinkedHashMap<>();
        tensors.put("z.flags", new Entry(DType.BOOL, List.of(3L), ByteBuffer.wrap(new byte[] {1, 0, 1})));
        tensors.put("weight \"ü\"", floats(1.5f, -0f, Float.NaN));
        tensors.put("empty", zeros(DType.INT64, 0L, 7L));
        tensors.put("scalar", zeros(DType.FLOAT64));
        tensors.put("half", zeros(DType.BFLOAT16, 2L, 2L));
        Map<String, String> metadata = Map.of("step", "10", "note", "line\nbreak");
        Path file = folder.resolve("a.safetensors");

        Safetensors.write(file, tensors, metadata);
        Safetensors.Contents read = Safetensors.read(file);

        assertThat(read.tensors()).isEqualTo(tensors);
        assertThat(read.metadata()).isEqualTo(metadata);
        assertThat(read.tensors().get("weight \"ü\"").data().getFloat()).isEqualTo(1.5f);
    }

    @Test
    void sameContentGivesSameBytesInAnyOrder() throws IOException {
        Map<String, Entry> forward = new LinkedHashMap<>();
        forward.put("a", floats(1));
        forward.put("b", zeros(DType.INT64, 2L));
        Map<String, Entry> backward = new LinkedHashMap<>();
        backward.put("b", zeros(DType.INT64, 2L));
        backward.put("a", floats(1));

        assertThat(bytes(forward, Map.of("x", "1", "y", "2"))).isEqualTo(bytes(backward, Map.of("y", "2", "x", "1")));
    }

    @Test
    void layoutIsTheOneOthersRead() throws IOException {
        Map<String, Entry> tensors = Map.of("flag", zeros(DType.BOOL, 1L), "w", floats(2));
        String header =
                "{\"__metadata__\":{\"k\":\"v\"},\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
                        + "\"flag\":{\"dtype\":\"BOOL\",\"shape\":[1],\"data_offsets\":[4,5]}}";
        int padded = (header.length() + 7) / 8 * 8;

        ByteBuffer file = ByteBuffer.wrap(bytes(tensors, Map.of("k", "v"))).order(ByteOrder.LITTLE_ENDIAN);

        assertThat(file.getLong()).isEqualTo(padded);
        assertThat(new String(file.array(), 8, padded, StandardCharsets.UTF_8))
                .isEqualTo(header + " ".repeat(padded - header.length()));
        assertThat(file.getFloat(8 + padded)).isEqualTo(2f);
        assertThat(file.capacity()).isEqualTo(8 + padded + 5);
    }

    @Test
    void entryRefusesDataOfAnotherLength() {
        assertThatThrownBy(() -> new Entry(DType.FLOAT32, List.of(2L, 3L), ByteBuffer.allocate(23)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an array FLOAT32 [2, 3] needs 24 bytes of data, was given 23");
        assertThatThrownBy(() -> new Entry(DType.FLOAT32, List.of(-1L), ByteBuffer.allocate(0)))
                .hasMessageContaining("at least 0, was -1");
        assertThatThrownBy(() -> new Entry(DType.FLOAT32, List.of(1L << 62, 4L), ByteBuffer.allocate(0)))
                .hasMessageContaining("more bytes than a file can hold");
    }

    @Test
    void refusedNamesLeaveTheOldFileAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("old"), "old");
        assertThatThrownBy(() -> Safetensors.write(file, Map.of("__metadata__", floats(1)), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("__metadata__");
        assertThatThrownBy(() -> Safetensors.write(file, Map.of("\ud800", floats(1)), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("surrogate");
        assertThat(file).hasContent("old");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|0|header must begin with '{'",
                "{}x|0|only spaces may follow",
                "{} {}|0|must be one JSON object",
                "{|0|only spaces may follow",
                "{\"a\":1}|0|tensor 'a': its description must be an object, found a whole number",
                "{\"__metadata__\":{\"k\":1}}|0|__metadata__ 'k' must be a text",
                "{\"__metadata__\":{\"k\":\"1\",\"k\":\"2\"}}|0|Duplicate field 'k'",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]}}|1|tensor 'a': dtype must be one of F32, F64, BF16, I64, BOOL, was 'U8'",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}|4|tensor 'a': FLOAT32 [2] needs 8 bytes, data_offsets give 4",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}}|4|begin at most end, was [4, 0]",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4]}}|4|begin at most end, was [4]",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4,8]}}|4|at most 2 numbers",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}|4|numbers of at least 0",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.0],\"data_offsets\":[0,4]}}|4|each number of shape must be a whole number",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[99999999999999999999],\"data_offsets\":[0,4]}}|4|not valid JSON",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904,4],\"data_offsets\":[0,4]}}|4|more bytes than a file can hold",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1073741824],\"data_offsets\":[0,4294967296]}}|4|below 2 GiB",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1]}}|4|dtype, shape and data_offsets must all be given",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],\"x\":1}}|4|unknown field 'x'",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[[1]],\"data_offsets\":[0,4]}}|4|each number of shape",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}|8|a hole of 4 bytes",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[2,6]}}|6|tensor 'b': it overlaps",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}|4|overlaps",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}|8|Duplicate field 'a'",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}|3|cut short",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}|5|1 bytes follow the last tensor",
                "{\"\\ud800\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}|0|surrogate",
            })
    void refusesWithFileAndRule(String header, int dataBytes, String rule) throws IOException {
        Path file = file(header, dataBytes);
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(rule);
    }

    @Test
    void refusesDeepNestingManyDimensionsAndOddBooleans() throws IOException {
        Path deep = file("{\"a\":" + "[".repeat(100_000) + "}", 0);
        assertThatThrownBy(() -> Safetensors.read(deep)).isInstanceOf(IOException.class);
        Path rank = file("{\"a\":{\"dtype\":\"F32\",\"shape\":[" + "1,".repeat(64) + "1],\"data_offsets\":[0,4]}}", 4);
        assertThatThrownBy(() -> Safetensors.read(rank)).hasMessageContaining("at most 64 numbers");
        Path odd = file("{\"a\":{\"dtype\":\"BOOL\",\"shape\":[1],\"data_offsets\":[0,1]}}", 1);
        byte[] bytes = Files.readAllBytes(odd);
        bytes[bytes.length - 1] = 2;
        Files.write(odd, bytes);
        assertThatThrownBy(() -> Safetensors.read(odd)).hasMessageContaining("must be 0 or 1, was 2");
    }

    @Test
    void refusesLyingLengthsWithoutBelievingThem() throws IOException {
        for (long length : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, 100_000_001, 100_000_000, 1}) {
            byte[] bytes = ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(length)
                    .array();
            Path file = Files.write(folder.resolve("lying"), bytes);
            assertThatThrownBy(() -> Safetensors.read(file)).as("%d", length).isInstanceOf(IOException.class);
        }
    }

    @Test
    void refusesMalformedUtf8AndMissingFiles() throws IOException {
        Path file = file("{\"a?\":{}}", 0);
        byte[] bytes = Files.readAllBytes(file);
        bytes[8 + 3] = (byte) 0xff;
        Files.write(file, bytes);
        assertThatThrownBy(() -> Safetensors.read(file)).hasMessageContaining("not valid UTF-8");
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> Safetensors.read(missing))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(missing + ": there is no such file");
    }

    @Test
    void everyCutIsRefusedAndEveryFlipGivesAnIoExceptionOrAFile() throws IOException {
        byte[] whole = bytes(Map.of("a", floats(1, 2, 3), "b", zeros(DType.BOOL, 2L)), Map.of("k", "v"));
        Path file = folder.resolve("cut");
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(IOException.class);
        }
        Random random = new Random(1);
        for (int trial = 0; trial < 2000; trial++) {
            byte[] flipped = whole.clone();
            for (int i = 0; i <= trial % 4; i++) {
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, flipped);
            try {
                assertThat(Safetensors.read(file).tensors()).isNotEmpty();
            } catch (IOException expected) {
                assertThat(expected).hasMessageStartingWith(file.toString());
            }
        }
    }

    @Test
    void aFolderInTheWayIsSaidAndStays() throws IOException {
        Path sub = Files.createDirectory(folder.resolve("sub"));
        assertThatThrownBy(() -> Safetensors.write(sub, Map.of("a", floats(1)), Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(sub + ": could not be written: ");
        assertThat(sub).isDirectory();
    }

    @Test
    void fullDiskIsSaidAndNothingElse() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "this system has no /dev/full");
        assertThatThrownBy(() -> Safetensors.write(full, Map.of("a", floats(1)), Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/dev/full: could not be written: No space left on device");
    }
}
