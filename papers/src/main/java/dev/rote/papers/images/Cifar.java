package dev.rote.papers.images;

import dev.rote.data.augment.Crop;
import dev.rote.data.augment.Flip;
import dev.rote.data.files.Cifar10;
import dev.rote.data.prepare.Standardize;
import dev.rote.losses.CrossEntropy;
import dev.rote.nets.images.Resnet18;
import dev.rote.runs.Recipe;
import dev.rote.runs.RecipeDraft;
import dev.rote.train.Cosine;
import dev.rote.train.Sgd;

/** The training on CIFAR-10 that several papers publish; hours on a GPU. */
public final class Cifar {

    private Cifar() {}

    /**
     * CIFAR-10, standardised, cropped and flipped; ResNet-18, cross-entropy, SGD with momentum 0.9, rate 0.1 along a cosine, decay 0.0005; 200
     * epochs of batches of 128.
     */
    public static RecipeDraft resnet18(String name) {
        return new Recipe()
                .but()
                .name(name)
                .data(new Cifar10())
                .prepare(new Standardize())
                .augment(new Crop(), new Flip())
                .net(new Resnet18())
                .loss(new CrossEntropy())
                .optimizer(new Sgd(0.1, 0.9, false, 5e-4))
                .schedule(new Cosine())
                .epochs(200)
                .batchSize(128)
                .logEvery(0);
    }
}
