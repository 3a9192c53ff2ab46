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
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
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
    private final Dataset train;
    private final Loss loss;
    private final Update update;
    private final Optional<Backprop> backprop;
    private final Map<String, Tensor> slots = new ConcurrentSkipListMap<>();
    private final Map<String, Tensor> kept = new LinkedHashMap<>();
    private final Map<String, Tensor> trained = new LinkedHashMap<>();
    private Clock clock;
    private long moves;
    private @Nullable String stopped;
    private double lastLoss = Double.NaN;
    private @Nullable Batch whole;
    private long[] order = {};
    private long orderEpoch = -1;

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
        this.model = model;
        this.parts = parts;
        this.settings = settings;
        this.seeds = seeds;
        this.workers = workers;
        this.recorder = recorder;
        this.train = parts.get("train");
        if (settings.batchSize() > train.size()) {
            throw new IllegalArgumentException(
                    "batch size " + settings.batchSize() + " is more than the " + train.size() + " training examples");
        }
        long perEpoch = settings.batchSize() == 0 ? 1 : train.size() / settings.batchSize();
        this.clock = new Clock(0, settings.steps(), perEpoch);
        Loss wrapped = settings.loss();
        Update moving = this::move;
        for (Method method : settings.methods()) {
            wrapped = method.loss(wrapped, this);
            moving = method.update(moving, this);
        }
        this.loss = wrapped;
        this.update = moving;
        boolean plain = wrapped == settings.loss() && wrapped instanceof OutputGradient;
        this.backprop = plain && settings.handGradient() ? model.backprop() : Optional.empty();
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
        try (Scope scope = Scope.open()) {
            lastLoss = update.step(model, gradient(batch()));
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

    private Gradient gradient(Batch batch) {
        BiFunction<Batch, Boolean, Pass> passes =
                (rows, first) -> new Pass(model, rows, Hook.NONE, Mode.TRAIN, clock, first, seeds);
        return backprop.<Gradient>map(
                        hand -> new HandGradient(hand, (OutputGradient) loss, batch, passes, workers, settings.lanes()))
                .orElseGet(() -> new AutogradGradient(
                        loss, batch, passes, () -> List.copyOf(allParameters().values())));
    }

    private Map<String, Tensor> allParameters() {
        Map<String, Tensor> all = new LinkedHashMap<>(model.parameters());
        all.putAll(trained);
        return all;
    }

    /** The innermost update: one move by the optimizer. */
    private double move(Model moved, Gradient gradient) {
        double before = gradient.compute();
        if (Double.isNaN(before)) {
            return before;
        }
        moves++;
        double rate = settings.optimizer().learningRate() * settings.schedule().factor(clock);
        List<Map.Entry<String, Tensor>> parameters = List.copyOf(allParameters().entrySet());
        workers.forEach(parameters.size(), i -> {
            String name = parameters.get(i).getKey();
            Tensor parameter = parameters.get(i).getValue();
            Optimizer.Slots own = slot -> slot(name + "." + slot, parameter);
            try (Autograd.Guard guard = Autograd.noGrad()) {
                settings.optimizer().step(parameter, parameter.grad(), own, moves, rate);
            }
        });
        return before;
    }

    private Tensor slot(String name, Tensor like) {
        return slots.computeIfAbsent(name, key -> Scope.release(like.zerosLike()));
    }

    private Batch batch() {
        if (settings.batchSize() == 0) {
            Batch known = whole;
            if (known == null) {
                known = placed(train.batch(train.ids()));
                Scope.release(known.inputs());
                Scope.release(known.targets());
                whole = known;
            }
            return known;
        }
        if (clock.epoch() != orderEpoch) {
            orderEpoch = clock.epoch();
            long[] ids = train.ids();
            int[] shuffled = seeds.of("order").of(orderEpoch).permutation(ids.length);
            order = Arrays.stream(shuffled).mapToLong(i -> ids[i]).toArray();
        }
        int from = (int) (clock.step() % clock.stepsPerEpoch()) * settings.batchSize();
        return placed(train.batch(Arrays.copyOfRange(order, from, from + settings.batchSize())));
    }

    private Batch placed(Batch batch) {
        return batch.move(model.parameters().values().iterator().next().device());
    }

    /** The loss before the last move, as the update reported it; NaN before the first and after a skipped step. */
    public double lastLoss() {
        return lastLoss;
    }

    /** Why the training ended before its last step, if it did. */
    public Optional<String> stopReason() {
        return Optional.ofNullable(stopped);
    }

    /** Everything that a resume needs besides the recipe, live tensors by name and whole numbers by name. */
    public State state() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        model.parameters().forEach((name, tensor) -> tensors.put("model/" + name, tensor));
        model.buffers().forEach((name, tensor) -> tensors.put("buffer/" + name, tensor));
        slots.forEach((name, tensor) -> tensors.put("optimizer/" + name, tensor));
        kept.forEach((name, tensor) -> tensors.put("keep/" + name, tensor));
        trained.forEach((name, tensor) -> tensors.put("parameter/" + name, tensor));
        return new State(tensors, clock.step(), moves, stopReason());
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
        try (Autograd.Guard guard = Autograd.noGrad()) {
            model.parameters().forEach((name, tensor) -> tensor.copy_(required(state, "model/" + name)));
            model.buffers().forEach((name, tensor) -> tensor.copy_(required(state, "buffer/" + name)));
            take(state, "optimizer/", slots);
            take(state, "keep/", kept);
            take(state, "parameter/", trained);
            trained.values().forEach(tensor -> tensor.requiresGrad(true));
        }
    }

    private static Tensor required(State state, String name) {
        Tensor tensor = state.tensors().get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("the saved state lacks " + name);
        }
        return tensor;
    }

    private static void take(State state, String prefix, Map<String, Tensor> into) {
        state.tensors().forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                // Written into, not replaced: a method may have asked for it when it wrapped the loss, and hold on to
                // it.
                into.computeIfAbsent(name.substring(prefix.length()), key -> Scope.release(tensor.copy()))
                        .copy_(tensor);
            }
        });
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
        return kept.computeIfAbsent(name, key -> Scope.release(initial.get()));
    }

    @Override
    public Tensor parameter(String name, Supplier<Tensor> initial) {
        return trained.computeIfAbsent(name, key -> Scope.release(initial.get()).requiresGrad(true));
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
        List<Tensor> owned = new ArrayList<>();
        owned.addAll(slots.values());
        owned.addAll(kept.values());
        owned.addAll(trained.values());
        if (whole != null) {
            owned.add(whole.inputs());
            owned.add(whole.targets());
        }
        owned.forEach(Tensor::close);
    }
}
