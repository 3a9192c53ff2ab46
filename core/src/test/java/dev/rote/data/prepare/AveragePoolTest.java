package dev.rote.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.data.Examples;
import dev.rote.data.Preparation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AveragePoolTest implements PreparationContract {

    @Override
    public Preparation preparation() {
        return new AveragePool();
    }

    @Override
    public String name() {
        return "pool";
    }

    @Override
    public Set<String> touched() {
        return Set.of("train", "test", "extra");
    }

    @Override
    public boolean draws() {
        return false;
    }

    @Override
    public Map<String, ThrowingCallable> refusals() {
        return Map.of(
                "factor must be at least 1, was 0",
                () -> new AveragePool(0),
                "factor must divide the height and width of the images, 4 x 6, was 4",
                () -> new AveragePool(4).apply(Album.usual().parts(), SEEDS),
                "factor must divide the height and width of the images, 4 x 6, was 3",
                () -> new AveragePool(3).apply(Album.usual().parts(), SEEDS));
    }

    @Test
    void everyPixelIsTheMeanOfItsSquare() {
        Examples train =
                Album.examples(preparation().apply(Album.usual().parts(), SEEDS).get("train"));
        assertThat(train.inputs().dims()).isEqualTo(List.of(3L, 2L, 3L));
        float[] small = Album.read(train.rows(), 9);
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < 2; y++) {
                for (int x = 0; x < 3; x++) {
                    int corner = c * 24 + 2 * y * 6 + 2 * x;
                    double mean = (0.0
                                    + Album.pixel(9, corner)
                                    + Album.pixel(9, corner + 1)
                                    + Album.pixel(9, corner + 6)
                                    + Album.pixel(9, corner + 7))
                            / 4;
                    assertThat(small[c * 6 + y * 3 + x]).isEqualTo((float) mean);
                }
            }
        }
    }

    @Test
    void factorOneChangesNothing() {
        Examples train = Album.examples(
                new AveragePool(1).apply(Album.usual().parts(), SEEDS).get("train"));
        assertThat(Album.read(train.rows(), 9)).containsExactly(Album.picture(9));
    }
}
