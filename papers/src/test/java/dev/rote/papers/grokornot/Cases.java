package dev.rote.papers.grokornot;

import static dev.rote.papers.grokornot.Made.arm;
import static dev.rote.papers.grokornot.Made.results;
import static dev.rote.papers.grokornot.Made.row;

import dev.rote.papers.PaperContract.Case;
import dev.rote.runs.Results;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** For each claim of the main runs a result at which it must hold and one at which it must fail. */
final class Cases {

    private Cases() {}

    static Map<String, Case> main() {
        Map<String, Case> cases = new LinkedHashMap<>();
        cases.put("D1", new Case(grokking(40, 10, 50), grokking(70, 10, 50)));
        cases.put(
                "D2",
                new Case(
                        results(arm("grokking").reading("ipr.mean", 0, 0.04, 100, 0.83)),
                        results(arm("grokking").reading("ipr.mean", 0, 0.04, 100, 0.75))));
        cases.put("D3", new Case(free(97.8, 98.3, 94), free(94.9, 98.3, 94)));
        cases.put("D3b", new Case(free(97.8, 98.3, 90), free(97.8, 98.3, 89.9)));
        cases.put(
                "D4",
                new Case(
                        results(arm("decay-0").neurons(69, 28)),
                        results(arm("decay-0").neurons(65, 28))));
        cases.put(
                "D5",
                new Case(
                        results(arm("decay-5").end(78.7, 100, 39, 100)),
                        results(arm("decay-5").end(71.9, 100, 20, 100))));
        cases.put(
                "D6",
                new Case(
                        results(arm("decay-15").end(65.3, 100, 0.8, 100)),
                        results(arm("decay-15").end(66.5, 100, 3, 100))));
        cases.put(
                "D6b",
                new Case(
                        results(arm("decay-15").end(65.3, 100, 0.8, 99.5)),
                        results(arm("decay-15").end(65.3, 100, 0.8, 99.4))));
        cases.put("D7", new Case(shares(68, 47, 9), shares(68, 68, 9)));
        cases.put(
                "D7b",
                new Case(
                        results(arm("decay-15").neurons(5, 90)),
                        results(arm("decay-15").neurons(5, 89.9))));
        cases.put(
                "D7c",
                new Case(
                        results(arm("decay-15-long").neurons(5, 90)),
                        results(arm("decay-15-long").neurons(5, 89.9))));
        dynamics(cases);
        pruning(cases);
        regularizers(cases);
        return cases;
    }

    private static Results grokking(double generalised, double before, double after) {
        return results(arm("grokking")
                .percents(Look.TRAIN, 0, 1, 28, 99, 100, 100)
                .percents(Look.TEST, 0, 1, 28, before, 30, after, generalised, 99, 100, 100));
    }

    private static Results free(double train, double test, double corrupted) {
        return results(arm("decay-0").end(train, test, corrupted, 100));
    }

    private static Results shares(double none, double some, double much) {
        return results(
                arm("decay-0").neurons(none, 0),
                arm("decay-5").neurons(some, 0),
                arm("decay-15").neurons(much, 0));
    }

    private static void dynamics(Map<String, Case> cases) {
        cases.put("D8", new Case(stages(60, 180), stages(60, 250)));
        cases.put("D8b", new Case(dips(94, 2), dips(62, 2)));
        cases.put("D9", new Case(forgetting(1, 0.01), forgetting(1, 0.1)));
        cases.put(
                "D19",
                new Case(
                        results(arm("dropout-0.6")
                                .percents(Look.TRAIN, 0, 1, 60, 99.5, 200, 67)
                                .percents(Look.TEST, 0, 1, 60, 10, 200, 100)),
                        results(arm("dropout-0.6")
                                .percents(Look.TRAIN, 0, 1, 60, 99.5, 200, 67)
                                .percents(Look.TEST, 0, 1, 60, 11, 200, 100))));
    }

    private static Results stages(double memorised, double unlearned) {
        return results(arm("decay-15")
                .percents(Look.TRAIN, 0, 1, memorised, 99.9, 120, 91, unlearned, 66, 500, 65.4)
                .percents(Look.TEST, 0, 1, memorised, 20, 120, 95, unlearned, 99.9, 500, 100));
    }

