package dev.rote.papers.grokornot;

import static dev.rote.papers.grokornot.Look.claim;

import dev.rote.claims.Arms;
import dev.rote.claims.Claim;
import dev.rote.claims.Observation;
import dev.rote.runs.RunResult;
import java.util.Arrays;
import java.util.List;

/** Claims D10 to D13: memorising neurons can be told by their IPR and cut out. */
final class PruningClaims {

    private static final String LOWEST = "lowest-ipr";
    private static final String HIGHEST = "highest-ipr";
    private static final String RANDOM = "random";

    private PruningClaims() {}

    static List<Claim> claims() {
        return List.of(
                claim(
                        "D10",
                        "Cutting the neurons of lowest IPR makes the Coexistence net forget the corrupted labels only",
                        "section 3.1, figure 5 and notebook",
                        "at every cut from 60 to 70 %: corrupted-train <= 3 %, test >= 98 %, train within 1 point of"
                                + " 65.4 %",
                        "at 70 %: corrupted-train 1 %, train 65.4 %, test 100 %, uncorrupted-train 100 %",
                        PruningClaims::forgetsCorrupted),
                claim(
                        "D10b",
                        "Cutting the memorising neurons improves the net on uncorrupted data",
                        "abstract (ii)",
                        "test at 70 % cut at least 1 point above test before",
                        "98.3 % before, 100 % after",
                        PruningClaims::improves),
                claim(
                        "D11",
                        "Cutting the neurons of highest IPR makes it forget the rule and keep the corrupted labels",
                        "section 3.1, figure 5 and notebook",
                        "at 30 % cut: test <= 10 %, corrupted-train >= 90 %",
                        "at 30 %: test 1 %, corrupted-train 97 %, uncorrupted-train 50 %",
                        PruningClaims::forgetsRule),
                claim(
                        "D12",
                        "Cutting neurons at random does neither",
                        "control; not in the paper",
                        "lowest first beats random on test by >= 15 points at 50 % cut; highest first is worse by >= 40"
                                + " points at every cut from 20 to 30 %",
                        "",
                        PruningClaims::rankMatters),
                claim(
                        "D13",
                        "In Partial Inversion, cutting neurons of highest IPR makes corrupted labels come back",
                        "appendix I",
                        "corrupted-train at 20 % cut at least 30 points above that before",
                        "in words only",
                        PruningClaims::memoriesComeBack));
    }

    private static Observation forgetsCorrupted(Arms arms) {
        RunResult run = arms.get(MainArms.COEXISTENCE);
        int[] cuts = Look.cuts(run, LOWEST, 0.6, 0.7);
        double[] train = Look.pruned(run, LOWEST, "train");
        return Observation.start()
                .and(cuts.length > 0)
                .atMost("largest corrupted-train %", most(Look.pruned(run, LOWEST, "corrupted"), cuts), 3)
                .atLeast("smallest test %", least(Look.pruned(run, LOWEST, "test"), cuts), 98)
                .atLeast("smallest train %", least(train, cuts), 64.4)
                .atMost("largest train %", most(train, cuts), 66.4);
    }

    private static Observation improves(Arms arms) {
        RunResult run = arms.get(MainArms.COEXISTENCE);
        double[] test = Look.pruned(run, LOWEST, "test");
        double after = test[Look.cut(run, LOWEST, 0.7)];
        return Observation.start()
                .see("test % before", test[0])
                .see("after", after)
                .atLeast("points gained", after - test[0], 1);
    }

    private static Observation forgetsRule(Arms arms) {
        RunResult run = arms.get(MainArms.COEXISTENCE);
        int cut = Look.cut(run, HIGHEST, 0.3);
        return Observation.start()
                .atMost("test %", Look.pruned(run, HIGHEST, "test")[cut], 10)
                .atLeast("corrupted-train %", Look.pruned(run, HIGHEST, "corrupted")[cut], 90);
    }

    private static Observation rankMatters(Arms arms) {
        RunResult run = arms.get(MainArms.COEXISTENCE);
        double gain = testAt(run, LOWEST, 0.5) - testAt(run, RANDOM, 0.5);
        double[] fraction = run.table("pruning-" + HIGHEST).doubles("fraction");
        double loss = Arrays.stream(Look.cuts(run, HIGHEST, 0.2, 0.3))
                .mapToDouble(i -> testAt(run, RANDOM, fraction[i]) - testAt(run, HIGHEST, fraction[i]))
                .min()
                .orElse(Double.NaN);
        return Observation.start()
                .atLeast("lowest first above random at 50 %, points", gain, 15)
                .atLeast("highest first below random at 20-30 %, points", loss, 40);
    }

    private static double testAt(RunResult run, String order, double fraction) {
        return Look.pruned(run, order, "test")[Look.cut(run, order, fraction)];
    }

    private static Observation memoriesComeBack(Arms arms) {
        RunResult run = arms.get(MainArms.PARTIAL);
        double[] corrupted = Look.pruned(run, HIGHEST, "corrupted");
        double after = corrupted[Look.cut(run, HIGHEST, 0.2)];
        return Observation.start()
                .see("corrupted-train % before", corrupted[0])
                .see("at 20 % cut", after)
                .and(after >= corrupted[0] + 30);
    }

    static double least(double[] values, int[] at) {
        return Arrays.stream(at).mapToDouble(i -> values[i]).min().orElse(Double.NaN);
    }

    static double most(double[] values, int[] at) {
        return Arrays.stream(at).mapToDouble(i -> values[i]).max().orElse(Double.NaN);
    }
}
