package dev.rote.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SeedsTest {

    private static final int DRAWS = 100_000;

    @Test
    void uniformsFillTheUnitIntervalEvenly() {
        int[] bins = new int[20];
        double lag = 0;
        Seeds seeds = new Seeds(42);
        for (int i = 0; i < DRAWS; i++) {
            double x = seeds.uniform(i);
            bins[(int) (20 * x)]++;
            lag += (x - 0.5) * (seeds.uniform(i + 1) - 0.5);
        }
        double expected = DRAWS / 20.0;
        double chiSquare = Arrays.stream(bins)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        assertThat(chiSquare).isLessThan(43.8); // 19 degrees of freedom, one in a thousand
        assertThat(lag / DRAWS).isCloseTo(0, within(4 / 12.0 / Math.sqrt(DRAWS)));
    }

    @Test
    void gaussiansHaveTheirMoments() {
        double[] x = new Seeds(7).gaussians(DRAWS, 2);
        double mean = Arrays.stream(x).average().orElseThrow();
        double variance = Arrays.stream(x).map(v -> v * v).average().orElseThrow();
        double fourth = Arrays.stream(x).map(v -> v * v * v * v).average().orElseThrow();
        assertThat(mean).isCloseTo(0, within(4 * 2 / Math.sqrt(DRAWS)));
        assertThat(variance).isCloseTo(4, within(0.08));
        assertThat(fourth / (variance * variance)).isCloseTo(3, within(0.1));
    }

    @Property(tries = 200)
    void aPermutationHoldsEachNumberOnce(@ForAll long seed, @ForAll @IntRange(max = 300) int count) {
        int[] order = new Seeds(seed).permutation(count);
        assertThat(Arrays.stream(order).sorted().toArray())
                .containsExactly(IntStream.range(0, count).toArray());
    }

    @Test
    void allOrdersOfThreeAreEquallyLikely() {
        int[] counts = new int[27];
        for (int i = 0; i < 6000; i++) {
            int[] order = new Seeds(5).of(i).permutation(3);
            counts[9 * order[0] + 3 * order[1] + order[2]]++;
        }
        assertThat(Arrays.stream(counts).filter(count -> count > 0)).hasSize(6).allMatch(c -> c > 870 && c < 1130);
    }

    @Property(tries = 200)
    void belowStaysBelow(@ForAll long seed, @ForAll @IntRange(min = 1) int bound, @ForAll int i) {
        assertThat(new Seeds(seed).below(bound, i)).isBetween(0, bound - 1);
    }

    @Test
    void belowReachesEveryNumberEvenly() {
        int[] counts = new int[97];
        for (int i = 0; i < 97_000; i++) {
            counts[new Seeds(1).below(97, i)]++;
        }
        assertThat(Arrays.stream(counts)).allMatch(count -> count > 850 && count < 1150);
    }

    @Test
    void drawsAreKeyedAndStayAsTheyWere() {
        Seeds seeds = new Seeds(1);
        assertThat(seeds.of("a")).isEqualTo(seeds.of("a")).isNotEqualTo(seeds.of("b"));
        Set<Long> keys = new HashSet<>();
        for (long seed = 0; seed < 10; seed++) {
            for (long number = -50; number < 50; number++) {
                keys.add(new Seeds(seed).of(number).key());
                keys.add(new Seeds(seed).of("x").of(number).key());
            }
        }
        assertThat(keys).hasSize(2000);
    }

    @Test
    void aBoundBelowOneIsRefused() {
        assertThatThrownBy(() -> new Seeds(1).below(0, 0)).hasMessage("bound must be at least 1, was 0");
    }
}
