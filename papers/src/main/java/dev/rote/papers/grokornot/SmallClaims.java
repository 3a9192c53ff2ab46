package dev.rote.papers.grokornot;

import static dev.rote.papers.grokornot.Look.CORRUPTED;
import static dev.rote.papers.grokornot.Look.TEST;
import static dev.rote.papers.grokornot.Look.TRAIN;
import static dev.rote.papers.grokornot.Look.claim;
import static dev.rote.papers.grokornot.Look.generalising;
import static dev.rote.papers.grokornot.Look.memorising;
import static dev.rote.papers.grokornot.Look.percent;

import dev.rote.claims.Arms;
import dev.rote.claims.Claim;
import dev.rote.claims.Observation;
import dev.rote.claims.Phase;
import dev.rote.runs.RunResult;
import java.util.List;

/** Claim D21: the same directions at another size, p = 53, N = 250, alpha = 0.6, xi = 0.25, weight decay 0, 5, 10. */
final class SmallClaims {

    private SmallClaims() {}

    static List<Claim> claims() {
        return List.of(
                claim(
                        "D21",
                        "Coexistence, inversion, the shift of IPR and its two stages are there at another size",
                        "beyond the paper: claims D3 to D8 at p = 53",
                        "decay 0 in Coexistence with more neurons below IPR 0.2 and above 0.5 than between; train and"
                                + " corrupted-train fall over decay 0, 5, 10 with test >= 99 % at 5 and 10, Full"
                                + " Inversion at 10; neurons below 0.2 strictly fall; at 10 first train >= 99 % with"
                                + " test < 60 %, later Full Inversion's train with test >= 99 %",
                        "",
                        SmallClaims::sameDirections),
                claim(
                        "D21b",
                        "Pruning by rank separates memory from rule at another size",
                        "beyond the paper: claims D10, D11 at p = 53",
                        "decay 0: lowest IPR first to 50 %: corrupted-train falls by >= 30 points and more than test by"
                                + " >= 30; highest first to 30 %: test falls by >= 30 points and more than corrupted-train"
                                + " by >= 30",
                        "",
                        SmallClaims::pruningSeparates));
    }

    private static Observation sameDirections(Arms arms) {
        RunResult none = arms.get(SideArms.small(0));
        RunResult some = arms.get(SideArms.small(5));
        RunResult much = arms.get(SideArms.small(10));
        double between = 100 - memorising(none) - generalising(none);
        Observation ends = Observation.start()
                .see("train % at decay 0", percent(none, TRAIN))
                .see("at 5", percent(some, TRAIN))
                .see("at 10", percent(much, TRAIN))
                .and(falls(percent(none, TRAIN), percent(some, TRAIN), percent(much, TRAIN)))
                .and(falls(percent(none, CORRUPTED), percent(some, CORRUPTED), percent(much, CORRUPTED)))
                .see("test % at decay 0", percent(none, TEST))
                .atLeast("test % at 5", percent(some, TEST), 99)
                .atLeast("test % at 10", percent(much, TEST), 99)
                .and(Look.phase(none) == Phase.COEXISTENCE && Look.phase(much) == Phase.FULL_INVERSION)
                .see("neurons below 0.2 at decay 0, %", memorising(none))
                .see("at decay 5, %", memorising(some))
                .see("at decay 10, %", memorising(much))
                .and(falls(memorising(none), memorising(some), memorising(much)))
                .and(memorising(none) > between && generalising(none) > between);
        double inverted = 100 * (1.05 - much.recipe().corruptedShare());
        return ends.and(
                DynamicsClaims.memorisesThenUnlearns(much, 99, 59.999, inverted).holds());
    }

    private static Observation pruningSeparates(Arms arms) {
        RunResult run = arms.get(SideArms.small(0));
        double memory = fall(run, "lowest-ipr", "corrupted", 0.5);
        double rule = fall(run, "lowest-ipr", "test", 0.5);
        double ruleWithout = fall(run, "highest-ipr", "test", 0.3);
        double memoryWithout = fall(run, "highest-ipr", "corrupted", 0.3);
        return Observation.start()
                .atLeast("lowest first, corrupted-train falls by points", memory, 30)
                .see("test falls by", rule)
                .and(memory - rule >= 30)
                .atLeast("highest first, test falls by", ruleWithout, 30)
                .see("corrupted-train falls by", memoryWithout)
                .and(ruleWithout - memoryWithout >= 30);
    }

    private static double fall(RunResult run, String order, String part, double fraction) {
        double[] values = Look.pruned(run, order, part);
        return values[0] - values[Look.cut(run, order, fraction)];
    }

    private static boolean falls(double first, double second, double third) {
        return first > second && second > third;
    }
}
