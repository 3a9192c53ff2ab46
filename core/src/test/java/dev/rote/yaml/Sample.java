package dev.rote.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A record with every type that binding supports, for the tests of this package. */
record Sample(
        String name,
        long seed,
        int batchSize,
        boolean resume,
        Element element,
        Data data,
        Shape net,
        Slope slope,
        List<Double> betas,
        List<Shape> methods,
        List<Data> parts,
        Map<String, Data> needs,
        Map<String, List<Long>> rows,
        Optional<Slope> schedule,
        Optional<Data> validation,
        OptionalInt lanes,
        OptionalLong dataSeed,
        OptionalDouble limit) {

    static final Kinds KINDS = Kinds.none()
            .with(Shape.class, "two-layer", new TwoLayer())
            .with(Shape.class, "stack", new Stack())
            .with(Shape.class, "empty", new Nothing())
            .with(Slope.class, "constant", new Constant())
            .with(Slope.class, "warm-up", new WarmUp());

    Sample() {
        this(
                "plain",
                0,
                64,
                false,
                Element.FLOAT32,
                new Data(),
                new TwoLayer(),
                new Constant(),
                List.of(0.9, 0.98),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty());
    }

    Sample {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize must be at least 1, was " + batchSize + "; choose e.g. 64");
        }
        betas = List.copyOf(betas);
        methods = List.copyOf(methods);
    }

    enum Element {
        FLOAT32,
        BIG_FLOAT
    }

    enum Operation {
        ADD("+"),
        SQUARES("x^2+y^2");

        private final String text;

        Operation(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    record Data(int modulus, Operation operation, double trainFraction) {
        Data() {
            this(97, Operation.ADD, 0.5);
        }

        Data {
            if (!(trainFraction > 0 && trainFraction <= 1)) {
                throw new IllegalArgumentException("train_fraction must lie in (0, 1], was " + trainFraction);
            }
            if (modulus == 13) {
                throw new IllegalArgumentException("thirteen is not trusted here");
            }
            if (modulus == 12) {
                throw new IllegalArgumentException("modulus and operation do not go together, was 12");
            }
        }
    }

    interface Shape {}

    record TwoLayer(int width, double weightDecay) implements Shape {
        TwoLayer() {
            this(500, 5.0);
        }

        TwoLayer {
            if (width < 1) {
                throw new IllegalArgumentException("width must be at least 1, was " + width);
            }
        }
    }

    record Stack(List<Shape> shapes, Slope slope) implements Shape {
        Stack() {
            this(List.of(), new Constant());
        }
    }

    record Nothing() implements Shape {}

    interface Slope {}

    record Constant(double lr) implements Slope {
        Constant() {
            this(0.01);
        }
    }

    record WarmUp(long steps, Slope then) implements Slope {
        WarmUp() {
            this(10, new Constant());
        }
    }
}