    private static Results dips(double end, double later) {
        return results(
                arm("decay-0").percents(Look.CORRUPTED, 0, 1, 80, 99, 200, 60, 1000, end),
                arm("decay-15").percents(Look.CORRUPTED, 0, 1, 60, 99, 300, 1, 500, later));
    }

    private static Results forgetting(double test, double norm) {
        return results(arm("decay-20")
                .percents(Look.TEST, 0, 1, 300, 99.5, 5000, test)
                .reading("norm.all", 0, 12, 5000, norm)
                .reading("loss.train", 0, 0.1, 5000, 0.0103));
    }

    private static void pruning(Map<String, Case> cases) {
        cases.put("D10", new Case(lowest(98, 3), lowest(97.9, 3)));
        cases.put("D10b", new Case(lowest(100, 1), lowest(98.9, 1)));
        cases.put("D11", new Case(highest(10), highest(10.1)));
        cases.put("D12", new Case(control(83), control(86)));
        cases.put("D13", new Case(memories(39), memories(59.6)));
    }

    private static Results lowest(double test, double corrupted) {
        return results(arm("decay-0")
                .pruning(
                        "lowest-ipr",
                        row(0, 98, 98, 94, 100),
                        row(0.6, 65.4, 100, corrupted, 100),
                        row(0.7, 65.4, test, corrupted, 100),
                        row(0.9, 10, 10, 1, 10)));
    }

    private static Results highest(double test) {
        return results(arm("decay-0")
                .pruning("highest-ipr", row(0, 98, 98, 94, 100), row(0.3, 70, test, 90, 53), row(0.5, 40, 1, 50, 30)));
    }

    private static Results control(double random) {
        return results(arm("decay-0")
                .pruning("lowest-ipr", row(0, 98, 98, 94, 100), row(0.5, 67, 100, 6, 100))
                .pruning("highest-ipr", row(0, 98, 98, 94, 100), row(0.2, 80, 41, 97, 70), row(0.3, 70, 2, 97, 53))
                .pruning(
                        "random",
                        row(0, 98, 98, 94, 100),
                        row(0.2, 95, 90, 85, 100),
                        row(0.3, 93, 81, 79, 99),
                        row(0.5, 80, random, 51, 96)));
    }

    private static Results memories(double before) {
        return results(arm("decay-5").pruning("highest-ipr", row(0, 79, 100, before, 100), row(0.2, 85, 75, 89.5, 90)));
    }

    private static void regularizers(Map<String, Case> cases) {
        cases.put("D14", new Case(batchNorm(80.4, 2, 1), batchNorm(79.4, 2, 1)));
        cases.put("D14b", new Case(normed(99.5), normed(99.4)));
        cases.put("D14c", new Case(batchNorm(80, 1, 1.6), batchNorm(80, 2, 0.7)));
        cases.put(
                "D15",
                new Case(
                        results(arm("minibatch").end(81.8, 100)),
                        results(arm("minibatch").end(86.1, 100))));
        cases.put(
                "D17",
                new Case(
                        results(arm("dropout-0.6").end(66.5, 100, 4.4, 100)),
                        results(arm("dropout-0.6").end(66.5, 100, 8.1, 100))));
        cases.put("D18", new Case(dropouts(28, 57, 89), dropouts(28, 57, 79)));
    }

    /** Neurons above and below; the generalising ones have so many times the gain and the readout. */
    private static Results batchNorm(double train, double gain, double readout) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            rows.add(row(0.05, 1, 0.02));
            rows.add(row(0.95, readout, 0.02 * gain));
        }
        rows.add(row(0, 100, 100));
        return results(arm("batch-norm").end(train, 100, 5, 100).neuronTable(rows.toArray(double[][]::new)));
    }

    private static Results normed(double uncorrupted) {
        return results(arm("batch-norm").end(80, 100, 5, uncorrupted));
    }

    private static Results dropouts(double none, double some, double much) {
        return results(
                arm("decay-0").neurons(0, none),
                arm("dropout-0.3").neurons(0, some),
                arm("dropout-0.7").neurons(0, much));
    }
}
