package dev.rote.papers.rholoss;

import dev.rote.data.augment.Crop;
import dev.rote.data.augment.Flip;
import dev.rote.data.files.Cifar10;
import dev.rote.data.prepare.HoldOut;
import dev.rote.data.prepare.Standardize;
import dev.rote.losses.CrossEntropy;
import dev.rote.measures.Accuracy;
import dev.rote.nets.Net;
import dev.rote.nets.Resnet18;
import dev.rote.nets.SmallCnn;
import dev.rote.noise.Noise;
import dev.rote.noise.SymmetricNoise;
import dev.rote.papers.images.SmallImages;
import dev.rote.runs.Probe;
import dev.rote.runs.Recipe;
import dev.rote.runs.RecipeDraft;
import dev.rote.train.AdamW;
import java.util.List;

/** On what data and with which nets ways to choose are compared. Half of the examples are held out; wrong labels are everywhere alike. */
enum Setting {
    /**
     * 10000 MNIST digits at 14 x 14 pixels, target 196-128-128-10, irreducible net one hidden layer of 64 (large: the target's), 800
     * steps, 600 with 30 % wrong labels.
     */
    MNIST14 {
        @Override
        RecipeDraft base(String name) {
            Recipe small = SmallImages.mnist14(name, 10_000, 4_000).recipe();
            return small.but()
                    .prepare(
                            small.prepare().get(0),
                            small.prepare().get(1),
                            small.prepare().get(2),
                            new HoldOut("train", "holdout", 0.5));
        }

        @Override
        Net net() {
            return SmallImages.mlp(128, 128);
        }

        @Override
        Net small() {
            return SmallImages.mlp(64);
        }

        @Override
        Noise noise(double fraction) {
            return SmallImages.symmetric(fraction);
        }

        @Override
        RecipeDraft target(String name, int noise) {
            return spoiled(base(name), noise)
                    .net(net())
                    .steps(noise < 30 ? 800 : 600)
                    .epochs(0)
                    .logEvery(20);
        }

        @Override
        RecipeDraft irreducible(String name, int noise, Net net) {
            return spoiled(base(name), noise).net(net).batchSize(32).epochs(20).logEvery(0);
        }
    },
    /** As published: CIFAR-10 in two halves, ResNet-18, a small convolutional irreducible net, a hundred passes of the large batches. */
    CIFAR10 {
        @Override
        RecipeDraft base(String name) {
            return new Recipe()
                    .but()
                    .name(name)
                    .data(new Cifar10())
                    .prepare(new Standardize(), new HoldOut("train", "holdout", 0.5))
                    .augment(new Crop(4), new Flip(0.5))
                    .loss(new CrossEntropy());
        }

        @Override
        Net net() {
            return new Resnet18(64, List.of(2, 2, 2, 2), false);
        }

        @Override
        Net small() {
            return new SmallCnn(List.of(64, 128, 256), 3, false, 0, List.of(128, 256), false);
        }

        @Override
        Noise noise(double fraction) {
            return new SymmetricNoise(fraction, true);
        }

        @Override
        RecipeDraft target(String name, int noise) {
            return spoiled(base(name), noise).net(net()).epochs(100).logEvery(0);
        }

        @Override
        RecipeDraft irreducible(String name, int noise, Net net) {
            return spoiled(base(name), noise).net(net).batchSize(32).epochs(100).logEvery(0);
        }
    };

    abstract RecipeDraft base(String name);

    /** The target's net. */
    abstract Net net();

    /** The irreducible net. */
    abstract Net small();

    abstract Noise noise(double fraction);

    /** The target's training, without a way to choose. */
    abstract RecipeDraft target(String name, int noise);

    /** The irreducible net's training, without roles. */
    abstract RecipeDraft irreducible(String name, int noise, Net net);

    /** The irreducible net as large as the target. */
    Net large() {
        return net();
    }

    RecipeDraft spoiled(RecipeDraft draft, int noise) {
        return draft.noise(noise == 0 ? new Noise[0] : new Noise[] {noise(noise / 100.0)})
                .optimizer(new AdamW())
                .batchSize(320)
                .probes(List.of(new Probe(new Accuracy("test"))));
    }
}
