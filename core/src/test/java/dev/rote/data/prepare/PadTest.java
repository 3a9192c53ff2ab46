package dev.rote.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.data.Examples;
import dev.rote.data.Preparation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PadTest implements PreparationContract {

    @Override
    public Preparation preparation() {
        return new Pad(1);
    }

    @Override
    public String name() {
        return "pad";
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
        return Map.of("pixels must be at least 0, was -1", () -> new Pad(-1));
    }

    @Test
    void theFrameIsZeroAndTheImageInside() {
        for (int p : new int[] {0, 1, 2, 5}) {
            Examples train = Album.examples(
                    new Pad(p).apply(Album.usual().parts(), SEEDS).get("train"));
            int height = 4 + 2 * p;
            int width = 6 + 2 * p;
            assertThat(train.inputs().dims()).isEqualTo(List.of(3L, (long) height, (long) width));
            float[] padded = Album.read(train.rows(), 15);
            for (int c = 0; c < 3; c++) {
                for (int y = 0; y < height; y++) {
                    for (int x = 0; x < width; x++) {
                        boolean inside = y >= p && y < p + 4 && x >= p && x < p + 6;
                        float expected = inside ? Album.pixel(15, c * 24 + (y - p) * 6 + x - p) : 0;
                        assertThat(padded[(c * height + y) * width + x]).isEqualTo(expected);
                    }
                }
            }
        }
    }
}
