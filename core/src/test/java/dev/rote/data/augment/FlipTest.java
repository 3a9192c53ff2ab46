package dev.rote.data.augment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.data.Augmentation;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FlipTest implements AugmentationContract {

    @Override
    public Augmentation augmentation() {
        return new Flip();
    }

    @Override
    public Augmentation nothing() {
        return new Flip(0);
    }

    @Override
    public String name() {
        return "flip";
    }

    @Override
    public Map<String, ThrowingCallable> refusals() {
        return Map.of(
                "probability must be in [0, 1], was 1.5",
                () -> new Flip(1.5),
                "probability must be in [0, 1], was -0.1",
                () -> new Flip(-0.1));
    }

    @Override
    public List<int[][]> outcomes() {
        return List.of(from(false), from(true));
    }

    private static int[][] from(boolean flipped) {
        return IntStream.range(0, HEIGHT * WIDTH)
                .mapToObj(i -> new int[] {i / WIDTH, flipped ? WIDTH - 1 - i % WIDTH : i % WIDTH})
                .toArray(int[][]::new);
    }

    @Test
    void atOneEveryImageIsFlipped() {
        for (long id = 0; id < 50; id++) {
            float[] flipped = AugmentationContract.apply(new Flip(1), SEEDS, id);
            for (int j = 0; j < PIXELS; j++) {
                assertThat(flipped[j])
                        .isEqualTo(AugmentationContract.pixel(id, j / WIDTH * WIDTH + WIDTH - 1 - j % WIDTH));
            }
        }
    }
}
