package dev.rote.papers.symmetricce;

import dev.rote.losses.Gce;
import dev.rote.losses.Mae;
import dev.rote.losses.Rce;
import dev.rote.losses.Sce;
import dev.rote.methods.Bootstrapping;
import dev.rote.methods.ForwardCorrection;
import dev.rote.noise.AsymmetricNoise;
import dev.rote.noise.Draw;
import dev.rote.noise.Noise;
import dev.rote.papers.images.SmallImages;
import dev.rote.runs.Recipe;
import java.util.List;

/** The ways of training that are compared, and the label noises under which they are. */
final class Ways {

    static final String CE = "ce";
    /** Symmetric cross-entropy with alpha 0.1, beta 1 and A = -4. */
    static final String SL = "sl";
    /** The same with A = log 1e-4, to which the authors' code amounts. */
    static final String SL_CODE = "sl-9.21";

    static final String GCE = "gce";
    static final String MAE = "mae";
    static final String RCE = "rce";

    /** Targets that lean by 0.05 to the predicted probabilities. */
    static final String SOFT = "soft-bootstrapping";
    /** Targets that lean by 0.2 to the predicted class. */
    static final String HARD = "hard-bootstrapping";
    /** Labels compared with what predictions would be after the noise, which is estimated after five epochs. */
    static final String FORWARD = "forward";

    static final String CLEAN = "clean";

    /** Those that differ in their loss. */
    static final List<String> LOSSES = List.of(CE, SL, SL_CODE, GCE, MAE, RCE);

    /** Those that are more than a loss, each with CE and with SL. */
    static final List<String> METHODS = List.of(SOFT, HARD, FORWARD);

    private Ways() {}

    /** A method that wraps symmetric cross-entropy in the place of cross-entropy. */
    static String with(String method) {
        return method + "-" + SL;
    }

    /** The recipe trained that way. */
    static Recipe train(Recipe plain, String way) {
        return switch (way) {
            case CE -> plain;
            case SL -> plain.withLoss(new Sce());
            case SL_CODE -> plain.withLoss(new Sce(0.1, 1, Math.log(1e-4)));
            case GCE -> plain.withLoss(new Gce());
            case MAE -> plain.withLoss(new Mae());
            case RCE -> plain.withLoss(new Rce());
            case SOFT -> plain.withMethods(new Bootstrapping());
            case HARD -> plain.withMethods(new Bootstrapping(0.8, true));
            case FORWARD -> plain.withMethods(new ForwardCorrection());
            case SOFT + "-" + SL, HARD + "-" + SL, FORWARD + "-" + SL ->
                train(plain, way.substring(0, way.length() - SL.length() - 1)).withLoss(new Sce());
            default -> throw new IllegalArgumentException("way must be one that is known, was " + way);
        };
    }

    /** Label noise from its name: {@code clean}, {@code sym-40} (percent, exclusive), {@code asym-40}. */
    static List<Noise> noise(String name, AsymmetricNoise.FlipMap map) {
        if (name.equals(CLEAN)) {
            return List.of();
        }
        double rate = Integer.parseInt(name.replaceFirst("^a?sym-", "")) / 100.0;
        return List.of(
                name.startsWith("sym-")
                        ? SmallImages.symmetric(rate)
                        : new AsymmetricNoise(rate, map, List.of(), Draw.IID));
    }
}
