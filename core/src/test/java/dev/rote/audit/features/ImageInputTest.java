package dev.rote.audit.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.rote.data.Npy;
import dev.rote.data.Npz;
import dev.rote.tensor.Seeds;
import dev.rote.yaml.Problem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageInputTest {

    private static final Seeds SEEDS = new Seeds(0);

    @TempDir
    private Path folder;

    private void picture(String name, int side, int number, boolean grey) throws IOException {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < side * side; i++) {
            int red = SEEDS.of(number).below(256, 3L * i);
            int green = grey ? red : SEEDS.of(number).below(256, 3L * i + 1);
            int blue = grey ? red : SEEDS.of(number).below(256, 3L * i + 2);
            image.setRGB(i % side, i / side, red << 16 | green << 8 | blue);
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    private Input read() {
        return ImageInput.read(folder, SEEDS);
    }

    @Test
    void aFolderOfColouredPicturesIsRead() throws IOException {
        for (int i = 0; i < 8; i++) {
            picture((i % 2 == 0 ? "cats/" : "dogs/") + i + ".png", 20, i == 6 ? 2 : i, false);
        }
        Input input = read();
        assertThat(input.classes()).containsExactly("cats", "dogs");
        assertThat(input.labels()).containsExactly(0, 0, 0, 0, 1, 1, 1, 1);
        assertThat(input.ids()).startsWith("cats/0.png", "cats/2.png");
        assertThat(input.features().plain().columns()).isEqualTo(3 * 14 * 14);
        assertThat(input.pictures().orElseThrow().inputs().dims()).containsExactly(3L, 20L, 20L);
        assertThat(input.duplicates()).hasSize(1);
        assertThat(input.duplicates().get(0)).containsExactly(1, 3);
        byte[] png = ((Exhibit.Picture) input.exhibits().of(2, 0, 1)).png();
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(png));
        BufferedImage stored = ImageIO.read(folder.resolve("cats/4.png").toFile());
        assertThat(shown.getRGB(3, 5)).isEqualTo(stored.getRGB(3, 5));
    }

    @Test
    void greyPicturesHaveOneChannel() throws IOException {
        for (int i = 0; i < 6; i++) {
            picture((i % 2 == 0 ? "a/" : "b/") + i + ".png", 10, i, true);
        }
        Input input = read();
        assertThat(input.features().plain().columns()).isEqualTo(100);
        assertThat(input.pictures().orElseThrow().inputs().dims()).containsExactly(1L, 10L, 10L);
        float[] pixels = new float[100];
        input.pictures().orElseThrow().rows().read(0, pixels, 0);
        assertThat(input.features().plain().at(0, 42)).isEqualTo(pixels[42]);
    }

    @Test
    void brokenPicturesAreNamedAndLeftOutUnlessTheyAreMost() throws IOException {
        for (int i = 0; i < 6; i++) {
            picture((i % 2 == 0 ? "a/" : "b/") + i + ".png", 16, i, false);
        }
        Files.writeString(folder.resolve("a/1broken.png"), "no picture");
        Input input = read();
        assertThat(input.size()).isEqualTo(6);
        assertThat(input.rows()).containsExactly(0, 2, 3, 4, 5, 6);
        assertThat(input.ids().get(1)).isEqualTo("a/2.png");
        assertThat(String.join(" ", input.notices()))
                .contains("1 picture that cannot be decoded is left out")
                .contains("1broken.png");
        assertThat(input.pictures().orElseThrow().ids()).containsExactly(0, 2, 3, 4, 5, 6);
        for (int i = 0; i < 12; i++) {
            Files.writeString(folder.resolve("b/x" + i + ".jpg"), "no picture");
        }
        assertThatThrownBy(this::read)
                .isInstanceOf(Problem.class)
                .hasMessageContaining("13 of 19 pictures cannot be decoded")
                .hasMessageContaining("more");
    }

    @Test
    void partsInsteadOfClassesAreRefused() throws IOException {
        picture("train/a/1.png", 8, 1, false);
        picture("test/a/1.png", 8, 1, false);
        assertThatThrownBy(this::read).isInstanceOf(Problem.class).hasMessageContaining("[test, train]");
        assertThatThrownBy(() -> ImageInput.read(folder.resolve("nowhere"), SEEDS))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Inputs.open(folder.toString(), Optional.of(new Columns("y")), false, SEEDS))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no columns");
    }

    private Path archive(String inputs, Npy array, int count) throws IOException {
        long[] labels = new long[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % 2 == 0 ? 3 : 7;
        }
        Path file = folder.resolve("data.npz");
        try (OutputStream out = Files.newOutputStream(file)) {
            Npz.write(out, Map.of(inputs, array, "labels", Npy.of(labels, count)));
        }
        return file;
    }

    @Test
    void arraysWithChannelsLastAreTurned() throws IOException {
        float[] values = new float[4 * 5 * 6 * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) SEEDS.of("v").uniform(i);
        }
        Input input = ImageInput.read(archive("images", Npy.of(values, 4, 5, 6, 3), 4), SEEDS);
        assertThat(input.classes()).containsExactly("3", "7");
        assertThat(input.labels()).containsExactly(0, 1, 0, 1);
        assertThat(input.pictures().orElseThrow().inputs().dims()).containsExactly(3L, 5L, 6L);
        assertThat(input.pictures().orElseThrow().labels()).containsExactly(0, 1, 0, 1);
        // example 1, channel 2, row 3, column 4
        assertThat(input.features().plain().at(1, 2 * 30 + 3 * 6 + 4)).isEqualTo(values[90 + (3 * 6 + 4) * 3 + 2]);
    }

    @Test
    void arraysOfNumbersAreRows() throws IOException {
        float[] values = new float[40 * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) SEEDS.of("v").gaussian(i);
        }
        Input input = ImageInput.read(archive("inputs", Npy.of(values, 40, 3), 40), SEEDS);
        assertThat(input.pictures()).isEmpty();
        assertThat(input.features().plain().values()).isEqualTo(values);
        assertThat(input.exhibits().of(1, 0, 1)).isInstanceOf(Exhibit.Row.class);
        assertThatThrownBy(() -> ImageInput.read(archive("numbers", Npy.of(values, 40, 3), 40), SEEDS))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("[labels, numbers]");
    }

    @Test
    void poolingTakesTheMeanOfAreas() {
        Pooling pooling = new Pooling(1, 21, 28);
        float[] picture = new float[21 * 28];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (float) SEEDS.of("p").uniform(i);
        }
        float[] small = new float[14 * 14];
        pooling.apply(picture, small, 0);
        // the first new pixel covers one and a half rows of two pixels
        double first = (picture[0] + picture[1] + 0.5 * (picture[28] + picture[29])) / 3;
        assertThat((double) small[0]).isCloseTo(first, within(1e-6));
        double all = 0;
        double pooled = 0;
        for (float value : picture) {
            all += value / picture.length;
        }
        for (float value : small) {
            pooled += value / small.length;
        }
        assertThat(pooled).isCloseTo(all, within(1e-6));
    }

    @Test
    void nearlyEqualPicturesAreFoundAndOthersAreNot() {
        float[] values = new float[300 * 100];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) SEEDS.of("n").uniform(i);
        }
        for (int j = 0; j < 100; j++) {
            values[250 * 100 + j] =
                    0.9f * values[17 * 100 + j] + 0.02f * (float) SEEDS.of("e").uniform(j);
        }
        Dense small = new Dense(values, 100);
        Clusters found = new Clusters(300);
        NearPictures.join(found, small, Standardised.of(small));
        assertThat(found.groups()).hasSize(1);
        assertThat(found.groups().get(0)).containsExactly(17, 250);
    }

    @Test
    void whatIsNoPictureIsLeftOutAndNamed() throws IOException {
        for (int i = 0; i < 8; i++) {
            picture((i % 2 == 0 ? "cats/" : "dogs/") + i + ".png", 20, i, false);
        }
        List<Path> strays = new ArrayList<>();
        strays.add(Files.writeString(folder.resolve("README.txt"), "x"));
        strays.add(Files.writeString(folder.resolve("cats/Thumbs.db"), "x"));
        strays.add(Files.createSymbolicLink(folder.resolve("cats/out.png"), Path.of("/etc/hosts")));
        strays.add(Files.createSymbolicLink(folder.resolve("cats/gone.png"), Path.of("nowhere.png")));
        strays.add(Files.createDirectories(folder.resolve("empty")));
        Input input = read();
        assertThat(input.classes()).containsExactly("cats", "dogs");
        assertThat(input.labels()).containsExactly(0, 0, 0, 0, 1, 1, 1, 1);
        assertThat(input.notices())
                .anyMatch(notice -> notice.startsWith("5 entries of the folder are left out")
                        && notice.contains("'cats/Thumbs.db'")
                        && notice.contains("'README.txt'")
                        && notice.contains("'empty'"));
        Files.writeString(folder.resolve("cats/secret.png"), "no picture");
        String redacted = String.join(" ", ImageInput.read(folder, true, SEEDS).notices());
        assertThat(redacted).contains("5 entries of the folder are left out", "row 4 (counted from 0");
        for (Path stray : strays) {
            assertThat(redacted).doesNotContain(stray.getFileName().toString());
        }
        assertThat(redacted).doesNotContain("secret");
    }

    @Test
    void namesOfBrokenPicturesAreNotToldWhenRedacted() throws IOException {
        picture("a/0.png", 16, 0, false);
        picture("b/1.png", 16, 1, false);
        for (int i = 0; i < 12; i++) {
            Files.writeString(folder.resolve("b/secret" + i + ".jpg"), "no picture");
        }
        assertThatThrownBy(() -> ImageInput.read(folder, true, SEEDS))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("12 of 14 pictures cannot be decoded: rows 2, 3, 4")
                .hasMessageContaining("and 2 more")
                .extracting(Throwable::getMessage, STRING)
                .doesNotContain("secret");
    }

    @Test
    void foldersWithoutTwoClassesAreRefusedWithWhatTheyHold() throws IOException {
        assertThatThrownBy(this::read)
                .isInstanceOf(Problem.class)
                .hasMessageContaining(": holds no folder of pictures");
        picture("1.png", 16, 0, false);
        assertThatThrownBy(this::read).hasMessageContaining(": holds pictures, but no folder of pictures");
        picture("deep/1.png", 16, 0, false);
        assertThatThrownBy(this::read)
                .isInstanceOf(Problem.class)
                .hasMessageContaining("holds only one folder of pictures, 'deep'");
        Path file = Files.writeString(folder.resolve("no.npz"), "no zip");
        assertThatThrownBy(() -> ImageInput.read(file, SEEDS))
                .isInstanceOfSatisfying(
                        Problem.class, e -> assertThat(e.exitCode()).isEqualTo(2))
                .hasMessageStartingWith(file + ": has no directory at its end");
    }
}
