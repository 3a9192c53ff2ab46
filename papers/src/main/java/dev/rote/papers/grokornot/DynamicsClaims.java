package dev.rote.papers.grokornot;

import static dev.rote.papers.grokornot.Look.CORRUPTED;
import static dev.rote.papers.grokornot.Look.TEST;
import static dev.rote.papers.grokornot.Look.TRAIN;
import static dev.rote.papers.grokornot.Look.claim;

import dev.rote.claims.Arms;
import dev.rote.claims.Claim;
import dev.rote.claims.Observation;
import dev.rote.runs.RunResult;
import dev.rote.runs.Series;
import java.util.List;

/** Claims D8, D8b, D9, D19: in which order a regularised net memorises, generalises, and lets go. */
final class DynamicsClaims {

    private DynamicsClaims() {}

    static List<Claim> claims() {
        return List.of(
                claim(
                        "D8",
                        "With weight decay 15 training has two stages: the net memorises and generalises, then suddenly"
                                + " unlearns the corrupted labels",
                        "abstract, section 2.1, figure 3 and notebook",
                        "train >= 99.5 % at a step with test < 60 %; later train <= 67 % with test >= 99 %; the fall"
                                + " from the last train >= 99.5 % takes < 150 steps",
                        "train 99.9 % at step 60, 91 at 120, 75 at 150, 65.4 at 300; test 41 % at 90, 99.8 at 150",
                        DynamicsClaims::twoStages),
                claim(
                        "D8b",
                        "Only the regularised net lets go for good: without decay corrupted labels are learned again"
                                + " after a dip",
                        "control; not in the paper",
                        "decay 0: corrupted-train falls by >= 5 points from its height, then ends >= 5 points above the"
                                + " dip; decay 15: it stays <= 3 % once it has fallen to 3 %",
                        "",
                        DynamicsClaims::dips),
                claim(
                        "D9",
                        "With weight decay 20 the net generalises and then forgets everything (Forgetting)",
                        "section 2.1, appendix, and notebook",
                        "largest test >= 99 %, final test <= 3 %, final Frobenius norm of all weights < 0.1",
                        "test 100 % at step 300, 94 at 900, 42 at 1200, 1.1 at 2700; norms 0; loss 1/p = 0.0103",
                        DynamicsClaims::forgets),
                claim(
                        "D19",
                        "Under dropout 0.6, too, the net first memorises and then unlearns",
                        "abstract, section 4.2",
                        "train >= 99 % at a step with test <= 10 %; later train <= 69 % with test >= 99 %",
                        "",
                        arms -> memorisesThenUnlearns(arms.get(MainArms.dropout(0.6)), 99, 10, 69)));
    }

    private static Observation twoStages(Arms arms) {
        RunResult run = arms.get(MainArms.FULL);
        Observation seen = memorisesThenUnlearns(run, 99.5, 59.999, 67);
        Series train = Look.percents(run, TRAIN);
        long height = lastStepAtLeast(train, 99.5);
        long floor = firstFallen(train, Look.percents(run, TEST), height, 67);
        return height < 0 || floor < 0
                ? seen.and(false)
                : seen.see("steps the fall takes", floor - height).and(floor - height < 150);
    }

    /** Looks for a step where train is high while test is still low, and a later one where train is low and test at least 99 %. */
    static Observation memorisesThenUnlearns(RunResult run, double high, double stillLow, double low) {
        Series train = Look.percents(run, TRAIN);
        Series test = Look.percents(run, TEST);
        long memorised = -1;
        for (long step : train.steps()) {
            if (train.at(step) >= high && test.at(step) <= stillLow) {
                memorised = step;
                break;
            }
        }
        Observation seen = Observation.start().see("largest train %", train.max());
        if (memorised < 0) {
            return seen.and(false);
        }
        long unlearned = firstFallen(train, test, memorised, low);
        Observation more = seen.see("memorised at step", memorised)
                .see("test % there", test.at(memorised))
                .see("unlearned at step", unlearned);
        return more.see("final train %", train.last())
                .see("final test %", test.last())
                .and(unlearned >= 0);
    }

    private static long firstFallen(Series train, Series test, long after, double low) {
        for (long step : train.steps()) {
            if (step > after && train.at(step) <= low && test.at(step) >= 99) {
                return step;
            }
        }
        return -1;
    }

    private static long lastStepAtLeast(Series series, double threshold) {
        long last = -1;
        for (long step : series.steps()) {
            last = series.at(step) >= threshold ? step : last;
        }
        return last;
    }

    private static Observation dips(Arms arms) {
        Series free = Look.percents(arms.get(MainArms.COEXISTENCE), CORRUPTED);
        long height = free.firstStepAtLeast(free.max());
        double dip = free.from(height).min();
        Observation seen = Observation.start()
                .see("decay 0: height %", free.max())
                .see("dip %", dip)
                .see("end %", free.last())
                .and(free.max() - dip >= 5 && free.last() - dip >= 5);
        Series decayed = Look.percents(arms.get(MainArms.FULL), CORRUPTED);
        Series after = decayed.from(decayed.firstStepAtLeast(decayed.max()));
        long fallen = after.steps().stream()
                .filter(step -> after.at(step) <= 3)
                .findFirst()
                .orElse(-1L);
        return fallen < 0
                ? seen.see("decay 15: least %", after.min()).and(false)
                : seen.atMost(
                        "decay 15: most after the fall %", after.from(fallen).max(), 3);
    }

    private static Observation forgets(Arms arms) {
        RunResult run = arms.get(MainArms.FORGETTING);
        Series test = Look.percents(run, TEST);
        return Observation.start()
                .atLeast("largest test %", test.max(), 99)
                .atMost("final test %", test.last(), 3)
                .see("final norm", run.last("norm.all"))
                .and(run.last("norm.all") < 0.1)
                .see("final loss", run.last("loss.train"));
    }
}
