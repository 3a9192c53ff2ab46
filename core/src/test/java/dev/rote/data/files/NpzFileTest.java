package dev.rote.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.data.Npy;
import dev.rote.data.Npz;
import dev.rote.data.Parts;
import dev.rote.data.Target;
import dev.rote.tensor.Seeds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzFileTest {

    private static final Seeds SEEDS = new Seeds(1);
    private static final byte[] IMAGES = Made.npy("|u1", false, "(3, 1, 2)", Made.bytes(0, 255, 51, 0, 1, 2));
    private static final byte[] LABELS = Made.npy("<i8", false, "(3, 1)", longs(0, 1, 1));
    private static final byte[] GOOD = Made.zip(
            "train_images.npy",
            IMAGES,
            "train_labels.npy",
            LABELS,
            "test_images.npy",
            IMAGES,
            "test_labels.npy",
            LABELS);

    @TempDir
    Path folder;

    private static byte[] longs(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(values).forEach(bytes::putLong);
        return bytes.array();
    }

    private Parts open(byte[] archive) {
        return new NpzFile(
                        Made.write(folder, "a.npz", archive),
                        "train_images",
                        "train_labels",
                        "test_images",
                        "test_labels",
                        0,
                        List.of("no", "yes"))
                .open(SEEDS);
    }

    private void refuses(byte[] archive, String... words) {
        assertThatThrownBy(() -> open(archive))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.npz")
                .hasMessageContainingAll(words);
    }

    @Test
    void namesOfMedMnistWork() {
        Parts parts = open(GOOD);
        assertThat(parts.get("train").target()).isEqualTo(new Target.Classes(List.of("no", "yes")));
        assertThat(Made.row(parts.get("train"), 1)).containsExactly(0.2f, 0);
        assertThat(parts.get("test").size()).isEqualTo(3);
    }

    @Test
    void arraysInFortranOrderMakeTheSameRows() throws IOException {
        byte[] turned = Made.npy("<f4", true, "(2, 3)", floats(1, 4, 2, 5, 3, 6));
        String x = Made.write(folder, "x.npy", turned);
        String y = Made.write(folder, "y.npy", Made.npy("|b1", false, "(2,)", Made.bytes(1, 0)));
        Parts parts = new NpyFiles(x, y, "", "", 0, List.of()).open(SEEDS);
        assertThat(Made.row(parts.get("train"), 0)).containsExactly(1, 2, 3);
        assertThat(Made.row(parts.get("train"), 1)).containsExactly(4, 5, 6);
        byte[] holed = Made.npy("<f4", true, "(2, 3)", floats(1, 4, 2, Float.NaN, 3, 6));
        assertThatThrownBy(() -> new NpyFiles(Made.write(folder, "x.npy", holed), y, "", "", 0, List.of()).open(SEEDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("x.npy: row 1", "NaN");
    }

    private static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }

    @Test
    void readsWhatRoteWrites() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npz.write(out, Map.of("b", Npy.of(new long[] {4, 5}, 2), "a", Npy.of(new float[0], 0)));
        NpzReader reader = NpzReader.open(Path.of(Made.write(folder, "own.npz", out.toByteArray())));
        assertThat(reader.names()).containsExactly("a", "b");
        assertThat(reader.array("b").doubles()).containsExactly(4, 5);
        assertThat(reader.array("a").count()).isZero();
        assertThatThrownBy(() -> reader.array("c")).hasMessageContaining("has no array 'c', only [a, b]");
    }

    /** A stored entry whose sizes and place stand in the fields for large archives, though they are small. */
    private static byte[] large(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        byte[] name = "a.npy".getBytes(StandardCharsets.US_ASCII);
        int start = 30 + name.length;
        int directory = start + content.length;
        int length = 46 + name.length + 28;
        ByteBuffer zip = ByteBuffer.allocate(directory + length + 56 + 20 + 22).order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(0x04034B50).position(26);
        zip.putShort((short) name.length).putShort((short) 0).put(name).put(content);
        zip.putInt(0x02014B50).position(directory + 16);
        zip.putInt((int) crc.getValue())
                .putInt(-1)
                .putInt(-1)
                .putShort((short) name.length)
                .putShort((short) 28);
        zip.position(directory + 42);
        zip.putInt(-1).put(name).putShort((short) 1).putShort((short) 24);
        zip.putLong(content.length).putLong(content.length).putLong(0);
        zip.putInt(0x06064B50).position(directory + length + 32);
        zip.putLong(1).putLong(length).putLong(directory);
        zip.putInt(0x07064B50).putInt(0).putLong(directory + length).putInt(1);
        zip.putInt(0x06054B50)
                .putInt(0)
                .putShort((short) -1)
                .putShort((short) -1)
                .putInt(-1)
                .putInt(-1);
        return zip.array();
    }

    @Test
    void largeArchivesAreRead() throws IOException {
        NpzReader reader = NpzReader.open(Path.of(Made.write(folder, "large.npz", large(LABELS))));
        assertThat(reader.array("a").doubles()).containsExactly(0, 1, 1);
    }

    @Test
    void damagedArchivesAreRefused() {
        refuses(new byte[0], "no zip archive");
        refuses(Arrays.copyOf(GOOD, GOOD.length - 1), "no zip archive, or cut short");
        refuses(Arrays.copyOf(GOOD, GOOD.length + 1), "bytes trail");
        refuses(Arrays.copyOfRange(GOOD, 10, GOOD.length), "directory");
        byte[] flipped = GOOD.clone();
        flipped[30 + "train_images.npy".length() + 3] ^= 0x55;
        refuses(flipped, "train_images.npy");
        refuses(Made.zip("train_images.npy", IMAGES), "has no array 'train_labels', only [train_images]");
        refuses(
                Made.zip("train_images.npy", Made.bytes(1, 2, 3), "train_labels.npy", LABELS),
                "a.npz: train_images: is cut short");
    }

    @Test
    void checksumsAndSizesAreHeldToTheirWord() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npz.write(out, Map.of("a", Npy.of(new long[] {4, 5}, 2)));
        byte[] stored = out.toByteArray();
        byte[] flipped = stored.clone();
        flipped[30 + 5 + 128] ^= 1; // the first number
        assertThatThrownBy(() -> NpzReader.open(Path.of(Made.write(folder, "b.npz", flipped)))
                        .array("a"))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("b.npz: a.npy", "checksum");
        byte[] lying = stored.clone();
        int directory = stored.length - 22 - 46 - 5;
        ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putInt(directory + 24, 99);
        assertThatThrownBy(() -> NpzReader.open(Path.of(Made.write(folder, "c.npz", lying))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("do not match");
        byte[] bomb = GOOD.clone();
        int first = indexOf(bomb, Made.bytes('P', 'K', 1, 2));
        ByteBuffer.wrap(bomb).order(ByteOrder.LITTLE_ENDIAN).putInt(first + 24, 0x7FFFFFFF);
        refuses(bomb, "2147483647 bytes", "cannot hold so many");
        ByteBuffer.wrap(bomb).order(ByteOrder.LITTLE_ENDIAN).putInt(first + 24, IMAGES.length - 1);
        refuses(bomb, "holds more than the");
        byte[] encrypted = GOOD.clone();
        encrypted[first + 8] |= 1;
        refuses(encrypted, "not encrypted");
    }

    private static int indexOf(byte[] in, byte[] what) {
        return new String(in, StandardCharsets.ISO_8859_1).indexOf(new String(what, StandardCharsets.ISO_8859_1));
    }

    @Test
    void namesTwiceAndTooManyNamesAreRefused() {
        byte[] twice = Made.zip("train_images.npy", IMAGES, "train_imagez.npy", LABELS);
        String text = new String(twice, StandardCharsets.ISO_8859_1).replace("imagez", "images");
        refuses(text.getBytes(StandardCharsets.ISO_8859_1), "holds train_images.npy twice");
        Object[] many = new Object[2 * (ZipDirectory.MOST_ENTRIES + 1)];
        for (int i = 0; i < many.length; i += 2) {
            many[i] = "a" + i;
            many[i + 1] = new byte[0];
        }
        refuses(Made.zip(many), "at most 4096 entries", "was 4097");
    }

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> new NpzFile("a.npz", "x", "x", "", "", 0, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("named once");
        assertThatThrownBy(() -> new NpyFiles("x", "", "", "", 0, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("train_labels");
    }
}
