package dev.rote.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.data.Examples;
import dev.rote.data.Parts;
import dev.rote.data.Target;
import dev.rote.tensor.Seeds;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFolderTest {

    private static final Seeds SEEDS = new Seeds(1);

    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void twoClasses() throws IOException {
        root = folder.resolve("train");
        Files.createDirectories(root.resolve("dog"));
        Files.createDirectories(root.resolve("cat/deep"));
        picture("cat/b.png", "png", BufferedImage.TYPE_INT_RGB, 0xFF0000);
        picture("cat/deep/a.bmp", "bmp", BufferedImage.TYPE_INT_RGB, 0x00FF00);
        picture("dog/a.gif", "gif", BufferedImage.TYPE_INT_RGB, 0x0000FF);
    }

    private void picture(String name, String format, int type, int colour) throws IOException {
        BufferedImage image = new BufferedImage(4, 2, type);
        for (int i = 0; i < 8; i++) {
            image.setRGB(i % 4, i / 4, colour);
        }
        assertThat(ImageIO.write(image, format, root.resolve(name).toFile())).isTrue();
    }

    private ImageFolder source(int height, int width, int channels) {
        return new ImageFolder(root.toString(), "", 0, List.of(height, width), channels);
    }

    private Examples train(int height, int width, int channels) {
        return (Examples) source(height, width, channels).open(SEEDS).get("train");
    }

    private void refuses(String... words) {
        assertThatThrownBy(() -> {
                    Examples train = train(2, 2, 3);
                    for (long id : train.ids()) {
                        Made.row(train, id);
                    }
                })
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(words);
    }

    @Test
    void foldersAreClassesAndSortedPathsAreIds() {
        Examples train = train(2, 4, 3);
        assertThat(train.target()).isEqualTo(new Target.Classes(List.of("cat", "dog")));
        assertThat(train.labels()).containsExactly(0, 0, 1);
        assertThat(train.inputs().dims()).containsExactly(3L, 2L, 4L);
        for (int id = 0; id < 3; id++) { // b.png is red, deep/a.bmp green, a.gif blue
            float[] row = Made.row(train, id);
            for (int channel = 0; channel < 3; channel++) {
                assertThat(row[channel * 8]).isEqualTo(channel == id ? 1 : 0);
                assertThat(row[channel * 8 + 7]).isEqualTo(channel == id ? 1 : 0);
            }
        }
    }

    @Test
    void colourBecomesGreyAsInBt601() {
        Examples train = train(1, 1, 1);
        assertThat(Made.row(train, 0)[0]).isCloseTo(0.299f, within(1e-6f));
        assertThat(Made.row(train, 1)[0]).isCloseTo(0.587f, within(1e-6f));
        assertThat(Made.row(train, 2)[0]).isCloseTo(0.114f, within(1e-6f));
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
    void greyStaysAsItIsStored(int type) throws IOException {
        BufferedImage image = new BufferedImage(16, 16, type);
        int most = type == BufferedImage.TYPE_BYTE_GRAY ? 255 : 65535;
        for (int i = 0; i < 256; i++) {
            image.getRaster().setSample(i % 16, i / 16, 0, i * most / 255);
        }
        assertThat(ImageIO.write(image, "png", root.resolve("cat/a.png").toFile()))
                .isTrue();
        float[] row = Made.row(train(16, 16, 3), 0);
        for (int i = 0; i < 3 * 256; i++) {
            assertThat(row[i]).isCloseTo(i % 256 / 255f, within(1e-6f));
        }
    }

    @Test
    void photographsAreNearWhatWasWritten() throws IOException {
        picture("cat/a.jpeg", "jpg", BufferedImage.TYPE_INT_RGB, 0x3366CC);
        float[] row = Made.row(train(2, 4, 3), 0);
        assertThat(row[0]).isCloseTo(0x33 / 255f, within(0.02f));
        assertThat(row[8]).isCloseTo(0x66 / 255f, within(0.02f));
        assertThat(row[16]).isCloseTo(0xCC / 255f, within(0.02f));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA", // lossy, 1 x 1
                "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==" // lossless, 1 x 1
            })
    void webpIsDecoded(String base64) throws IOException {
        Files.write(root.resolve("cat/a.webp"), Base64.getDecoder().decode(base64));
        float[] row = Made.row(train(2, 2, 3), 0);
        assertThat(row).hasSize(12).containsOnly(row[0]);
    }

    @Test
    void aTestFolderHasTheSameClasses() throws IOException {
        Path test = folder.resolve("test");
        Files.createDirectories(test.resolve("cat"));
        Files.copy(root.resolve("cat/b.png"), test.resolve("cat/c.PNG"));
        ImageFolder both = new ImageFolder(root.toString(), test.toString(), 0, List.of(2, 2), 3);
        assertThatThrownBy(() -> both.open(SEEDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("test: its classes must be those of", "[cat, dog], were [cat]");
        Files.createDirectories(test.resolve("dog"));
        Files.copy(root.resolve("cat/b.png"), test.resolve("dog/c.png"));
        Parts parts = both.open(SEEDS);
        assertThat(parts.get("test").ids()).containsExactly(0, 1);
        ImageFolder same = new ImageFolder(root.toString(), root + "/.", 0, List.of(2, 2), 3);
        assertThatThrownBy(() -> same.open(SEEDS)).hasMessageContaining("is named twice");
    }

    @Test
    void aSplitIsDrawnWhereThereIsNoTestFolder() throws IOException {
        for (int i = 0; i < 10; i++) {
            picture("dog/" + i + ".png", "png", BufferedImage.TYPE_INT_RGB, i);
            picture("cat/" + i + ".png", "png", BufferedImage.TYPE_INT_RGB, i);
        }
        ImageFolder source = new ImageFolder(root.toString(), "", 0.5, List.of(2, 2), 3);
        Examples test = (Examples) source.open(SEEDS).get("test");
        assertThat(test.size()).isEqualTo(12);
        assertThat(Arrays.stream(test.labels()).sum()).isEqualTo(6);
        assertThat(source.open(SEEDS).get("test").ids()).containsExactly(test.ids());
    }

    @Test
    void whatIsNoPictureIsNamed() throws IOException {
        Path note = Files.writeString(root.resolve("dog/notes.txt"), "x");
        refuses("notes.txt", "is no picture by its name", "take it away");
        Files.delete(note);
        Path hidden = Files.writeString(root.resolve("dog/.DS_Store"), "x");
        assertThat(train(2, 2, 3).size()).isEqualTo(3);
        Files.delete(hidden);
        Path stray = Files.writeString(root.resolve("list.csv"), "x");
        refuses("list.csv", "must be a folder");
        Files.delete(stray);
        Files.createDirectories(root.resolve("empty"));
        refuses("empty: holds no picture");
    }

    @Test
    void foldersThatMakeNoDataAreRefused() throws IOException {
        assertThatThrownBy(() -> new ImageFolder(folder + "/gone", "", 0, List.of(2, 2), 3).open(SEEDS))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gone: there is no such folder");
        Path none = Files.createDirectories(folder.resolve("none"));
        assertThatThrownBy(() -> new ImageFolder(none.toString(), "", 0, List.of(2, 2), 3).open(SEEDS))
                .hasMessageContaining("holds no folders");
        Files.delete(root.resolve("dog/a.gif"));
        Files.delete(root.resolve("dog"));
        refuses("only one class");
    }

    @Test
    void linksThatLeadOutAreRefused() throws IOException {
        Path outside = Files.copy(root.resolve("cat/b.png"), folder.resolve("outside.png"));
        Path inside = Files.createSymbolicLink(root.resolve("dog/in.png"), root.resolve("cat/b.png"));
        assertThat(Made.row(train(2, 2, 3), 3)[0]).isEqualTo(1);
        Files.delete(inside);
        Path link = Files.createSymbolicLink(root.resolve("dog/out.png"), outside);
        refuses("out.png: is a link that leads out of");
        Files.delete(link);
        link = Files.createSymbolicLink(root.resolve("dog/broken.png"), folder.resolve("gone.png"));
        refuses("broken.png: is a link, and there is no such file");
        Files.delete(link);
        link = Files.createSymbolicLink(root.resolve("dog/folder"), root);
        refuses("folder: is a link, and must be a file");
        Files.delete(link);
        Files.createSymbolicLink(root.resolve("bird"), root.resolve("dog"));
        refuses("bird: must be a folder");
    }

    @ParameterizedTest
    @CsvSource({"png, 40", "jpg, 150", "bmp, 20", "gif, 12"})
    void damagedPicturesAreNamed(String format, int length) throws IOException {
        picture("cat/a." + format, format, BufferedImage.TYPE_INT_RGB, 0x112233);
        Path file = root.resolve("cat/a." + format);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, length));
        refuses("a." + format + ": cannot be decoded", "take it away");
        Files.write(file, new byte[0]);
        refuses("a." + format + ": cannot be decoded", "no png, jpeg");
        Files.write(file, "<svg onload='x'/>".getBytes());
        refuses("a." + format + ": cannot be decoded", "no png, jpeg");
    }

    /** A png that says it is huge, in a few bytes. */
    private static byte[] bomb(int width, int height) {
        ByteBuffer chunk = ByteBuffer.allocate(17);
        chunk.put("IHDR".getBytes()).putInt(width).putInt(height).put(Made.bytes(8, 2, 0, 0, 0));
        CRC32 crc = new CRC32();
        crc.update(chunk.array());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Made.bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13));
        out.writeBytes(chunk.array());
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
        out.writeBytes(Made.bytes(0, 0, 0, 0, 'I', 'D', 'A', 'T', 0x35, 0xAF, 0x06, 0x1E));
        return out.toByteArray();
    }

    @Test
    void pixelsAreCountedBeforeTheyAreDecoded() throws IOException {
        Files.write(root.resolve("cat/a.png"), bomb(30_000, 30_000));
        refuses("a.png", "30000 x 30000");
        Files.write(root.resolve("cat/a.png"), bomb(1, 1 << 30));
        refuses("a.png", "1 x 1073741824");
    }

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> source(0, 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("size must be [height, width], each from 1 to 4096, was [0, 2]");
        assertThatThrownBy(() -> source(2, 2, 4)).hasMessage("channels must be 1 or 3, was 4");
        assertThatThrownBy(() -> new ImageFolder("", "", 0, List.of(1, 1), 1))
                .hasMessage("train must name a folder, was empty");
        assertThatThrownBy(() -> new ImageFolder("a", "", 0, List.of(1), 1)).hasMessageContaining("was [1]");
    }

    @Test
    void resizingIsAWeightedMean() {
        float[] four = {1, 2, 4, 8};
        float[] two = new float[2];
        Resize.bilinear(four, 4, two, 0, 1, 2);
        // Triangles of half-width 2 around 1 and 3: weights 3/4, 3/4, 1/4 of the pixels at 1/2, 3/2, 5/2.
        assertThat(two[0]).isCloseTo((0.75f * 1 + 0.75f * 2 + 0.25f * 4) / 1.75f, within(1e-6f));
        assertThat(two[1]).isCloseTo((0.25f * 2 + 0.75f * 4 + 0.75f * 8) / 1.75f, within(1e-6f));
        float[] wide = new float[5];
        Resize.bilinear(new float[] {1, 3}, 1, wide, 1, 4, 1);
        assertThat(wide).containsExactly(0, 1, 1.5f, 2.5f, 3);
        float[] same = new float[4];
        Resize.bilinear(four, 2, same, 0, 2, 2);
        assertThat(same).containsExactly(four);
    }
}
