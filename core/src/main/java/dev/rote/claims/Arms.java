package dev.rote.claims;

import dev.rote.runs.RunResult;
import java.util.Map;

/**
 * The runs of one seed, by recipe name: the arms of an experiment.
 *
 * @param seed the seed they share
 * @param byName recipe name to run
 */
public record Arms(long seed, Map<String, RunResult> byName) {

    /**
     * The run of that name.
     *
     * @throws MissingArm when it was not carried out at this seed
     */
    public RunResult get(String name) {
        RunResult run = byName.get(name);
        if (run == null) {
            throw new MissingArm(name);
        }
        return run;
    }

    /** Thrown where a claim needs a run that there is not. */
    public static final class MissingArm extends RuntimeException {
        private static final long serialVersionUID = 1;

        MissingArm(String name) {
            super("there is no finished run '" + name + "'");
        }
    }
}
