package dev.rote.papers.grokornot;

import static dev.rote.papers.grokornot.Look.CORRUPTED;
import static dev.rote.papers.grokornot.Look.TEST;
import static dev.rote.papers.grokornot.Look.TRAIN;
import static dev.rote.papers.grokornot.Look.UNCORRUPTED;
import static dev.rote.papers.grokornot.Look.claim;
import static dev.rote.papers.grokornot.Look.generalising;
import static dev.rote.papers.grokornot.Look.memorising;
import static dev.rote.papers.grokornot.Look.percent;

import dev.rote.claims.Arms;
import dev.rote.claims.Claim;
import dev.rote.claims.Observation;
import dev.rote.runs.RunResult;
import dev.rote.runs.Series;
import java.util.List;

/** Claims D1 to D7c: what the net ends up with under more and more weight decay. */
final class DecayClaims {

    private DecayClaims() {}

    static List<Claim> claims() {
        return List.of(
                claim(
                        "D1",
                        "On clean labels the net groks: it fits the train part first and generalises later",
                        "section 2, figure 2 and notebook",
                        "test >= 99 % by step 60, and test < 20 % at the first step with train >= 99 %",
                        "train 100 % and test 23 % at step 30, test 99.9 % at step 42",
                        DecayClaims::groks),
                claim(
                        "D2",
                        "While the net groks, the mean IPR of its neurons rises",
                        "section 2, figure 2 and notebook",
                        "mean IPR > 0.75 at step 100",
                        "0.04 at the start, about 0.83 at step 100 (read off a figure)",
                        DecayClaims::iprRises),
                claim(
                        "D3",
                        "Without regularisation the net fits corrupted labels and generalises (Coexistence)",
                        "section 2.1, figure 3 and notebook",
                        "train and test both in [95, 100] % after 1000 steps",
                        "train 97.8 %, test 98.3 %",
                        DecayClaims::coexists),
                claim(
                        "D3b",
                        "It memorises and generalises at the same time",
                        "abstract (i)",
                        "as D3, and corrupted-train >= 90 %",
                        "",
                        arms -> coexists(arms)
                                .atLeast("corrupted-train %", percent(arms.get(MainArms.COEXISTENCE), CORRUPTED), 90)),
                claim(
                        "D4",
                        "In Coexistence neurons are of two kinds: most with low IPR, some with high, few between",
                        "section 3, figure 4 and notebook",
                        "60-80 % of neurons with IPR < 0.2, 20-35 % with IPR > 0.5, at most 6 % between",
                        "at least 337 of 500 in the lowest bin, about 140 at 0.75-0.95 (read off a figure)",
                        DecayClaims::twoKinds),
                claim(
                        "D5",
                        "With weight decay 5 the net unlearns part of the corrupted labels (Partial Inversion)",
                        "section 2.1, figure 3 and notebook",
                        "test >= 99 %, train in [72, 88] % after 500 steps",
                        "train 78.6 %, test 100.0 %",
                        DecayClaims::partlyInverts),
                claim(
                        "D6",
                        "With weight decay 15 it is right where its teacher was wrong (Full Inversion)",
                        "section 2.1, figure 3 and notebook",
                        "test >= 99.5 %, train within 1 point of 100 (1 - xi + xi/p) = 65.4 %",
                        "train 65.37 %, test 100.0 %",
                        DecayClaims::fullyInverts),
                claim(
                        "D6b",
                        "With weight decay 15 it is right on the uncorrupted train part",
                        "abstract (iii)",
                        "uncorrupted-train >= 99.5 %",
                        "100 %",
                        arms -> Observation.start()
                                .atLeast("uncorrupted-train %", percent(arms.get(MainArms.FULL), UNCORRUPTED), 99.5)),
                claim(
                        "D7",
                        "Weight decay shifts the neurons from low to high IPR",
                        "section 4.1, figure 6",
                        "percent of neurons with IPR < 0.2 strictly falls over weight decay 0, 5, 15, to at most 20",
                        "about 68, 47, 9 (read off a figure)",
                        DecayClaims::iprShifts),
                claim(
                        "D7b",
                        "Under enough weight decay all neurons generalise",
                        "abstract (iv)",
                        "at weight decay 15 after 500 steps at least 90 % of the living neurons have IPR > 0.5",
                        "",
                        arms -> Observation.start()
                                .atLeast("neurons with IPR > 0.5, %", generalising(arms.get(MainArms.FULL)), 90)),
                claim(
                        "D7c",
                        "Under enough weight decay and enough steps all neurons generalise",
                        "abstract (iv); ours: D7b at the 2000 steps of the phase diagrams",
                        "at weight decay 15 after 2000 steps at least 90 % of the living neurons have IPR > 0.5",
                        "",
                        arms -> Observation.start()
                                .atLeast("neurons with IPR > 0.5, %", generalising(arms.get(MainArms.LONG)), 90)));
    }

    static Observation groks(Arms arms) {
        RunResult run = arms.get(MainArms.GROKKING);
        Series train = Look.percents(run, TRAIN);
        Series test = Look.percents(run, TEST);
        long generalised = test.firstStepAtLeast(99);
        long fitted = train.firstStepAtLeast(99);
        Observation seen = Observation.start()
                .see("first step with train >= 99 %", fitted)
                .see("first step with test >= 99 %", generalised)
                .and(fitted >= 0 && generalised >= 0 && generalised <= 60);
        return fitted < 0
                ? seen
                : seen.see("test % at the former", test.at(fitted)).and(test.at(fitted) < 20);
    }

    private static Observation iprRises(Arms arms) {
        Series ipr = arms.get(MainArms.GROKKING).readings("ipr.mean");
        return Observation.start()
                .see("mean IPR at the start", ipr.at(0))
                .see("mean IPR at step 100", ipr.at(100))
                .and(ipr.at(100) > 0.75);
    }

    private static Observation coexists(Arms arms) {
        RunResult run = arms.get(MainArms.COEXISTENCE);
        return Observation.start()
                .within("train %", percent(run, TRAIN), 95, 100)
                .within("test %", percent(run, TEST), 95, 100);
    }

    private static Observation twoKinds(Arms arms) {
        RunResult run = arms.get(MainArms.COEXISTENCE);
        double low = memorising(run);
        double high = generalising(run);
        return Observation.start()
                .within("neurons with IPR < 0.2, %", low, 60, 80)
                .within("neurons with IPR > 0.5, %", high, 20, 35)
                .atMost("between, %", 100 - low - high, 6);
    }

    private static Observation partlyInverts(Arms arms) {
        RunResult run = arms.get(MainArms.PARTIAL);
        return Observation.start()
                .atLeast("test %", percent(run, TEST), 99)
                .within("train %", percent(run, TRAIN), 72, 88)
                .see("corrupted-train %", percent(run, CORRUPTED));
    }

    private static Observation fullyInverts(Arms arms) {
        RunResult run = arms.get(MainArms.FULL);
        return Observation.start()
                .atLeast("test %", percent(run, TEST), 99.5)
                .within("train %", percent(run, TRAIN), 64.4, 66.4)
                .see("corrupted-train %", percent(run, CORRUPTED));
    }

    private static Observation iprShifts(Arms arms) {
        double none = memorising(arms.get(MainArms.COEXISTENCE));
        double some = memorising(arms.get(MainArms.PARTIAL));
        double much = memorising(arms.get(MainArms.FULL));
        return Observation.start()
                .see("neurons with IPR < 0.2 at decay 0, %", none)
                .see("at decay 5, %", some)
                .atMost("at decay 15, %", much, 20)
                .and(none > some && some > much);
    }
}
