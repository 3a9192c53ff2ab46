package dev.rote.train;

import dev.rote.data.Batch;
import dev.rote.data.Dataset;
import dev.rote.data.Parts;
import dev.rote.nets.Backprop;
import dev.rote.nets.Hook;
import dev.rote.nets.Mode;
import dev.rote.nets.Model;
import dev.rote.nets.OutputGradient;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Subnormals;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The training loop, the only one: draws a batch, hands the wrapped update a gradient of the wrapped loss, tells the
 * methods the time. It never asks which methods it runs.
 *
 * <p>The caller drives it step by step, so that whatever else there is to do (measure, save, show progress) happens between
 * steps and outside of it:
 *
 * <pre>{@code
 * try (Loop loop = new Loop(model, parts, settings, seeds, workers, Recorder.NONE)) {
 *     while (loop.step()) {
 *     }
 * }
 * }</pre>
 */
public final class Loop implements Training, AutoCloseable {

    private final Model model;
    private final Parts parts;
    private final Settings settings;
    private final Seeds seeds;
    private final Workers workers;
    private final Recorder recorder;
    private final Models models;
    private final Batches batches;
    private final Views views;
    private final Holdings holdings;
    private final Loss loss;
    private final Update update;
    private final Optional<Backprop> backprop;
    private Clock clock;
    private long moves;
    private @Nullable String stopped;
    private double lastLoss = Double.NaN;

    /**
     * A training before its first step.
     *
     * @param model what is trained; the caller frees it
     * @param parts the data, with a part named train
     * @param seeds the run's randomness
     * @param workers who computes; the caller closes them
     * @param recorder where readings and tables go
     */
    public Loop(Model model, Parts parts, Settings settings, Seeds seeds, Workers workers, Recorder recorder) {
        this(model, parts, settings, seeds, workers, recorder, Models.NONE);
    }

    /**
     * A training before its first step, whose methods may ask for other models.
     *
     * @param models the other models
     */
    public Loop(
            Model model,
            Parts parts,
            Settings settings,
            Seeds seeds,
            Workers workers,
            Recorder recorder,
            Models models) {
        this.model = model;
        this.parts = parts;
        this.settings = settings;
        this.seeds = seeds;
        this.workers = workers;
        this.recorder = recorder;
        this.models = models;
        Place place = model.place();
        this.batches = new Batches(parts.get("train"), settings.batchSize(), seeds, place);
        this.views = Views.of(settings.augmentations(), parts.get("train"), seeds, place);
        this.holdings = new Holdings(model);
        this.clock = new Clock(0, settings.steps(), batches.perEpoch());
        Loss wrapped = settings.loss();
        Update moving = this::move;
        for (Method method : settings.methods()) {
            wrapped = method.loss(wrapped, this);
            moving = method.update(moving, this);
        }
        this.loss = wrapped;
        this.update = moving;
        boolean byHand = settings.handGradient() && isRowWise() && loss instanceof OutputGradient;
        this.backprop = byHand ? model.backprop() : Optional.empty();
    }

    /** Tells the methods that training starts or goes on; call it once, after {@link #restore} when there is one. */
    public void start() {
        at(Moment.START);
    }

    /** True when there is nothing left to do. */
    public boolean finished() {
        return stopped != null || clock.step() >= clock.steps();
    }

    /**
     * Carries out one step.
     *
     * @return true when there is another one to do
     */
    public boolean step() {
        if (finished()) {
            return false;
        }
        try (Scope scope = Scope.open();
                Autograd.Guard flushing = Subnormals.flush()) {
            lastLoss = update.step(model, gradient(views.of(batches.at(clock), clock, 0)));
            clock = clock.next();
            at(Moment.STEP);
            if (clock.step() % clock.stepsPerEpoch() == 0) {
                at(Moment.EPOCH);
            }
            if (finished()) {
                at(Moment.END);
            }
        }
        return !finished();
    }

    private void at(Moment moment) {
        for (Method method : settings.methods()) {
            method.at(moment, this);
        }
    }

