package dev.rote.train;

import dev.rote.data.Batch;
import dev.rote.nets.Forward;
import dev.rote.nets.Hook;
import dev.rote.nets.Mode;
import dev.rote.nets.Model;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Immutable view of one forward pass: who computes ({@link #model()}), on what ({@link #batch()}), under which
 * circumstances. Methods derive other passes from it and never change it.
 *
 * <p>A class rather than a record for one reason: the outputs are computed once, when first asked for, and remembered.
 */
public final class Pass {

    private final Model model;
    private final Batch batch;
    private final Hook hook;
    private final Mode mode;
    private final Clock clock;
    private final boolean first;
    private final Seeds seeds;
    private final Views views;
    private @Nullable Tensor outputs;

    /**
     * A pass in a training step.
     *
     * @param model who computes
     * @param batch the examples
     * @param hook what looks at hidden layers
     * @param mode how dropout and running statistics behave
     * @param clock where the training is
     * @param first true on the first evaluation of these rows in this step: only then may running state move
     * @param seeds the run's randomness
     */
    public Pass(Model model, Batch batch, Hook hook, Mode mode, Clock clock, boolean first, Seeds seeds) {
        this(model, batch, hook, mode, clock, first, seeds, Views.NONE);
    }

    Pass(Model model, Batch batch, Hook hook, Mode mode, Clock clock, boolean first, Seeds seeds, Views views) {
        this.model = model;
        this.batch = batch;
        this.hook = hook;
        this.mode = mode;
        this.clock = clock;
        this.first = first;
        this.seeds = seeds;
        this.views = views;
    }

    /** Who computes. */
    public Model model() {
        return model;
    }

    /** The examples. */
    public Batch batch() {
        return batch;
    }

    /** Where the training is. */
    public Clock clock() {
        return clock;
    }

    /** True on the first evaluation of these rows in this step: only then may running state move. */
    public boolean first() {
        return first;
    }

    /** Whether what a method keeps may move: at the first look at these rows in a step, unless they are only being scored. */
    public boolean mayMove() {
        return first && mode == Mode.TRAIN;
    }

    /** How dropout and running statistics behave. */
    public Mode mode() {
        return mode;
    }

    /** The outputs before any softmax [N, K]; computed when first asked for. */
    public Tensor outputs() {
        Tensor known = outputs;
        if (known == null) {
            known = model.forward(batch.inputs(), how());
            outputs = known;
        }
        return known;
    }

    /** The same pass with outputs that were computed elsewhere [N, K]. */
    public Pass outputs(Tensor known) {
        Pass pass = batch(batch);
        pass.outputs = known;
        return pass;
    }

    /** The circumstances, as a model wants them. */
    public Forward how() {
        Mode moving = mode == Mode.TRAIN && !first ? Mode.FROZEN : mode;
        return new Forward(moving, hook, random("forward"), batch.ids());
    }

    /** A source of randomness for this step and name: the same each time this step is evaluated. */
    public Seeds random(String who) {
        return seeds.of(who).of(clock.step());
    }

    /** The same pass by another model. */
    public Pass model(Model other) {
        return new Pass(other, batch, hook, mode, clock, first, seeds, views);
    }

    /** The same pass on other inputs [N, ...]. */
    public Pass inputs(Tensor other) {
        return batch(batch.withInputs(other));
    }

    /**
     * The same examples under another draw of the recipe's augmentations; with none, the same inputs again.
     *
     * @param number which draw; the batch itself is draw 0
     */
    public Pass view(int number) {
        return number == 0 ? this : batch(views.of(batch, clock, number));
    }

    /** The same pass against other targets, classes [N] or soft classes [N, K]; outputs already computed are shared. */
    public Pass targets(Tensor other) {
        Pass pass = batch(batch.withTargets(other));
        pass.outputs = outputs;
        return pass;
    }

    /** The same pass on the rows at these positions. */
    public Pass rows(int... positions) {
        return batch(batch.rows(positions));
    }

    /** The same pass on another batch. */
    public Pass batch(Batch other) {
        return new Pass(model, other, hook, mode, clock, first, seeds, views);
    }

    /** The same pass with another hook, called after the present one. */
    public Pass hook(Hook next) {
        Hook both = (layer, hidden) -> next.at(layer, hook.at(layer, hidden));
        return new Pass(model, batch, both, mode, clock, first, seeds, views);
    }

    /** The same pass in another mode. */
    public Pass mode(Mode other) {
        return new Pass(model, batch, hook, other, clock, first, seeds, views);
    }
}
