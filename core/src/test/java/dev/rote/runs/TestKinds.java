package dev.rote.runs;

import dev.rote.data.ModularArithmetic;
import dev.rote.data.Preparation;
import dev.rote.data.Source;
import dev.rote.data.files.Digits;
import dev.rote.data.files.NpzFile;
import dev.rote.data.prepare.HoldOut;
import dev.rote.data.prepare.Take;
import dev.rote.losses.CrossEntropy;
import dev.rote.losses.Mse;
import dev.rote.measures.Accuracy;
import dev.rote.measures.Ipr;
import dev.rote.measures.MeanLoss;
import dev.rote.measures.Measure;
import dev.rote.measures.NeuronTable;
import dev.rote.measures.Pruning;
import dev.rote.measures.Subject;
import dev.rote.measures.WeightNorm;
import dev.rote.methods.DropByScore;
import dev.rote.methods.EarlyStopping;
import dev.rote.methods.Mixup;
import dev.rote.methods.RhoLoss;
import dev.rote.methods.Sam;
import dev.rote.nets.Mlp;
import dev.rote.nets.Net;
import dev.rote.nets.TwoLayer;
import dev.rote.noise.Noise;
import dev.rote.noise.SymmetricNoise;
import dev.rote.scores.ExampleLoss;
import dev.rote.scores.ExampleMargin;
import dev.rote.scores.ExampleScore;
import dev.rote.train.AdamW;
import dev.rote.train.Constant;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Optimizer;
import dev.rote.train.Schedule;
import dev.rote.yaml.Kinds;

/** The few kinds that tests of this package need. */
final class TestKinds {

    static final Kinds KINDS = Kinds.none()
            .with(Source.class, "modular-arithmetic", new ModularArithmetic())
            .with(Source.class, "npz", new NpzFile())
            .with(Source.class, "digits", new Digits())
            .with(Preparation.class, "take", new Take())
            .with(Preparation.class, "hold-out", new HoldOut())
            .with(Noise.class, "symmetric", new SymmetricNoise())
            .with(Net.class, "two-layer", new TwoLayer())
            .with(Net.class, "mlp", new Mlp())
            .with(Loss.class, "mse", new Mse())
            .with(Loss.class, "cross-entropy", new CrossEntropy())
            .with(Method.class, "sam", new Sam())
            .with(Method.class, "mixup", new Mixup())
            .with(Method.class, "drop-by-score", new DropByScore())
            .with(Method.class, "early-stopping", new EarlyStopping())
            .with(Method.class, "rho-loss", new RhoLoss())
            .with(Optimizer.class, "adamw", new AdamW())
            .with(Schedule.class, "constant", new Constant())
            .with(Measure.class, "accuracy", new Accuracy())
            .with(Measure.class, "mean-loss", new MeanLoss())
            .with(Measure.class, "weight-norm", new WeightNorm())
            .with(Measure.class, "pruning", new Pruning())
            .with(Measure.class, "ipr", new Ipr())
            .with(Measure.class, "neurons", new NeuronTable())
            .with(Measure.class, "breaking", new Breaking())
            .with(ExampleScore.class, "example-loss", new ExampleLoss())
            .with(ExampleScore.class, "example-margin", new ExampleMargin());

    private TestKinds() {}

    /** A measure that breaks when it is taken, in the midst of a run. */
    record Breaking() implements Measure {

        static final String MESSAGE = "this measure breaks on purpose";

        @Override
        public double of(Subject subject) {
            throw new IllegalArgumentException(MESSAGE);
        }

        @Override
        public String name() {
            return "test.breaking";
        }
    }
}
