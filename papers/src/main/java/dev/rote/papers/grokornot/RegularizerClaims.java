package dev.rote.papers.grokornot;

import static dev.rote.papers.grokornot.Look.CORRUPTED;
import static dev.rote.papers.grokornot.Look.TEST;
import static dev.rote.papers.grokornot.Look.TRAIN;
import static dev.rote.papers.grokornot.Look.UNCORRUPTED;
import static dev.rote.papers.grokornot.Look.claim;
import static dev.rote.papers.grokornot.Look.generalising;
import static dev.rote.papers.grokornot.Look.percent;

import dev.rote.claims.Arms;
import dev.rote.claims.Claim;
import dev.rote.claims.Observation;
import dev.rote.runs.RunResult;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/** Claims D14, D15, D17, D18: batch norm, small batches and dropout in the place of weight decay. */
final class RegularizerClaims {

    /** How much louder generalising neurons must be than memorising ones. */
    private static final double LOUDER = 1.6;

    private RegularizerClaims() {}

    static List<Claim> claims() {
        return List.of(
                claim(
                        "D14",
                        "With batch norm the net generalises, and the norm's weights follow the neurons' IPR",
                        "section 4.3, figure 8 and notebook",
                        "test >= 99.5 %, train in [79.5, 84] %; Pearson correlation of IPR and |gamma| >= 0.7; mean"
                                + " |gamma| of IPR > 0.8 at least 1.6 times that of IPR < 0.2",
                        "train 80.4 %, test 100 %; |gamma| about 0.012-0.03 for IPR < 0.1, 0.045-0.06 for IPR > 0.9"
                                + " (read off a figure)",
                        RegularizerClaims::batchNorm),
                claim(
                        "D14b",
                        "With batch norm the net is right on the uncorrupted train part",
                        "abstract (iii)",
                        "uncorrupted-train >= 99.5 %",
                        "100 %",
                        arms -> Observation.start()
                                .atLeast(
                                        "uncorrupted-train %",
                                        percent(arms.get(MainArms.BATCH_NORM), UNCORRUPTED), 99.5)),
                claim(
                        "D14c",
                        "Batch norm turns memorising neurons down and generalising ones up, readout included",
                        "abstract (iv)",
                        "mean |gamma_k| |W_.k| of IPR > 0.8 at least 1.6 times that of IPR < 0.2",
                        "in words only",
                        RegularizerClaims::louder),
                claim(
                        "D15",
                        "Small batches without batch norm end with train slightly above that of batch norm",
                        "section 4.3 and notebook",
                        "test >= 99.5 %, train in [80, 86] %",
                        "train 81.8 %, test 100 %",
                        arms -> Observation.start()
                                .atLeast("test %", percent(arms.get(MainArms.MINIBATCH), TEST), 99.5)
                                .within("train %", percent(arms.get(MainArms.MINIBATCH), TRAIN), 80, 86)),
                claim(
                        "D17",
                        "Dropout 0.6 makes the net ignore the corrupted labels",
                        "abstract (iii), section 4.2",
                        "test >= 99.5 %, uncorrupted-train >= 99.5 %, train <= 69 %, corrupted-train <= 8 %",
                        "in a phase diagram only",
                        RegularizerClaims::dropoutIgnores),
                claim(
                        "D18",
                        "Dropout makes the neurons generalise",
                        "abstract (iv), section 4.2",
                        "percent of neurons with IPR > 0.5 strictly rises over dropout 0, 0.3, 0.7, to at least 80",
                        "in words only",
                        RegularizerClaims::dropoutShifts));
    }

    private static Observation batchNorm(Arms arms) {
        RunResult run = arms.get(MainArms.BATCH_NORM);
        double[] ipr = Look.livingIpr(run);
        double[] gain = Look.living(run, "gain");
        double ratio = mean(gain, ipr, x -> x > 0.8) / mean(gain, ipr, x -> x < 0.2);
        return Observation.start()
                .atLeast("test %", percent(run, TEST), 99.5)
                .within("train %", percent(run, TRAIN), 79.5, 84)
                .atLeast("correlation", pearson(ipr, gain), 0.7)
                .atLeast("ratio of mean |gamma|", ratio, LOUDER);
    }

    private static Observation louder(Arms arms) {
        RunResult run = arms.get(MainArms.BATCH_NORM);
        double[] ipr = Look.livingIpr(run);
        double[] loud = loudness(run);
        double generalising = mean(loud, ipr, x -> x > 0.8);
        double memorising = mean(loud, ipr, x -> x < 0.2);
        return Observation.start()
                .see("mean for IPR > 0.8", generalising)
                .see("mean for IPR < 0.2", memorising)
                .atLeast("ratio", generalising / memorising, LOUDER);
    }

    /** |gamma_k| times the norm of column k of W: how much neuron k, normalised, moves the outputs. */
    static double[] loudness(RunResult run) {
        double[] gain = Look.living(run, "gain");
        double[] readout = Look.living(run, "readout");
        return IntStream.range(0, gain.length)
                .mapToDouble(k -> gain[k] * readout[k])
                .toArray();
    }

    private static Observation dropoutIgnores(Arms arms) {
        RunResult run = arms.get(MainArms.dropout(0.6));
        return Observation.start()
                .atLeast("test %", percent(run, TEST), 99.5)
                .atLeast("uncorrupted-train %", percent(run, UNCORRUPTED), 99.5)
                .atMost("train %", percent(run, TRAIN), 69)
                .atMost("corrupted-train %", percent(run, CORRUPTED), 8);
    }

    private static Observation dropoutShifts(Arms arms) {
        double none = generalising(arms.get(MainArms.COEXISTENCE));
        double some = generalising(arms.get(MainArms.dropout(0.3)));
        double much = generalising(arms.get(MainArms.dropout(0.7)));
        return Observation.start()
                .see("neurons with IPR > 0.5 without dropout, %", none)
                .see("at 0.3, %", some)
                .atLeast("at 0.7, %", much, 80)
                .and(none < some && some < much);
    }

    /** The mean of the values whose IPR passes; NaN when none does. */
    static double mean(double[] values, double[] ipr, DoublePredicate wanted) {
        return IntStream.range(0, ipr.length)
                .filter(k -> wanted.test(ipr[k]))
                .mapToDouble(k -> values[k])
                .average()
                .orElse(Double.NaN);
    }

    /** Pearson's correlation, in [-1, 1]; NaN when either does not vary. */
    static double pearson(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElse(Double.NaN);
        double meanY = Arrays.stream(y).average().orElse(Double.NaN);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }
}
