package dev.rote.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.data.Examples;
import dev.rote.data.Parts;
import dev.rote.data.Preparation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class GreyTest implements PreparationContract {

    @Override
    public Preparation preparation() {
        return new Grey();
    }

    @Override
    public String name() {
        return "grey";
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
        Parts grey = preparation().apply(Album.usual().parts(), SEEDS);
        return Map.of(
                "grey needs images of 3 channels, these have 1",
                () -> preparation().apply(grey, SEEDS));
    }

    @Test
    void weighsTheColours() {
        Examples train =
                Album.examples(preparation().apply(Album.usual().parts(), SEEDS).get("train"));
        assertThat(train.inputs().dims()).isEqualTo(List.of(1L, 4L, 6L));
        float[] grey = Album.read(train.rows(), 12);
        for (int i = 0; i < 24; i++) {
            double luma =
                    0.299 * Album.pixel(12, i) + 0.587 * Album.pixel(12, 24 + i) + 0.114 * Album.pixel(12, 48 + i);
            assertThat(grey[i]).isEqualTo((float) luma);
        }
    }
}
