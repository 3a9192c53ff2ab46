package dev.rote.papers.grokornot;

import static dev.rote.papers.grokornot.Look.CORRUPTED;
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

/** Claims T1 to T6: what holds for the two-layer net holds for a Transformer and a three-layer MLP. */
final class OtherNetClaims {

    private OtherNetClaims() {}

    static List<Claim> claims() {
        String phases = "weak decay ends in Coexistence, strong decay in Full Inversion";
        String shift = "mean IPR of the embedding at strong decay at least twice that at weak decay";
        return List.of(
                claim(
                        "T1",
                        "More weight decay moves the Transformer from Coexistence to Full Inversion",
                        "appendix on Transformers",
                        phases,
                        "decay 10 and 50 in the example panels",
                        arms -> inverts(arms, OtherNets.TRANSFORMER)),
                claim(
                        "T2",
                        "More weight decay shifts the IPR of the Transformer's embedding up",
                        "appendix on Transformers",
                        shift,
                        "0.03-0.06 at the start, 0.03-0.05 in Coexistence, 0.10-0.28 in Full Inversion (read off a"
                                + " figure, p = 97)",
                        arms -> shifts(arms, OtherNets.TRANSFORMER)),
                claim(
                        "T3",
                        "More weight decay moves the three-layer MLP from Coexistence to Full Inversion",
                        "appendix on deeper MLPs",
                        phases,
                        "in a phase diagram only",
                        arms -> inverts(arms, OtherNets.DEEP)),
                claim(
                        "T4",
                        "More weight decay shifts the IPR of the three-layer MLP's first layer up",
                        "appendix on deeper MLPs",
                        shift,
                        "in histograms only",
                        arms -> shifts(arms, OtherNets.DEEP)),
                claim(
                        "T5",
                        "Dropout does not help the three-layer MLP: at 0.05 it neither memorises nor generalises",
                        "appendix on deeper MLPs",
                        "at dropout 0.05 final train < 90 % and test < 90 %",
                        "in a phase diagram only",
                        OtherNetClaims::dropoutUseless),
                claim(
                        "T6",
                        "With batch norm the three-layer MLP is in Coexistence",
                        "appendix on deeper MLPs",
                        "final train and test >= 90 %",
                        "in a phase diagram only",
                        OtherNetClaims::batchNormCoexists));
    }

    private static Observation inverts(Arms arms, String net) {
        RunResult weak = arms.get(net + OtherNets.WEAK);
        RunResult strong = arms.get(net + OtherNets.STRONG);
        return Observation.start()
                .see("weak decay: train %", percent(weak, TRAIN))
                .see("weak decay: test %", percent(weak, TEST))
                .see("weak decay: corrupted-train %", percent(weak, CORRUPTED))
                .see("strong decay: train %", percent(strong, TRAIN))
                .see("strong decay: test %", percent(strong, TEST))
                .see("strong decay: corrupted-train %", percent(strong, CORRUPTED))
                .and(phase(weak) == Phase.COEXISTENCE && phase(strong) == Phase.FULL_INVERSION);
    }

    private static Observation shifts(Arms arms, String net) {
        RunResult weak = arms.get(net + OtherNets.WEAK);
        double before = weak.last("ipr.mean");
        double after = arms.get(net + OtherNets.STRONG).last("ipr.mean");
        return Observation.start()
                .see("mean IPR at the start", weak.readings("ipr.mean").at(0))
                .see("at weak decay", before)
                .see("at strong decay", after)
                .and(after >= 2 * before);
    }

    private static Observation dropoutUseless(Arms arms) {
        RunResult run = arms.get(OtherNets.DEEP + OtherNets.DROPOUT);
        return Observation.start()
                .see("train %", percent(run, TRAIN))
                .see("test %", percent(run, TEST))
                .and(percent(run, TRAIN) < 90 && percent(run, TEST) < 90);
    }

    private static Observation batchNormCoexists(Arms arms) {
        RunResult run = arms.get(OtherNets.DEEP + OtherNets.BATCH_NORM);
        return Observation.start()
                .atLeast("train %", percent(run, TRAIN), 90)
                .atLeast("test %", percent(run, TEST), 90)
                .see("corrupted-train %", percent(run, CORRUPTED));
    }
}
