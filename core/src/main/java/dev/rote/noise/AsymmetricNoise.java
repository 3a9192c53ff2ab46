package dev.rote.noise;

import dev.rote.data.Dataset;
import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Flips labels of some classes to a class that looks alike: {@code T_ij = rate} for each pair (i, j), {@code T_ii = 1 - rate} for
 * the classes that are some i, and 1 for the others (Patrini et al. 2017).
 *
 * <p>Only the data tell what share of all labels that is: with the maps for MNIST and CIFAR-10 about half of {@code rate}.
 *
 * @param rate share of examples of a class with a pair whose label is replaced, in [0, 1]
 * @param map which class becomes which: a known map, or {@code custom} to give {@code pairs}
 * @param pairs of classes, each [from, to], for {@code custom}; empty otherwise
 * @param draw whether floor(rate * n) of all examples of classes with a pair, floor(rate * n_c) of each such class c, or each by
 *     chance
 */
public record AsymmetricNoise(double rate, FlipMap map, List<List<Integer>> pairs, Draw draw) implements Noise {

    /** Which class becomes which. */
    public enum FlipMap {
        /** Digits: 7 becomes 1, 2 becomes 7, 3 becomes 8, 5 and 6 each other. */
        MNIST(List.of(List.of(7, 1), List.of(2, 7), List.of(3, 8), List.of(5, 6), List.of(6, 5))),
        /** truck (9) becomes automobile (1), bird (2) airplane (0), deer (4) horse (7), cat (3) and dog (5) each other. */
        CIFAR10(List.of(List.of(9, 1), List.of(2, 0), List.of(3, 5), List.of(5, 3), List.of(4, 7))),
        /** What the recipe says. */
        CUSTOM(List.of());

        private final List<List<Integer>> pairs;

        FlipMap(List<List<Integer>> pairs) {
            this.pairs = pairs;
        }
    }

    private static final int KNOWN = 10;

    /** 40 % of the confusable digits of MNIST, each by chance. */
    public AsymmetricNoise() {
        this(0.4, FlipMap.MNIST, List.of(), Draw.IID);
    }

    public AsymmetricNoise {
        Labels.probability("rate", rate);
        pairs = pairs.stream().map(List::copyOf).toList();
        if (pairs.isEmpty() == (map == FlipMap.CUSTOM)) {
            throw new IllegalArgumentException(
                    "pairs must be given where map is custom, and nowhere else, was " + pairs);
        }
        for (List<Integer> pair : pairs) {
            if (pair.size() != 2 || pair.get(0).equals(pair.get(1)) || pair.get(0) < 0 || pair.get(1) < 0) {
                throw new IllegalArgumentException("pairs must each be two different classes, [from, to], was " + pair);
            }
        }
        if (pairs.stream().map(pair -> pair.get(0)).distinct().count() < pairs.size()) {
            throw new IllegalArgumentException(
                    "pairs must flip a class to one class only, was " + pairs + "; take the noise transition for more");
        }
    }

    /** NaN: it depends on how many examples have a label that is flipped. */
    @Override
    public double fraction() {
        return Double.NaN;
    }

    @Override
    public Corrupted corrupt(Dataset clean, Seeds seeds) {
        int[] becomes = becomes(Labels.classes(clean));
        boolean[] touched = new boolean[becomes.length];
        for (int label = 0; label < becomes.length; label++) {
            touched[label] = becomes[label] >= 0;
        }
        long[] before = Labels.of(clean);
        long[] replacement = Labels.untouched(before.length);
        for (int at : Picks.of(rate, draw, clean.ids(), before, touched, seeds)) {
            replacement[at] = becomes[(int) before[at]];
        }
        return new Corrupted(clean, before, replacement);
    }

    /** What each class becomes, -1 for itself, [K]. */
    private int[] becomes(int classes) {
        if (map != FlipMap.CUSTOM && classes != KNOWN) {
            throw new IllegalArgumentException("map " + map.name().toLowerCase(Locale.ROOT)
                    + " is for 10 classes, these data have " + classes + "; give pairs of your own");
        }
        int[] becomes = new int[classes];
        Arrays.fill(becomes, -1);
        for (List<Integer> pair : map == FlipMap.CUSTOM ? pairs : map.pairs) {
            if (pair.get(0) >= classes || pair.get(1) >= classes) {
                throw new IllegalArgumentException("pair " + pair + " is outside the " + classes + " classes");
            }
            becomes[pair.get(0)] = pair.get(1);
        }
        return becomes;
    }
}