    /** The fastest gradient that is right: by hand, lane by lane where rows do not look at each other, or over the whole batch. */
    private Gradient gradient(Batch batch) {
        BiFunction<Batch, Boolean, Pass> passes =
                (rows, first) -> new Pass(model, rows, Hook.NONE, Mode.TRAIN, clock, first, seeds, views);
        if (backprop.isPresent()) {
            OutputGradient closed = (OutputGradient) loss;
            return new HandGradient(backprop.get(), closed, batch, passes, workers, settings.lanes());
        }
        if (isRowWise() && model.rowsAreIndependent()) {
            List<Tensor> parameters = List.copyOf(model.parameters().values());
            return new LaneGradient(loss, batch, passes, parameters, workers, settings.lanes());
        }
        return new AutogradGradient(loss, batch, passes, this::parameters);
    }

    /** Whether a row's loss is a function of that row alone: no method wraps the loss, and it says so of itself. */
    private boolean isRowWise() {
        return loss == settings.loss() && loss instanceof RowWise;
    }

    /** The innermost update: one move by the optimizer. */
    private double move(Model moved, Gradient gradient) {
        double before = gradient.compute();
        if (Double.isNaN(before)) {
            return before;
        }
        moves++;
        double rate = settings.optimizer().learningRate() * settings.schedule().factor(clock);
        List<Map.Entry<String, Tensor>> all = List.copyOf(holdings.parameters().entrySet());
        workers.forEach(all.size(), i -> {
            Tensor parameter = all.get(i).getValue();
            Optimizer.Slots slots = holdings.slots(all.get(i).getKey(), parameter);
            try (Autograd.Guard guard = Autograd.noGrad()) {
                settings.optimizer().step(parameter, parameter.grad(), slots, moves, rate);
            }
        });
        return before;
    }

    /** The loss before the last move, as the update reported it; NaN before the first and after a skipped step. */
    public double lastLoss() {
        return lastLoss;
    }

    /** Why the training ended before its last step, if it did. */
    public Optional<String> stopReason() {
        return Optional.ofNullable(stopped);
    }

    /** Everything that a resume needs besides the recipe; the tensors are the live ones. */
    public State state() {
        return new State(holdings.byName(), clock.step(), moves, stopReason());
    }

    /**
     * What a training is at the end of a step.
     *
     * @param tensors by kind and name, such as {@code model/u.weight} and {@code optimizer/u.weight.exp_avg}
     * @param step steps completed
     * @param moves moves made by the optimizer
     * @param stopReason why it stopped early, if it did
     */
    public record State(Map<String, Tensor> tensors, long step, long moves, Optional<String> stopReason) {}

    /**
     * Takes up a saved state; the tensors are copied.
     *
     * @throws IllegalArgumentException when the state lacks a tensor of the model
     */
    public void restore(State state) {
        clock = new Clock(state.step(), clock.steps(), clock.stepsPerEpoch());
        moves = state.moves();
        stopped = state.stopReason().orElse(null);
        holdings.restore(state.tensors());
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public Dataset data(String part) {
        return parts.get(part);
    }

    @Override
    public Tensor keep(String name, Supplier<Tensor> initial) {
        return holdings.keep(name, initial);
    }

    @Override
    public Tensor parameter(String name, Supplier<Tensor> initial) {
        return holdings.parameter(name, initial);
    }

    @Override
    public List<Tensor> parameters() {
        return List.copyOf(holdings.parameters().values());
    }

    @Override
    public Model another(String who) {
        return models.another(seeds.of("another").of(who));
    }

    @Override
    public Model need(String name) {
        return models.finished(name);
    }

    @Override
    public Map<Long, Double> scores(String run, String score) {
        return models.scores(run, score);
    }

    @Override
    public void restart() {
        moves = 0;
        holdings.clearSlots();
    }

    @Override
    public Seeds random(String who) {
        return seeds.of("method").of(who);
    }

    @Override
    public void log(String name, double value) {
        recorder.log(clock, name, value);
    }

    @Override
    public Table table(String name, String... columns) {
        return recorder.table(name, columns);
    }

    @Override
    public void stop(String reason) {
        stopped = reason;
    }

    @Override
    public void close() {
        backprop.ifPresent(Backprop::close);
        batches.close();
        holdings.close();
    }
}
