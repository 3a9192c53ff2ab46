package dev.rote.audit;

import dev.rote.audit.features.Exhibits;
import dev.rote.audit.features.Input;
import dev.rote.audit.learners.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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

    /**
     * What follows from a belief.
     *
     * @param rows the examples that were learned from
     */
    static Verdict of(Task task, int[] rows, Belief belief, List<ScoreColumn> scores, Optional<String> cannotTell) {
        double[] quality = new double[task.rows()];
        int[] suggested = new int[task.rows()];
        boolean[] issue = new boolean[task.rows()];
        for (int i = 0; i < quality.length; i++) {
            int given = task.labels()[i];
            double[] believed = belief.posterior(i, given);
            quality[i] = believed[given];
            issue[i] = quality[i] < 0.5;
            suggested[i] = issue[i] ? Likeliest.beside(given, believed) : given;
        }
        Interval noise = belief.noise(task.labels(), rows);
        return new Verdict(
                quality,
                suggested,
                issue,
                noise,
                belief.channel(),
                ImaginedNoise.expected(
                        expected(quality, quality, issue),
                        SureNoise.rate(belief, task.labels(), rows),
                        belief,
                        task.labels(),
                        quality,
                        rows),
                scores,
                cannotTell.or(() -> Signal.drowned(noise)),
                List.of());
    }

    /** The same with more scores. */
    Verdict with(List<ScoreColumn> more) {
        List<ScoreColumn> all = new ArrayList<>(scores);
        all.addAll(more);
        return new Verdict(quality, suggested, issue, noise, transition, precision, all, cannotTell, notices);
    }

    /**
     * The same, but how many flags are right is told by what was found of planted labels, too.
     *
     * @param rate share of wrong labels
     */
    Verdict expecting(Planting planting, double rate) {
        List<Findings.Cut> planted = planting.expected(precision, rate * quality.length);
        List<String> all = new ArrayList<>(notices);
        all.add(String.format(
                Locale.ROOT,
                "To see what is found, %d labels were made wrong and everything was judged again: %d of them would have been flagged.",
                planting.count(),
                Math.round(planting.recall(Math.nextDown(0.5)) * planting.count())));
        return new Verdict(quality, suggested, issue, noise, transition, planted, scores, cannotTell, all);
    }

    /** The same without any flag or estimate: what is said where nothing can be said. */
    private Verdict silent(int[] given) {
        return new Verdict(
                quality,
                given,
                new boolean[given.length],
                new Interval(Double.NaN, Double.NaN, Double.NaN),
                new double[0][],
                List.of(),
                scores,
                Optional.empty(),
                notices);
    }

    /** What the audit reports: no flags and no estimates where nothing can be said. */
    Findings findings(Input input, Plan plan, List<String> before, Findings.Extras extras) {
        List<String> all = new ArrayList<>(before);
        all.addAll(notices);
        return new Verdict(quality, suggested, issue, noise, transition, precision, scores, cannotTell, all)
                .findings(
                        input.source(),
                        plan.level(),
                        input.classes(),
                        input.rows(),
                        input.ids(),
                        input.labels(),
                        input.exhibits(),
                        extras);
    }

    /** The same about examples that are not an {@link Input}; the parameters are those of {@link Findings}. */
    Findings findings(
            String source,
            Level level,
            List<String> classes,
            int[] rows,
            List<String> ids,
            int[] given,
            Exhibits exhibits,
            Findings.Extras extras) {
        Verdict said = cannotTell.isPresent() ? silent(given) : this;
        return new Findings(
                source,
                level,
                classes,
                rows,
                ids,
                given,
                said.suggested,
                said.quality,
                said.issue,
                said.noise,
                said.transition,
                said.precision,
                said.scores,
                position -> exhibits.of(position, given[position], said.suggested[position]),
                notices,
                cannotTell,
                extras);
    }

    /**
     * What to expect of the examples of lowest quality: as many right labels as the probabilities that they are right add up to.
     *
     * @param quality what examples are ordered by, [N]
     * @param right probability that each label is right, [N]
     * @param issue whether each is believed wrong, [N]
     * @return from few examples to twice as many as are believed wrong
     */
    static List<Findings.Cut> expected(double[] quality, double[] right, boolean[] issue) {
        int[] worst = worst(quality);
        long wrong = IntStream.range(0, issue.length).filter(i -> issue[i]).count();
        int most = (int) Math.min(worst.length, Math.max(10, 2 * wrong));
        List<Findings.Cut> cuts = new ArrayList<>();
        double sum = 0;
        for (int i = 0, next = 1; i < most; i++) {
            sum += 1 - right[worst[i]];
            if ((long) (i + 1) * CUTS >= (long) next * most || i + 1 == wrong) {
                cuts.add(new Findings.Cut(i + 1, quality[worst[i]], sum / (i + 1)));
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
