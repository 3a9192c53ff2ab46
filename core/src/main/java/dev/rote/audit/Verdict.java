package dev.rote.audit;

import dev.rote.audit.features.Input;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is believed of every label, before it is put into words.
 *
 * @param quality probability that the given label is right, [N], in [0, 1]
 * @param suggested the class believed in, [N]
 * @param issue whether the label is believed wrong, [N]
 * @param noise share of wrong labels
 * @param transition {@code P(given = j | true = i)}, [K][K]
 * @param precision what share of the flags is expected to be right
 * @param scores what led to it, and more
 * @param cannotTell why nothing can be said, if so
 * @param notices what a reader should know of how this was found, a sentence each
 */
record Verdict(
        double[] quality,
        int[] suggested,
        boolean[] issue,
        Interval noise,
        double[][] transition,
        List<Findings.Cut> precision,
        List<ScoreColumn> scores,
        Optional<String> cannotTell,
        List<String> notices) {

    /** Points of the precision curve. */
    private static final int CUTS = 50;

    Verdict {
        scores = List.copyOf(scores);
        notices = List.copyOf(notices);
    }

    /** The same with more scores. */
    Verdict with(List<ScoreColumn> more) {
        List<ScoreColumn> all = new ArrayList<>(scores);
        all.addAll(more);
        return new Verdict(quality, suggested, issue, noise, transition, precision, all, cannotTell, notices);
    }

    /** What the audit reports. */
    Findings findings(Input input, Plan plan, List<String> before, Findings.Extras extras) {
        List<String> all = new ArrayList<>(before);
        all.addAll(notices);
        return new Findings(
                input.source(),
                plan.level(),
                input.classes(),
                input.rows(),
                input.ids(),
                input.labels(),
                suggested,
                quality,
                issue,
                noise,
                transition,
                precision,
                scores,
                position -> input.exhibits().of(position, input.labels()[position], suggested[position]),
                all,
                cannotTell,
                extras);
    }

    /**
     * What to expect of the examples of lowest quality: as many wrong ones as the noise rate and the share of planted labels that are found
     * there make.
     *
     * @return from few examples to twice as many as are believed wrong
     */
    static List<Findings.Cut> expected(double[] quality, boolean[] issue, double noise, Planting planting) {
        int[] worst = worst(quality);
        long wrong = IntStream.range(0, issue.length).filter(i -> issue[i]).count();
        int most = (int) Math.min(worst.length, Math.max(10, 2 * wrong));
        List<Findings.Cut> cuts = new ArrayList<>();
        for (int i = 0, next = 1; i < most; i++) {
            if ((long) (i + 1) * CUTS >= (long) next * most || i + 1 == wrong) {
                double found = noise * quality.length * planting.recall(quality[worst[i]]);
                cuts.add(new Findings.Cut(i + 1, quality[worst[i]], Math.min(1, found / (i + 1))));
                next = (int) ((long) (i + 1) * CUTS / most) + 1;
            }
        }
        return cuts;
    }

    /** Positions by quality, the lowest first; of equals the first. */
    static int[] worst(double[] quality) {
        return IntStream.range(0, quality.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> quality[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
