package dev.rote.audit.files;

import dev.rote.audit.Findings;
import dev.rote.audit.Findings.Cut;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Examples from the least credible label on, and how probably each is wrong.
 *
 * <p>The expected share of wrong labels is known for the first n examples, for several n. Between two such cuts i and j it is
 * (n_j e_j - n_i e_i) / (n_j - n_i), kept within 0 and 1; behind the last cut nothing is known.
 */
public final class Ranking {

    private final int[] order;
    private final double[] wrong;

    /** Ranks all examples; equal qualities in the order of the input. */
    public Ranking(Findings findings) {
        double[] quality = findings.quality();
        this.order = IntStream.range(0, findings.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> quality[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.wrong = new double[order.length];
        double before = 0;
        int from = 0;
        for (Cut cut : findings.precision()) {
            int to = Math.min(cut.examples(), order.length);
            double share = (cut.expected() * to - before) / (to - from);
            for (int i = from; i < to; i++) {
                wrong[order[i]] = Math.max(0, Math.min(1, share));
            }
            before = cut.expected() * to;
            from = Math.max(from, to);
        }
        for (int i = from; i < order.length; i++) {
            wrong[order[i]] = Double.NaN;
        }
    }

    /** The position of the example at a rank, from 0. */
    public int at(int rank) {
        return order[rank];
    }

    /** How probably the label of an example is wrong, in [0, 1]; NaN where it is not known. */
    public double wrong(int example) {
        return wrong[example];
    }

    /** The mean over the flagged examples; NaN without any, or where one is not known. */
    public double expectedPrecision(Findings findings) {
        return IntStream.range(0, findings.size())
                .filter(i -> findings.issue()[i])
                .mapToDouble(this::wrong)
                .average()
                .orElse(Double.NaN);
    }

    /** Pairs of classes that are confused, the most frequent first. */
    public static List<Confusion> confusions(Findings findings) {
        Map<List<Integer>, Integer> counts = new TreeMap<>(
                Comparator.<List<Integer>>comparingInt(pair -> pair.get(0)).thenComparingInt(pair -> pair.get(1)));
        for (int i = 0; i < findings.size(); i++) {
            if (findings.issue()[i] && findings.given()[i] != findings.suggested()[i]) {
                counts.merge(List.of(findings.suggested()[i], findings.given()[i]), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(pair -> new Confusion(
                        pair.getKey().get(0),
                        pair.getKey().get(1),
                        pair.getValue(),
                        findings.transition().length == 0
                                ? Double.NaN
                                : findings.transition()[pair.getKey().get(0)][
                                        pair.getKey().get(1)]))
                .sorted(Comparator.comparingInt(Confusion::flagged).reversed())
                .toList();
    }

    /**
     * Two classes.
     *
     * @param suggested what the examples seem to be
     * @param given what they are labelled
     * @param flagged how many examples are flagged for it
     * @param rate {@code P(given | true = suggested)}; NaN when not estimated
     */
    public record Confusion(int suggested, int given, int flagged, double rate) {}
}
