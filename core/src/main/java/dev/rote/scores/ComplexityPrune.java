package dev.rote.scores;

import dev.rote.data.Examples;
import dev.rote.data.Parts;
import dev.rote.data.Preparation;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Workers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Leaves out a share of each class of the train part by complexity-gap score (Nohyun, Choi, Chung 2023, section 5): the lowest-scored,
 * which say least that the others do not say; the highest-scored, to see the difference; or any, for comparison.
 *
 * <p>Of a class of n_c examples, fraction * n_c go, rounded to the nearest number. The scores are those of {@link ComplexityGaps} with a
 * jitter of 1e-8, on labels as read: before any noise.
 *
 * @param first which go first
 * @param fraction share that goes, in [0, 1)
 * @param mode how they are scored
 * @param repeats paper: draws of as many others, at least 1
 */
public record ComplexityPrune(First first, double fraction, ComplexityGaps.Mode mode, int repeats)
        implements Preparation {

    private static final double JITTER = 1e-8;

    /** Which examples go first. */
    public enum First {
        /** Those of lowest score. */
        LOW,
        /** Those of highest score. */
        HIGH,
        /** Any, by id. */
        RANDOM
    }

    /** Three tenths, the lowest first. */
    public ComplexityPrune() {
        this(First.LOW, 0.3, ComplexityGaps.Mode.EXACT, 10);
    }

    public ComplexityPrune {
        if (!(fraction >= 0 && fraction < 1)) {
            throw new IllegalArgumentException("fraction must be at least 0 and below 1, was " + fraction);
        }
        if (repeats < 1) {
            throw new IllegalArgumentException("repeats must be at least 1, was " + repeats);
        }
    }

    /** @throws IllegalArgumentException when the targets are not classes */
    @Override
    public Parts apply(Parts parts, Seeds seeds) {
        Examples train = Examples.of(parts.get("train"), "complexity-prune");
        int[] labels = train.labels();
        double[] order = order(train, labels, seeds.of("complexity-prune"));
        int[] kept = Arrays.stream(labels)
                .distinct()
                .mapToObj(label -> IntStream.range(0, labels.length)
                        .filter(i -> labels[i] == label)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> order[i]))
                        .toList())
                .flatMap(own -> own.stream().skip(Math.round(fraction * own.size())))
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        return parts.with("train", train.at(kept));
    }

    /** What goes first has the lowest number, [n]. */
    private double[] order(Examples train, int[] labels, Seeds seeds) {
        long[] ids = train.ids();
        if (first == First.RANDOM) {
            return Arrays.stream(ids).mapToDouble(seeds::uniform).toArray();
        }
        try (Workers workers = new Workers(1)) {
            ComplexityGaps gaps = new ComplexityGaps(JITTER, workers);
            float[][] inputs = ComplexityGaps.rows(train, ids);
            double[] scores = mode == ComplexityGaps.Mode.EXACT
                    ? gaps.exact(inputs, labels)
                    : gaps.sampled(inputs, labels, 1, repeats, seeds);
            return first == First.LOW
                    ? scores
                    : Arrays.stream(scores).map(score -> -score).toArray();
        }
    }
}
