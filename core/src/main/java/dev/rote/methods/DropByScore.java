package dev.rote.methods;

import dev.rote.data.KnowsTruth;
import dev.rote.tensor.Seeds;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Moment;
import dev.rote.train.Require;
import dev.rote.train.Training;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Trains without the examples that a score of an earlier run puts at one end: data cleansing as Kobayashi et al. 2020 do it by mean influence.
 *
 * <p>The {@code round(share n)} examples of the n training examples with the lowest or highest scores are left out of every batch, which
 * so becomes smaller; a batch of which nothing is left is skipped. The order of the others stays what it was, so runs that drop different
 * examples differ in nothing else. Of equal scores the lower id goes first; an example whose score is not a number stays. Reading at the
 * end, where the truth is known: {@code drop-by-score.wrong}, the share of wrong labels among the dropped. share = 0 is plain training.
 *
 * @param share of the training examples to drop, in [0, 1)
 * @param end which of them
 * @param run the needed run whose scores they are; not asked when chance decides
 * @param score its name in that run's {@code tables/scores.csv}
 */
public record DropByScore(double share, End end, String run, String score) implements Method {

    private static final String NAME = "drop-by-score";

    /** Which examples are dropped. */
    public enum End {
        LOWEST,
        HIGHEST,
        /** As many by chance: what dropping by a score must be better than. */
        RANDOM
    }

    /** A fifth, those that helped least on the validation part. */
    public DropByScore() {
        this(0.2, End.LOWEST, "scored", "turnover-influence.validation");
    }

    public DropByScore {
        Require.that(share >= 0 && share < 1, "share", "in [0, 1)", share);
    }

    @Override
    public Loss loss(Loss inner, Training training) {
        Set<Long> dropped = dropped(training);
        return pass -> {
            long[] ids = pass.batch().ids();
            int[] kept = IntStream.range(0, ids.length)
                    .filter(row -> !dropped.contains(ids[row]))
                    .toArray();
            return kept.length == 0 ? pass.model().place().zeros(0) : inner.perExample(pass.rows(kept));
        };
    }

    @Override
    public void at(Moment moment, Training training) {
        if (moment == Moment.END) {
            Set<Long> dropped = dropped(training);
            KnowsTruth.of(training.data("train"))
                    .ifPresent(truth -> training.log(
                            NAME + ".wrong",
                            (double) dropped.stream().filter(truth::isWrong).count() / dropped.size()));
        }
    }

    private Set<Long> dropped(Training training) {
        long[] ids = training.data("train").ids();
        ToDoubleFunction<Long> order = order(training, ids);
        return Arrays.stream(ids)
                .boxed()
                .filter(id -> !Double.isNaN(order.applyAsDouble(id)))
                .sorted(Comparator.comparingDouble(order).thenComparing(id -> id))
                .limit(Math.round(share * ids.length))
                .collect(Collectors.toSet());
    }

    /** By what they are sorted; the first are dropped. */
    private ToDoubleFunction<Long> order(Training training, long[] ids) {
        if (end == End.RANDOM) {
            Seeds seeds = training.random(NAME);
            return id -> seeds.of(id).uniform(0);
        }
        Map<Long, Double> scores = new HashMap<>(training.scores(run, score));
        for (long id : ids) {
            if (!scores.containsKey(id)) {
                throw new IllegalArgumentException("score " + score + " of run '" + run + "' must be of each training"
                        + " example, has none of example " + id);
            }
        }
        return id -> (end == End.LOWEST ? 1 : -1) * scores.get(id);
    }
}
