package dev.rote.audit;

import dev.rote.audit.features.Exhibit;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What an audit found: all that its files and its report are made of. N examples in the order of the input, K classes.
 *
 * @param source what was audited, such as {@code people.csv}
 * @param level how much was done
 * @param classes names, [K]
 * @param rows the row of each example in the input, from 0, ascending, [N]
 * @param ids what the input calls each example, [N]; empty when no column was named
 * @param given class of each example as labelled, [N]
 * @param suggested class that the committee believes in, [N]; the given one where there is no doubt
 * @param quality how credible the given label is, in [0, 1], low is suspicious, [N]
 * @param issue whether the label is believed wrong, [N]
 * @param noise share of wrong labels
 * @param transition how often class i (row) is labelled j, {@code P(given = j | true = i)}, [K][K], rows of sum 1
 * @param precision what share of the flags is expected to be right, from the worst examples on
 * @param scores more about each example
 * @param exhibit an example, by position, to look at
 * @param notices what a reader must know before believing anything here, a sentence each
 * @param cannotTell why nothing can be said, when the features do not predict the labels
 * @param extras what only a full audit finds
 */
public record Findings(
        String source,
        Level level,
        List<String> classes,
        int[] rows,
        List<String> ids,
        int[] given,
        int[] suggested,
        double[] quality,
        boolean[] issue,
        Interval noise,
        double[][] transition,
        List<Cut> precision,
        List<ScoreColumn> scores,
        IntFunction<Exhibit> exhibit,
        List<String> notices,
        Optional<String> cannotTell,
        Extras extras) {

    public Findings {
        classes = List.copyOf(classes);
        ids = List.copyOf(ids);
        precision = List.copyOf(precision);
        scores = List.copyOf(scores);
        notices = List.copyOf(notices);
    }

    /** The same without any value of the data: no ids, nothing to look at. Labels stay: without them nothing could be told. */
    public Findings redacted() {
        return new Findings(
                source,
                level,
                classes,
                rows,
                List.of(),
                given,
                suggested,
                quality,
                issue,
                noise,
                transition,
                precision,
                scores,
                position -> new Exhibit.Nothing(),
                notices,
                cannotTell,
                extras);
    }

    /** N. */
    public int size() {
        return given.length;
    }

    /**
     * What to expect when the worst examples are looked at.
     *
     * @param examples how many, from the lowest quality on
     * @param quality the highest quality among them
     * @param expected share of them that are expected to be wrong, in [0, 1]
     */
    public record Cut(int examples, double quality, double expected) {}

    /**
     * What only a full audit finds.
     *
     * @param remedies what was tried against the noise, the data as they are first; empty when not tried
     * @param advice a sentence on what to do; empty when nothing was tried
     * @param influences which training examples are why an example is predicted as it is
     * @param conflicts groups of near-duplicates that have different labels, positions
     */
    public record Extras(List<Remedy> remedies, String advice, List<Influence> influences, List<int[]> conflicts) {

        /** Of an audit that is not full. */
        public static final Extras NONE = new Extras(List.of(), "", List.of(), List.of());

        public Extras {
            remedies = List.copyOf(remedies);
            influences = List.copyOf(influences);
            conflicts = List.copyOf(conflicts);
        }
    }

    /**
     * A way to train on these data, and what it is good for.
     *
     * @param name such as {@code drop the flagged}
     * @param accuracy out of sample, on examples that are believed to be labelled rightly, in [0, 1]
     */
    public record Remedy(String name, Interval accuracy) {}

    /**
     * An example, and a training example that speaks for or against its given label.
     *
     * @param example position
     * @param because position of the training example
     * @param value positive when it makes the given label of the example more probable
     */
    public record Influence(int example, int because, double value) {}
}
