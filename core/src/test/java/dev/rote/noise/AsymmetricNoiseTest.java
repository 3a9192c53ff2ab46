package dev.rote.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.data.ModularArithmetic;
import dev.rote.data.Operation;
import dev.rote.noise.AsymmetricNoise.FlipMap;
import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AsymmetricNoiseTest implements NoiseContract {

    private static final List<List<Integer>> PAIRS = List.of(List.of(9, 0), List.of(8, 7));

    @Override
    public List<Noise> noises() {
        return Arrays.stream(Draw.values())
                .<Noise>flatMap(draw -> Stream.of(
                        new AsymmetricNoise(0.4, FlipMap.MNIST, List.of(), draw),
                        new AsymmetricNoise(0.4, FlipMap.CIFAR10, List.of(), draw),
                        new AsymmetricNoise(0.4, FlipMap.CUSTOM, PAIRS, draw)))
                .toList();
    }

    private static long touched(Noise noise, long[] truth) {
        Set<Long> from = switch (((AsymmetricNoise) noise).map()) {
            case MNIST -> Set.of(7L, 2L, 3L, 5L, 6L);
            case CIFAR10 -> Set.of(9L, 2L, 3L, 5L, 4L);
            case CUSTOM -> Set.of(9L, 8L);
        };
        return Arrays.stream(truth).filter(from::contains).count();
    }

    @Override
    public boolean exclusive(Noise noise) {
        return true;
    }

    @Override
    public double expected(Noise noise, long[] truth) {
        return 0.4 * touched(noise, truth);
    }

    @Override
    public double tolerance(Noise noise, long[] truth) {
        return switch (((AsymmetricNoise) noise).draw()) {
            case OVERALL -> 1;
            case PER_CLASS -> Blobs.CLASSES;
            case IID -> NoiseContract.fiveSigma(expected(noise, truth), (int) touched(noise, truth));
        };
    }

    private static int[] becomes(FlipMap map, List<List<Integer>> pairs) {
        double[][] transition = new AsymmetricNoise(1, map, pairs, Draw.IID)
                .corrupt(Blobs.of(2000), new Seeds(1))
                .transition();
        return Arrays.stream(transition)
                .mapToInt(row -> Arrays.stream(row).boxed().toList().indexOf(1.0))
                .toArray();
    }

    @Test
    void theMapsAreThoseOfTheLiterature() {
        assertThat(becomes(FlipMap.MNIST, List.of())).containsExactly(0, 1, 7, 8, 4, 6, 5, 1, 8, 9);
        assertThat(becomes(FlipMap.CIFAR10, List.of())).containsExactly(0, 1, 0, 5, 7, 3, 6, 7, 8, 1);
        assertThat(becomes(FlipMap.CUSTOM, PAIRS)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 7, 0);
    }

    private static void refused(String message, ThrowingCallable making) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void whatCannotBeIsRefused() {
        refused("rate must be in [0, 1], was 2.0", () -> new AsymmetricNoise(2, FlipMap.MNIST, List.of(), Draw.IID));
        refused(
                "pairs must be given where map is custom, and nowhere else, was []",
                () -> new AsymmetricNoise(0.1, FlipMap.CUSTOM, List.of(), Draw.IID));
        refused(
                "pairs must be given where map is custom, and nowhere else, was [[9, 0], [8, 7]]",
                () -> new AsymmetricNoise(0.1, FlipMap.MNIST, PAIRS, Draw.IID));
        refused(
                "pairs must each be two different classes, [from, to], was [1, 1]",
                () -> new AsymmetricNoise(0.1, FlipMap.CUSTOM, List.of(List.of(1, 1)), Draw.IID));
        refused(
                "pairs must each be two different classes, [from, to], was [1]",
                () -> new AsymmetricNoise(0.1, FlipMap.CUSTOM, List.of(List.of(1)), Draw.IID));
        refused(
                "pairs must flip a class to one class only, was [[1, 2], [1, 3]]; take the noise transition for more",
                () -> new AsymmetricNoise(0.1, FlipMap.CUSTOM, List.of(List.of(1, 2), List.of(1, 3)), Draw.IID));
        refused(
                "pair [1, 10] is outside the 10 classes",
                () -> new AsymmetricNoise(0.1, FlipMap.CUSTOM, List.of(List.of(1, 10)), Draw.IID)
                        .corrupt(Blobs.of(10), new Seeds(1)));
        refused(
                "map mnist is for 10 classes, these data have 7; give pairs of your own",
                () -> new AsymmetricNoise()
                        .corrupt(
                                new ModularArithmetic(7, Operation.ADD, 0.5)
                                        .open(new Seeds(1))
                                        .get("train"),
                                new Seeds(1)));
    }
}
