package dev.rote.papers.arnoldiinfluence;

import dev.rote.claims.Means;
import dev.rote.estimates.RankMetrics;
import dev.rote.files.Table;
import dev.rote.runs.RunResult;

/** What claims read from a run. */
final class Look {

    static final String LOSS = "loss";
    static final String GRADIENT = "gradient";
    static final String HESSIAN = "hessian.train";

    private Look() {}

    static String arnoldi(int directions) {
        return "arnoldi-" + directions;
    }

    static String unweighted(int directions) {
        return "unweighted-" + directions;
    }

    static String random(int directions) {
        return "random-" + directions;
    }

    /** Area under the ROC curve of a column for finding wrong labels. */
    static double auc(RunResult run, String column) {
        Table table = run.table("influence");
        return RankMetrics.auc(table.doubles(column), table.doubles("wrong"));
    }

    /** Average precision of the same. */
    static double precision(RunResult run, String column) {
        Table table = run.table("influence");
        return RankMetrics.averagePrecision(table.doubles(column), table.doubles("wrong"));
    }

    static double auc(Means means, String arm, String column) {
        return means.of(arm, run -> auc(run, column));
    }

    static double precision(Means means, String arm, String column) {
        return means.of(arm, run -> precision(run, column));
    }

    /** The largest eigenvalue that Arnoldi iteration found. */
    static double top(RunResult run) {
        return run.table("eigenvalues").doubles("value")[0];
    }

    /** The residual of its eigenvector. */
    static double residual(RunResult run) {
        return run.last("influence.residual." + Experiments.part(run.recipe().name()));
    }
}
