package dev.rote.measures;

import dev.rote.data.Batch;
import dev.rote.data.Npy;
import dev.rote.data.Parts;
import dev.rote.nets.Model;
import dev.rote.noise.Corrupted;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.train.Clock;
import dev.rote.train.Recorder;
import dev.rote.train.Table;
import java.util.HashMap;
import java.util.Map;

/** A model at one moment of its training, and what a measure may ask about it. Each answer is computed once. */
public final class Subject {

    private final Model model;
    private final Parts parts;
    private final Clock clock;
    private final Seeds seeds;
    private final Recorder recorder;
    private final Evaluator evaluator;
    private final Map<String, Outcome> outcomes = new HashMap<>();

    Subject(Model model, Parts parts, Clock clock, Seeds seeds, Recorder recorder, Evaluator evaluator) {
        this.model = model;
        this.parts = parts;
        this.clock = clock;
        this.seeds = seeds;
        this.recorder = recorder;
        this.evaluator = evaluator;
    }

    /** The model. */
    public Model model() {
        return model;
    }

    /** The data. */
    public Parts parts() {
        return parts;
    }

    /** When this is. */
    public Clock clock() {
        return clock;
    }

    /** A source of randomness for this moment and name. */
    public Seeds random(String who) {
        return seeds.of("measure").of(who).of(clock.step());
    }

    /** A table of the run. */
    public Table table(String name, String... columns) {
        return recorder.table(name, columns);
    }

    /** Writes arrays of the run, for other tools. */
    public void arrays(String name, Map<String, Npy> arrays) {
        recorder.arrays(name, arrays);
    }

    /**
     * How the model does on a part, or on {@code corrupted} or {@code uncorrupted}: the training examples whose label was,
     * or was not, replaced. Corrupted examples are judged against their replaced label.
     */
    public Outcome on(String part) {
        Outcome known = outcomes.get(part);
        if (known == null) {
            known = switch (part) {
                case "corrupted" -> on("train").only(id -> isCorrupted(id));
                case "uncorrupted" -> on("train").only(id -> !isCorrupted(id));
                default -> evaluator.outcome(part, clock);
            };
            outcomes.put(part, known);
        }
        return known;
    }

    /** Refuses a name that {@link #on} does not know. */
    static void checkPart(String name, Parts parts) {
        if (!name.equals("corrupted") && !name.equals("uncorrupted")) {
            parts.get(name);
        }
    }

    /** True when this training example's label was replaced. */
    public boolean isCorrupted(long id) {
        return parts.get("train") instanceof Corrupted corrupted && corrupted.isCorrupted(id);
    }

    /** Calls back with each block of rows of a part, on several threads, without gradients. */
    void forEachBlock(String part, Evaluator.Block block) {
        evaluator.forEachBlock(part, block);
    }

    /** Judges outputs that a measure made itself; writes into the arrays from position {@code from} on. */
    void judge(Batch batch, Tensor outputs, int from, double[] losses, boolean[] correct) {
        evaluator.judge(batch, outputs, clock, from, losses, correct);
    }
}
