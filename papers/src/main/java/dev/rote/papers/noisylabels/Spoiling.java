package dev.rote.papers.noisylabels;

import dev.rote.noise.AsymmetricNoise;
import dev.rote.noise.InstanceNoise;
import dev.rote.noise.Noise;
import dev.rote.papers.images.SmallImages;

/** A kind of noise under which the methods are compared. */
enum Spoiling {
    /** Half of the labels are another class, all others alike. */
    SYMMETRIC_50("sym-50", "symmetric 50 %", 40, 0.5, SmallImages.symmetric(0.5)),
    /** 40 % of five digits are the digit that looks like them; about 20 % of all labels are wrong. */
    ASYMMETRIC_40("asym-40", "asymmetric 40 %", 30, 0.2, new AsymmetricNoise()),
    /** Four labels in five are another class: heavy noise. */
    SYMMETRIC_80("sym-80", "symmetric 80 %", 40, 0.8, SmallImages.symmetric(0.8)),
    /** The wrong label depends on how the image looks: complex noise. */
    INSTANCE_40("pdn-40", "instance-dependent 40 %", 40, 0.4, new InstanceNoise(0.4));

    private final String id;
    private final String title;
    private final long epochs;
    private final double share;
    private final Noise noise;

    Spoiling(String id, String title, long epochs, double share, Noise noise) {
        this.id = id;
        this.title = title;
        this.epochs = epochs;
        this.share = share;
        this.noise = noise;
    }

    /** What its arms' names begin with. */
    String id() {
        return id;
    }

    /** What a reader is shown. */
    String title() {
        return title;
    }

    /** How long its arms train at desk scale. */
    long epochs() {
        return epochs;
    }

    /** The share of wrong labels that methods are told which must know it. */
    double share() {
        return share;
    }

    /** How labels are spoiled. */
    Noise noise() {
        return noise;
    }
}
