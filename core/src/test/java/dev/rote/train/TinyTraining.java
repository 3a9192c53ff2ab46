package dev.rote.train;

import dev.rote.data.Batch;
import dev.rote.data.Dataset;
import dev.rote.data.ModularArithmetic;
import dev.rote.data.Operation;
import dev.rote.data.Parts;
import dev.rote.data.Target;
import dev.rote.losses.Mse;
import dev.rote.nets.Activation;
import dev.rote.nets.Model;
import dev.rote.nets.Net;
import dev.rote.nets.TwoLayer;
import dev.rote.tensor.DType;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A training that takes milliseconds, for tests: addition modulo 17, 202 of 289 equations, twelve steps of AdamW;
 * the other equations are test part and clean part.
 *
 * @param net the architecture
 * @param loss what is minimised
 * @param methods what changes training
 * @param batchSize rows per step; 0 for all
 * @param handGradient whether a hand-written gradient may be used
 * @param place element type and device
 * @param workers how many
 * @param oneHot whether inputs and targets arrive as one-hot rows instead of tokens and classes
 */
public record TinyTraining(
        Net net,
        Loss loss,
        List<Method> methods,
        int batchSize,
        boolean handGradient,
        Place place,
        int workers,
        boolean oneHot) {

    /** Steps of a whole training. */
    public static final long STEPS = 12;

    /** A square two-layer net with dropout, full batch, float32, hand-written gradient, one worker, no methods. */
    public static TinyTraining plain() {
        Net net = new TwoLayer(24, Activation.SQUARE, 0.25, false);
        return new TinyTraining(net, new Mse(), List.of(), 0, true, Place.FLOAT32, 1, false);
    }

    /** The same with another net. */
    public TinyTraining net(Net other) {
        return new TinyTraining(other, loss, methods, batchSize, handGradient, place, workers, oneHot);
    }

    /** The same with another loss. */
    public TinyTraining loss(Loss other) {
        return new TinyTraining(net, other, methods, batchSize, handGradient, place, workers, oneHot);
    }

    /** The same with these methods. */
    public TinyTraining with(Method... others) {
        return new TinyTraining(net, loss, List.of(others), batchSize, handGradient, place, workers, oneHot);
    }

    /** The same in batches of so many rows. */
    public TinyTraining batchSize(int rows) {
        return new TinyTraining(net, loss, methods, rows, handGradient, place, workers, oneHot);
    }

    /** The same by automatic differentiation. */
    public TinyTraining autograd() {
        return new TinyTraining(net, loss, methods, batchSize, false, place, workers, oneHot);
    }

    /** The same in double precision. */
    public TinyTraining exact() {
        return new TinyTraining(net, loss, methods, batchSize, handGradient, Place.FLOAT64, workers, oneHot);
    }

    /** The same with more workers. */
    public TinyTraining workers(int count) {
        return new TinyTraining(net, loss, methods, batchSize, handGradient, place, count, oneHot);
    }

    /** The same on one-hot rows, by automatic differentiation. */
    public TinyTraining oneHotRows() {
        return new TinyTraining(net, loss, methods, batchSize, false, place, workers, true);
    }

    /**
     * What a training came to.
     *
     * @param weights parameters and buffers by name; equal only when every bit is
     * @param losses of the steps
     */
    public record Result(Map<String, List<Double>> weights, List<Double> losses) {

        /** A fingerprint of the weights and the losses: thousands of numbers would hide the failure that they tell of. */
        @Override
        public String toString() {
            return "weights " + Integer.toHexString(weights.hashCode()) + ", losses " + losses;
        }
    }

    /** Trains to the end. */
    public Result run() {
        return stopAfter(STEPS);
    }

    /** Trains for some steps of the whole. */
    public Result stopAfter(long steps) {
        try (Scope scope = Scope.open();
                Workers threads = new Workers(workers)) {
            Model model = model(7);
            List<Double> losses = new ArrayList<>();
            try (Loop loop = loop(model, threads)) {
                loop.start();
                advance(loop, steps, losses);
            }
            return new Result(weights(model), losses);
        }
    }

    /** Trains for some steps, carries the state over to a new training of a model with other weights, and goes on. */
    public Result interruptedAfter(long steps) {
        try (Scope scope = Scope.open();
                Workers threads = new Workers(workers)) {
            List<Double> losses = new ArrayList<>();
            Loop.State saved;
            try (Loop loop = loop(model(7), threads)) {
                loop.start();
                advance(loop, steps, losses);
                Map<String, Tensor> copies = new LinkedHashMap<>();
                loop.state()
                        .tensors()
                        .forEach((name, tensor) ->
                                copies.put(name, tensor.detach().copy()));
                saved = new Loop.State(copies, loop.state().step(), loop.state().moves(), loop.stopReason());
            }
            Model another = model(8);
            try (Loop loop = loop(another, threads)) {
                loop.restore(saved);
                loop.start();
                advance(loop, STEPS, losses);
            }
            return new Result(weights(another), losses);
        }
    }

    /** A model with weights of its own, in the scope of the caller. */
    public Model model(long seed) {
        return net.build(new InputShape.Tokens(2, 17), 17, place, new Seeds(seed).of("net"));
    }

    /** A loop over a model, for tests that go step by step. */
    public Loop loop(Model model, Workers threads) {
        return loop(model, threads, Recorder.NONE);
    }

    /** The same, its readings told to a recorder. */
    public Loop loop(Model model, Workers threads, Recorder recorder) {
        Parts parts = new ModularArithmetic(17, Operation.ADD, 0.7).open(new Seeds(3));
        parts = parts.with("clean", parts.get("test"));
        if (oneHot) {
            parts = parts.with("train", new WrittenOut(parts.get("train"), place.dtype()));
        }
        // A method that mixes rows is differentiated over the whole batch: its plain twin must be, too, to match bit
        // for bit.
        int lanes = oneHot ? 1 : 8;
        Settings settings = new Settings(
                loss,
                methods,
                List.of(),
                new AdamW(0.01, 0.9, 0.98, 1e-8, 1),
                new Constant(),
                STEPS,
                batchSize,
                lanes,
                handGradient);
        return new Loop(model, parts, settings, new Seeds(5), threads, recorder, new Others());
    }

    /** Other models of the same net. */
    private final class Others implements Models {
        @Override
        public Model another(Seeds seeds) {
            return net.build(new InputShape.Tokens(2, 17), 17, place, seeds);
        }

        @Override
        public Model finished(String name) {
            return NONE.finished(name);
        }
    }

    private static void advance(Loop loop, long until, List<Double> losses) {
        while (!loop.finished() && loop.clock().step() < until) {
            loop.step();
            losses.add(loop.lastLoss());
        }
    }

    /** Parameters and buffers of a model as lists, which are equal only when every bit is. */
    public static Map<String, List<Double>> weights(Model model) {
        Map<String, List<Double>> weights = new LinkedHashMap<>();
        model.parameters().forEach((name, tensor) -> weights.put(name, values(tensor)));
        model.buffers().forEach((name, tensor) -> weights.put(name, values(tensor)));
        return weights;
    }

    /** The elements of a tensor. */
    public static List<Double> values(Tensor tensor) {
        return Arrays.stream(tensor.toDoubles()).boxed().toList();
    }

    /** Tokens and classes as one-hot rows. */
    private record WrittenOut(Dataset inner, DType type) implements Dataset {

        @Override
        public long[] ids() {
            return inner.ids();
        }

        @Override
        public InputShape inputs() {
            return inner.inputs();
        }

        @Override
        public Target target() {
            return inner.target();
        }

        @Override
        public Batch batch(long[] ids) {
            Batch batch = inner.batch(ids);
            Tensor inputs = batch.inputs().oneHot(17, type).reshape(ids.length, 34);
            return new Batch(ids, inputs, batch.targets().oneHot(17, type));
        }
    }
}
