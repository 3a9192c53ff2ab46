package dev.rote.audit;

import dev.rote.audit.features.Input;
import dev.rote.train.Require;
import dev.rote.yaml.Binder;
import dev.rote.yaml.Kinds;
import dev.rote.yaml.Yaml;
import java.nio.file.Path;
import java.util.Optional;

/**
 * All that an audit will do, fixed before it begins: the same plan on the same data gives the same bytes.
 *
 * <p>How much time there is decides the plan and nothing else, so that a busy machine finds what an idle one finds.
 *
 * @param level which steps are taken
 * @param seed what every draw follows from
 * @param folds how many parts take turns in being judged, at least 2
 * @param learn how many examples are learned from at most, at least 2; the others are judged all the same
 * @param epochs of the nets, at least 1
 */
public record Plan(Level level, long seed, int folds, int learn, int epochs) {

    /** Beyond so many examples to learn from, learners gain little and cost much. */
    private static final int ENOUGH = 20_000;

    /** Fewer examples to learn from than this save no time worth having. */
    private static final int LEAST = 500;

    /** Multiplications a second. */
    private static final double RATE = 2e9;

    /** The same in convolutions, whose numbers stay in the cache. */
    private static final double CONVOLUTION_RATE = 2e10;

    public Plan {
        Require.atLeast(2, "folds", folds);
        Require.atLeast(2, "learn", learn);
        Require.atLeast(1, "epochs", epochs);
    }

    /** The usual plan of a level. */
    public Plan(Level level, long seed) {
        this(level, seed, 5, ENOUGH, level == Level.QUICK ? 30 : 20);
    }

    /**
     * A plan for some data, and for about so much time.
     *
     * <p>Costs are counted in multiplications, of which a core makes some 2e9 a second here; examples to learn from are
     * halved until the time is enough.
     *
     * @param minutes of one core; empty for the usual plan
     */
    public static Plan of(Level level, long seed, Input input, Optional<Double> minutes) {
        Plan plan = new Plan(level, seed);
        double seconds = minutes.map(some -> 60 * some).orElse(Double.POSITIVE_INFINITY);
        while (plan.seconds(input) > seconds && plan.learn() > LEAST) {
            plan = plan.learning(Math.max(LEAST, Math.min(plan.learn(), input.size()) / 2));
        }
        return plan;
    }

    /** About how long this takes one core. */
    double seconds(Input input) {
        double n = Math.min(learn, input.size());
        double d = input.features().scaled().columns();
        double k = input.classes().size();
        double net = 6.0 * epochs * n * (128 * d + 128 * k);
        double others = folds * 100.0 * n * d * k + n * input.size() * d + 100 * n * 16 * Math.sqrt(d);
        double pass = level == Level.QUICK ? net : folds * net + others;
        double passes = level == Level.FULL ? 5 : 1;
        double pictures = Judging.pictures(input, this)
                .map(learner -> learner.work(n, input.classes().size()))
                .orElse(0.0);
        return passes * pass / RATE + pictures / CONVOLUTION_RATE;
    }

    /** The default audit with seed 0. */
    public Plan() {
        this(Level.DEFAULT, 0);
    }

    /** The same with at most so many examples to learn from. */
    public Plan learning(int examples) {
        return new Plan(level, seed, folds, examples, epochs);
    }

    /**
     * A plan that was written.
     *
     * @throws dev.rote.yaml.Problem naming file, line, field and rule
     */
    public static Plan read(Path file) {
        return new Binder(Kinds.none()).bind(new Plan(), Yaml.read(file));
    }

    /** The plan with every field written out, as YAML. */
    public String text() {
        return Yaml.write(new Binder(Kinds.none()).toTree(this));
    }
}
