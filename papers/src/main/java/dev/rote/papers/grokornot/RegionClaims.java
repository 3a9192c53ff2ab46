package dev.rote.papers.grokornot;

import static dev.rote.papers.grokornot.Look.TEST;
import static dev.rote.papers.grokornot.Look.TRAIN;
import static dev.rote.papers.grokornot.Look.claim;
import static dev.rote.papers.grokornot.Look.percent;
import static dev.rote.papers.grokornot.Look.phase;

import dev.rote.claims.Arms;
import dev.rote.claims.Claim;
import dev.rote.claims.Observation;
import dev.rote.claims.Phase;
import dev.rote.runs.RunResult;
import java.util.List;

/** Claims R1 to R6, M1 to M3: which phases there are under other regularisers, activations, losses and operations. */
final class RegionClaims {

    private RegionClaims() {}

    static List<Claim> claims() {
        return List.of(
                claim(
                        "R1",
                        "Forgetting appears at weight decay 20 and not below",
                        "section 2.1, figure 3",
                        "at decay 20 largest test >= 99 % and final test < 90 %; at 0, 5, 15 final test >= 90 %",
                        "in a phase diagram only",
                        RegionClaims::forgettingNeedsDecay),
                claim(
                        "R2",
                        "Dropout orders the phases as weight decay does, with Confusion at the largest rate",
                        "section 4.2, figure 7",
                        "final train strictly falls over dropout 0, 0.3, 0.6 through Coexistence, Partial and Full"
                                + " Inversion; at 0.9 train < 90 % and test < 90 % throughout",
                        "in a phase diagram only",
                        RegionClaims::dropoutOrders),
                claim(
                        "R3",
                        "The relu net inverts under weight decay and never forgets",
                        "appendix",
                        "p = 53: some decay inverts; no decay up to 40 has largest test >= 90 % and final test < 90 %",
                        "in a phase diagram only",
                        RegionClaims::reluNeverForgets),
                claim(
                        "R4",
                        "For the relu net dropout brings Confusion, not inversion",
                        "appendix",
                        "p = 53: at dropout 0.6 final train < 90 % and test < 90 % throughout",
                        "in a phase diagram only",
                        arms -> confused(arms.get(SideArms.RELU + "dropout-0.6"), Observation.start())),
                claim(
                        "R5",
                        "With cross-entropy inversion is a band of weight decay that ends in Confusion, not Forgetting",
                        "appendix",
                        "p = 53: of the decays 0, 2, 5, 15 some between inverts, the smallest and the largest do not; the"
                                + " largest ends with train < 90 % and has test < 90 % throughout",
                        "in a phase diagram only",
                        RegionClaims::entropyBand),
                claim(
                        "R6",
                        "Cross-entropy needs stronger decay for inversion than the squared error",
                        "appendix",
                        "p = 53: the smallest of the decays 0, 2, 5, 15 that inverts is larger than with the squared"
                                + " error",
                        "in a phase diagram only",
                        RegionClaims::entropyNeedsMore),
                claim(
                        "M1",
                        "The net groks multiplication, too, with neurons that are waves over discrete logarithms",
                        "section 2, appendix",
                        "clean labels, decay 5: test >= 99 % and mean IPR > 0.75 (over discrete logarithms) at step 200",
                        "in words only",
                        arms -> Observation.start()
                                .atLeast("test %", percent(arms.get(SideArms.MULTIPLICATION + "clean"), TEST), 99)
                                .see(
                                        "mean IPR",
                                        arms.get(SideArms.MULTIPLICATION + "clean")
                                                .last("ipr.mean"))
                                .and(arms.get(SideArms.MULTIPLICATION + "clean").last("ipr.mean") > 0.75)),
                claim(
                        "M2",
                        "On corrupted multiplication weight decay 15 gives Full Inversion, too",
                        "appendix",
                        "as D6: test >= 99.5 %, train within 1 point of 65.4 %",
                        "in a phase diagram only",
                        arms -> Observation.start()
                                .atLeast("test %", percent(arms.get(SideArms.MULTIPLICATION + "decay-15"), TEST), 99.5)
                                .within(
                                        "train %",
                                        percent(arms.get(SideArms.MULTIPLICATION + "decay-15"), TRAIN), 64.4, 66.4)),
                claim(
                        "M3",
                        "Multiplication has the phases of addition",
                        "appendix",
                        "same phase as addition at weight decay 0, 5 and 15",
                        "phase diagrams almost identical",
                        RegionClaims::samePhases));
    }

