package dev.rote.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.data.Augmentation;
import dev.rote.tensor.DType;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every augmentation promises. The test of one implements this and says which, and what it refuses. */
interface AugmentationContract {

    int CHANNELS = 3;
    int HEIGHT = 7;
    int WIDTH = 10;
    int PIXELS = CHANNELS * HEIGHT * WIDTH;
    Seeds SEEDS = new Seeds(6);

    /** An augmentation that changes images. */
    Augmentation augmentation();

    /** The same at zero strength. */
    Augmentation nothing();

    /** Its name in a recipe. */
    String name();

    /** Messages of calls that are refused; each must name the argument and its value. */
    Map<String, ThrowingCallable> refusals();

    /**
     * All that may become of images: from which row and column pixel (y, x) may come, {row, column}, or {-1, -1} for zero; one
     * entry of the list for each outcome, [H * W][2]. The usual place must be among them.
     */
    List<int[][]> outcomes();

    /** Pixel j of an image; none is 0 and no two of an image are alike. */
    static float pixel(long id, int j) {
        return 1 + j + (float) new Seeds(3).of(id).uniform(j) / 2;
    }

    static Tensor images(Place place, long... ids) {
        float[] pixels = new float[ids.length * PIXELS];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = pixel(ids[i / PIXELS], i % PIXELS);
        }
        return place.of(pixels, ids.length, CHANNELS, HEIGHT, WIDTH);
    }

    static float[] apply(Augmentation augmentation, Seeds seeds, long... ids) {
        try (Scope scope = Scope.open()) {
            return augmentation.apply(images(Place.FLOAT32, ids), ids, seeds).toFloats();
        }
    }

    private static List<Float> list(float[] values, int from) {
        List<Float> list = new ArrayList<>();
        for (int i = from; i < from + PIXELS; i++) {
            list.add(values[i]);
        }
        return list;
    }

    @Property(tries = 60)
    default void anImageLooksTheSameInWhateverBatch(
            @ForAll long seed, @ForAll @Size(min = 1, max = 9) List<@IntRange(max = 200) Integer> batch) {
        long[] ids = batch.stream().mapToLong(Integer::longValue).toArray();
        float[] together = apply(augmentation(), new Seeds(seed), ids);
        for (int i = 0; i < ids.length; i++) {
            assertThat(apply(augmentation(), new Seeds(seed), ids[i]))
                    .containsExactly(Arrays.copyOfRange(together, i * PIXELS, (i + 1) * PIXELS));
        }
    }

    @Test
    default void stepsAndExamplesDiffer() {
        long[] ids = LongStream.range(0, 40).toArray();
        float[] one = apply(augmentation(), SEEDS.of(1), ids);
        assertThat(apply(augmentation(), SEEDS.of(1), ids)).containsExactly(one);
        assertThat(apply(augmentation(), SEEDS.of(2), ids)).isNotEqualTo(one);
    }

    /** Every outcome comes, equally often where they are as likely, and no other comes; all channels move together. */
    @Test
    default void theOutcomesAreThoseThatAreMeant() {
        int draws = 400 * outcomes().size();
        Map<List<Float>, Integer> times = new HashMap<>();
        for (int[][] outcome : outcomes()) {
            List<Float> image = new ArrayList<>();
            for (int j = 0; j < PIXELS; j++) {
                int[] from = outcome[j % (HEIGHT * WIDTH)];
                int channel = j / (HEIGHT * WIDTH);
                image.add(from[0] < 0 ? 0 : pixel(5, (channel * HEIGHT + from[0]) * WIDTH + from[1]));
            }
            assertThat(times.put(image, 0)).isNull();
        }
        for (int step = 0; step < draws; step++) {
            List<Float> image = list(apply(augmentation(), SEEDS.of(step), 5), 0);
            assertThat(times).containsKey(image);
            times.merge(image, 1, Integer::sum);
        }
        // 400 expected of each, standard deviation 20
        assertThat(times.values()).allMatch(count -> count > 300 && count < 500);
    }

    @Test
    default void zeroStrengthChangesNoBit() {
        long[] ids = {3, 1, 4};
        try (Scope scope = Scope.open()) {
            assertThat(apply(nothing(), SEEDS, ids))
                    .containsExactly(images(Place.FLOAT32, ids).toFloats());
            Tensor exact = images(Place.FLOAT64, ids).div(3);
            assertThat(nothing().apply(exact, ids, SEEDS).toDoubles()).containsExactly(exact.toDoubles());
        }
    }

    @Test
    default void everyElementTypeMovesAlike() {
        long[] ids = {3, 1, 4, 9, 12};
        try (Scope scope = Scope.open()) {
            for (DType type : List.of(DType.FLOAT64, DType.BFLOAT16)) {
                Tensor images = images(Place.FLOAT32, ids).to(type);
                Tensor moved = augmentation().apply(images, ids, SEEDS);
                assertThat(moved.dtype()).isEqualTo(type);
                assertThat(moved.toFloats())
                        .containsExactly(augmentation()
                                .apply(images.to(DType.FLOAT32), ids, SEEDS)
                                .toFloats());
            }
        }
    }

    @Test
    default void imagesNeedNotLieInOrderAndStayAsTheyWere() {
        long[] ids = {3, 1, 4};
        try (Scope scope = Scope.open()) {
            Tensor straight = images(Place.FLOAT32, ids);
            Tensor turned = straight.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);
            float[] before = turned.toFloats();
            assertThat(augmentation().apply(turned, ids, SEEDS).toFloats())
                    .containsExactly(augmentation().apply(straight, ids, SEEDS).toFloats());
            assertThat(turned.toFloats()).containsExactly(before);
        }
    }

    @Test
    default void onlyTheResultStaysInNativeMemory() {
        long before = Tensor.live();
        try (Scope scope = Scope.open()) {
            Tensor images = images(Place.FLOAT32, 1, 2);
            augmentation().apply(images, new long[] {1, 2}, SEEDS);
            assertThat(Tensor.live()).isEqualTo(before + 2);
            augmentation().apply(images.to(DType.BFLOAT16), new long[] {1, 2}, SEEDS);
            assertThat(Tensor.live()).isEqualTo(before + 4);
        }
        assertThat(Tensor.live()).isEqualTo(before);
    }

    @Test
    default void whatIsNoImageIsRefused() {
        try (Scope scope = Scope.open()) {
            Tensor flat = Place.FLOAT32.zeros(2, 784);
            assertThatThrownBy(() -> augmentation().apply(flat, new long[] {0, 1}, SEEDS))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(name() + " needs images [N, C, H, W], these inputs are [2, 784]");
        }
    }

    @Test
    default void wrongUseIsNamed() {
        assertThat(refusals()).isNotEmpty();
        refusals()
                .forEach((message, call) -> assertThatThrownBy(call)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage(message));
    }
}
