package dev.rote.papers.arnoldiinfluence;

import static dev.rote.papers.Protocol.onMeans;
import static dev.rote.papers.arnoldiinfluence.Experiments.CLOTHES;
import static dev.rote.papers.arnoldiinfluence.Experiments.DIGITS;
import static dev.rote.papers.arnoldiinfluence.Experiments.TRAINED;
import static dev.rote.papers.arnoldiinfluence.Experiments.TUTORIAL;
import static dev.rote.papers.arnoldiinfluence.Look.arnoldi;
import static dev.rote.papers.arnoldiinfluence.Look.auc;
import static dev.rote.papers.arnoldiinfluence.Look.precision;

import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Evidence;
import dev.rote.claims.Means;
import dev.rote.claims.Observation;
import dev.rote.papers.Protocol;
import java.util.List;

/** Claims on finding wrong labels. */
final class RetrievalClaims {

    private static final String NOTEBOOK = "AUC 0.9976, AP 0.9868 (the authors' notebook)";

    private RetrievalClaims() {}

    static List<Claim> claims() {
        return List.of(
                onMeans(
                        "A1",
                        "More directions find more wrong labels",
                        "section 5.1, table 1",
                        "AUC and AP rise from 5 to 10 to 20 directions, on clothes",
                        "AUC 0.950 along 10, 0.982 along 100 (from memory)",
                        RetrievalClaims::rises),
                onMeans(
                        "A2",
                        "Dividing by the eigenvalues beats not dividing, in the same directions",
                        "section 3.2",
                        "AUC higher along 5, 10 and 20 directions, on clothes",
                        "",
                        RetrievalClaims::weights),
                onMeans(
                        "A3",
                        "Eigenvectors find as much as random directions",
                        "section 5.1, table 1",
                        "AUC within 0.02 along 20 directions, on clothes",
                        "AUC 0.982 and 0.986 along 100 (from memory)",
                        means -> parity(means, Look.random(20), "random")),
                onMeans(
                        "A3b",
                        "They find as much as whole gradients do, which is TracIn at one checkpoint",
                        "section 5.1, table 1",
                        "AUC within 0.02 along 20 directions, on clothes",
                        "AUC 0.982 and 0.987 (from memory)",
                        means -> parity(means, Look.GRADIENT, "gradient")),
                found("A6", "clothes", CLOTHES, 0.95, 0.85, "ours", ""),
                found("A6b", "digits, by a small CNN", DIGITS, 0.98, 0.90, "ours, after the notebook", NOTEBOOK),
                found("A7", "clothes, when trained on", TRAINED, 0.85, 0.5, "ours", ""),
                Protocol.unless(
                        found(
                                "P6",
                                "all digits, by the notebook's CNN",
                                TUTORIAL,
                                0.9926,
                                0.9668,
                                "notebook",
                                NOTEBOOK),
                        "200 products with the Hessian of a CNN of 800 000 weights are part of the paper scale"),
                onMeans(
                        "H1",
                        "The plain loss of the given label finds more than any of them",
                        "ours",
                        "AUC and AP of the loss above those of self-influence along 20 directions, on clothes and on digits",
                        "",
                        means -> loses(loses(Observation.start(), means, CLOTHES), means, DIGITS)),
                onMeans(
                        "H2",
                        "Along few directions random ones are no worse than eigenvectors",
                        "section 5.1, table 1",
                        "AUC of 5 random directions at least that of 5 eigenvectors, on clothes",
                        "AUC 0.972 and 0.950 along 10 (from memory)",
                        RetrievalClaims::few),
                new Claim(
                        "S1",
                        "It serves Transformers of hundreds of millions of weights, thousands of times faster than LiSSA",
                        "abstract, section 5.2",
                        "not checked",
                        "3 to 4 orders of magnitude",
                        results -> Evidence.notRun(
                                "is in no scale, not even the paper scale: such a Transformer, its data and LiSSA are not in Rote")));
    }

    private static Observation rises(Means means) {
        Observation seen = Observation.start();
        double lastAuc = 0;
        double lastPrecision = 0;
        for (int p : Experiments.DIRECTIONS) {
            double auc = auc(means, CLOTHES, arnoldi(p));
            double precision = precision(means, CLOTHES, arnoldi(p));
            seen = seen.see("AUC " + p, auc)
                    .and(auc > lastAuc)
                    .see("AP " + p, precision)
                    .and(precision > lastPrecision);
            lastAuc = auc;
            lastPrecision = precision;
        }
        return seen;
    }

    private static Observation weights(Means means) {
        Observation seen = Observation.start();
        for (int p : Experiments.DIRECTIONS) {
            double with = auc(means, CLOTHES, arnoldi(p));
            double without = auc(means, CLOTHES, Look.unweighted(p));
            seen = seen.see("weighted " + p, with)
                    .see("unweighted " + p, without)
                    .and(with > without);
        }
        return seen;
    }

    private static Observation parity(Means means, String other, String name) {
        double ours = auc(means, CLOTHES, arnoldi(20));
        double theirs = auc(means, CLOTHES, other);
        return Observation.start()
                .see("AUC eigenvectors", ours)
                .see("AUC " + name, theirs)
                .and(Math.abs(ours - theirs) <= 0.02);
    }

    private static Claim found(
            String id, String what, String arm, double auc, double precision, String where, String paper) {
        return new Claim(
                id,
                "Self-influence finds wrong labels of " + what,
                where,
                "AUC >= " + auc + " and AP >= " + precision + " along 20 directions",
                paper,
                Checks.everySeed(arms -> Observation.start()
                        .atLeast("AUC", Look.auc(arms.get(arm), arnoldi(20)), auc)
                        .atLeast("AP", Look.precision(arms.get(arm), arnoldi(20)), precision)));
    }

    private static Observation loses(Observation so, Means means, String arm) {
        double auc = auc(means, arm, Look.LOSS);
        double precision = precision(means, arm, Look.LOSS);
        double ourAuc = auc(means, arm, arnoldi(20));
        double ourPrecision = precision(means, arm, arnoldi(20));
        return so.see(arm + " AUC loss", auc)
                .see(arm + " AUC influence", ourAuc)
                .see(arm + " AP loss", precision)
                .see(arm + " AP influence", ourPrecision)
                .and(auc > ourAuc && precision > ourPrecision);
    }

    private static Observation few(Means means) {
        double ours = auc(means, CLOTHES, arnoldi(5));
        double random = auc(means, CLOTHES, Look.random(5));
        return Observation.start()
                .see("AUC eigenvectors", ours)
                .see("AUC random", random)
                .and(random >= ours);
    }
}
