package dev.rote.audit;

import dev.rote.train.Require;
import dev.rote.yaml.Binder;
import dev.rote.yaml.Kinds;
import dev.rote.yaml.Yaml;
import java.nio.file.Path;

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
 * @param plantings how often known noise is planted to calibrate the expected precision, at least 0
 */
public record Plan(Level level, long seed, int folds, int learn, int epochs, int plantings) {

    /** Beyond so many examples to learn from, learners gain little and cost much. */
    private static final int ENOUGH = 20_000;

    public Plan {
        Require.atLeast(2, "folds", folds);
        Require.atLeast(2, "learn", learn);
        Require.atLeast(1, "epochs", epochs);
        Require.atLeast(0, "plantings", plantings);
    }

    /** The usual plan of a level. */
    public Plan(Level level, long seed) {
        this(level, seed, 5, ENOUGH, 30, level == Level.FULL ? 2 : 0);
    }

    /** The default audit with seed 0. */
    public Plan() {
        this(Level.DEFAULT, 0);
    }

    /** The same with at most so many examples to learn from. */
    public Plan learning(int examples) {
        return new Plan(level, seed, folds, examples, epochs, plantings);
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
