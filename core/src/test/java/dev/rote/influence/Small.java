package dev.rote.influence;

import dev.rote.data.GaussianClouds;
import dev.rote.data.Parts;
import dev.rote.measures.Evaluator;
import dev.rote.measures.Landscape;
import dev.rote.measures.Subject;
import dev.rote.nets.Activation;
import dev.rote.nets.Mlp;
import dev.rote.nets.Model;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import dev.rote.train.Clock;
import dev.rote.train.Loss;
import dev.rote.train.Recorder;
import java.util.List;
import java.util.function.Function;

/** Nets small enough for their Hessian to be written down. */
final class Small {

    static final Parts CLOUDS = new GaussianClouds(300, 1.5).open(new Seeds(1));

    private Small() {}

    /** A net 2-3-2 with biases, 17 weights, float64, in the caller's scope. */
    static Model net() {
        return model(new Mlp(List.of(3), Activation.GELU, true, 0, false));
    }

    /** A linear net with biases, 6 weights, float64, all 0: where Newton's method for cross-entropy may start. */
    static Model linear() {
        Model model = model(new Mlp(List.of(), Activation.RELU, true, 0, false));
        try (Autograd.Guard guard = Autograd.noGrad()) {
            model.parameters().values().forEach(Tensor::zero_);
        }
        return model;
    }

    private static Model model(Mlp net) {
        Model model = net.build(CLOUDS.get("train").inputs(), 2, Place.FLOAT64, new Seeds(5));
        model.parameters().values().forEach(weight -> weight.requiresGrad(true));
        return model;
    }

    /** Looks at a model on parts. */
    static <T> T look(Model model, Parts parts, Loss loss, int workers, Function<Subject, T> what) {
        try (Scope scope = Scope.open();
                Workers threads = new Workers(workers);
                Evaluator evaluator = new Evaluator(model, parts, loss, new Seeds(6), threads, Recorder.NONE)) {
            return what.apply(evaluator.subject(new Clock(30, 100, 1)));
        }
    }

    /** The Hessian of the mean training loss, column by column, [P, P]. */
    static Tensor hessian(Subject subject) {
        Slopes slopes = new Slopes(subject);
        try (Scope scope = Scope.open();
                Landscape landscape = new Landscape(subject, "train", Integer.MAX_VALUE)) {
            int count = (int) Slopes.flat(landscape.zeros()).numel();
            Tensor matrix = scope.keep(Place.FLOAT64.zeros(count, count));
            for (int i = 0; i < count; i++) {
                Tensor unit = Place.FLOAT64.zeros(count);
                unit.narrow(0, i, 1).fill_(1);
                matrix.select(0, i).copy_(Slopes.flat(landscape.hessianTimes(slopes.split(unit))));
            }
            return matrix;
        }
    }

    /** The gradient of each example of a part, [N, P]. */
    static Tensor gradients(Subject subject, String part) {
        Slopes slopes = new Slopes(subject);
        return Tensor.stack(
                java.util.Arrays.stream(subject.parts().get(part).ids())
                        .mapToObj(id -> slopes.gradient(
                                subject.parts().get(part).batch(new long[] {id}).move(Place.FLOAT64)))
                        .toList(),
                0);
    }

    /** Moves the weights by a vector [P]. */
    static void move(Subject subject, Tensor by) {
        List<Tensor> weights = Slopes.weights(subject);
        List<Tensor> parts = new Slopes(subject).split(by);
        try (Autograd.Guard guard = Autograd.noGrad()) {
            for (int i = 0; i < weights.size(); i++) {
                weights.get(i).add_(parts.get(i));
            }
        }
    }

    /** Newton's steps to the minimum of the mean training loss; one is enough where it is a quadratic. */
    static void fit(Subject subject, int steps, double damping) {
        for (int i = 0; i < steps; i++) {
            try (Scope scope = Scope.open()) {
                Tensor matrix = hessian(subject);
                Tensor damped = matrix.add(identity(matrix.size(0)).mul(damping));
                Tensor slope = gradients(subject, "train").mean(0, false);
                move(
                        subject,
                        damped.inverse().mm(slope.reshape(-1, 1)).reshape(-1).neg());
            }
        }
    }

    private static Tensor identity(long n) {
        Tensor ones = Place.FLOAT64.zeros(n, n);
        for (int i = 0; i < n; i++) {
            ones.select(0, i).narrow(0, i, 1).fill_(1);
        }
        return ones;
    }
}