    private static Observation forgettingNeedsDecay(Arms arms) {
        RunResult run = arms.get(MainArms.FORGETTING);
        Observation seen = Observation.start()
                .atLeast("largest test % at decay 20", 100 * run.readings(TEST).max(), 99)
                .see("final test % at decay 20", percent(run, TEST))
                .and(percent(run, TEST) < 90);
        for (String arm : List.of(MainArms.COEXISTENCE, MainArms.PARTIAL, MainArms.FULL)) {
            seen = seen.atLeast("test % of " + arm, percent(arms.get(arm), TEST), 90);
        }
        return seen;
    }

    private static Observation dropoutOrders(Arms arms) {
        RunResult none = arms.get(MainArms.COEXISTENCE);
        RunResult some = arms.get(MainArms.dropout(0.3));
        RunResult more = arms.get(MainArms.dropout(0.6));
        Observation seen = Observation.start()
                .see("train % without dropout", percent(none, TRAIN))
                .see("at 0.3", percent(some, TRAIN))
                .see("at 0.6", percent(more, TRAIN))
                .and(percent(none, TRAIN) > percent(some, TRAIN) && percent(some, TRAIN) > percent(more, TRAIN))
                .and(phase(none) == Phase.COEXISTENCE)
                .and(phase(some) == Phase.PARTIAL_INVERSION)
                .and(phase(more) == Phase.FULL_INVERSION);
        return confused(arms.get(MainArms.dropout(0.9)), seen);
    }

    private static Observation confused(RunResult run, Observation seen) {
        return seen.see("train % at " + run.recipe().name(), percent(run, TRAIN))
                .see("largest test % there", 100 * run.readings(TEST).max())
                .and(percent(run, TRAIN) < 90 && run.readings(TEST).max() < 0.9);
    }

    private static Observation reluNeverForgets(Arms arms) {
        Observation seen = Observation.start();
        boolean inverts = false;
        for (int decay : SideArms.RELU_DECAYS) {
            RunResult run = arms.get(SideArms.RELU + "decay-" + decay);
            inverts |= Look.inverted(phase(run));
            seen = seen.see("train % at decay " + decay, percent(run, TRAIN))
                    .see("test % at decay " + decay, percent(run, TEST))
                    .and(run.readings(TEST).max() < 0.9 || run.last(TEST) >= 0.9);
        }
        return seen.and(inverts);
    }

    private static Observation entropyBand(Arms arms) {
        Observation seen = Observation.start();
        boolean inverts = false;
        for (int decay : SideArms.ENTROPY_DECAYS) {
            RunResult run = arms.get(SideArms.ENTROPY + "decay-" + decay);
            inverts |= Look.inverted(phase(run));
            seen = seen.see("train % at decay " + decay, percent(run, TRAIN))
                    .see("test % at decay " + decay, percent(run, TEST));
        }
        int last = SideArms.ENTROPY_DECAYS.length - 1;
        RunResult smallest = arms.get(SideArms.ENTROPY + "decay-" + SideArms.ENTROPY_DECAYS[0]);
        RunResult largest = arms.get(SideArms.ENTROPY + "decay-" + SideArms.ENTROPY_DECAYS[last]);
        return confused(largest, seen.and(inverts && !Look.inverted(phase(smallest))));
    }

    private static Observation entropyNeedsMore(Arms arms) {
        double entropy = smallestInverting(arms, "decay-");
        double squares = smallestInverting(arms, "control-");
        return Observation.start()
                .see("smallest inverting decay with cross-entropy", entropy)
                .see("with squared error", squares)
                .and(entropy > squares && Double.isFinite(entropy));
    }

    private static double smallestInverting(Arms arms, String loss) {
        for (int decay : SideArms.ENTROPY_DECAYS) {
            if (Look.inverted(phase(arms.get(SideArms.ENTROPY + loss + decay)))) {
                return decay;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static Observation samePhases(Arms arms) {
        Observation seen = Observation.start();
        for (String decay : List.of(MainArms.COEXISTENCE, MainArms.PARTIAL, MainArms.FULL)) {
            RunResult times = arms.get(SideArms.MULTIPLICATION + decay);
            seen = seen.see("train % at " + decay, percent(times, TRAIN))
                    .see("test % at " + decay, percent(times, TEST))
                    .and(phase(times) == phase(arms.get(decay)));
        }
        return seen;
    }
}
