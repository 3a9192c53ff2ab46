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
import java.util.function.DoubleBinaryOperator;

/** For each claim beyond the main runs a result at which it must hold and one at which it must fail. */
final class SideCases {

    private static final double[] ALPHAS = {0.3, 0.5, 0.7, 0.9};
    private static final double[] XIS = {0.1, 0.25, 0.4, 0.6};

    private SideCases() {}

    static Map<String, Case> side() {
        Map<String, Case> cases = new LinkedHashMap<>();
        cases.put("D20", new Case(both(99), both(98.9)));
        cases.put("D16", new Case(widths(99, 80), widths(99, 99)));
        cases.put("D21", new Case(small(95, 81), small(75, 81)));
        cases.put("D21b", new Case(smallPruning(20), smallPruning(90)));
        cases.put("A1", new Case(closedForm(99.1, 100, 4.1), closedForm(99.1, 99.9, 4.1)));
        cases.put("A2", new Case(closedForm(99.1, 100, 4.1), closedForm(99.1, 100, 4.6)));
        cases.put("A2b", new Case(closedForm(99.1, 100, 4.6), closedForm(99.1, 100, 5.1)));
        cases.put(
                "A3",
                new Case(
                        results(arm("analytic-500").neuronTable(row(1, 1, 0), row(0.9995, 1, 0))),
                        results(arm("analytic-500").neuronTable(row(1, 1, 0), row(0.99, 1, 0)))));
        tables(cases);
        regions(cases);
        others(cases);
        return cases;
    }

    private static Results both(double corrupted) {
        return results(
                arm("both-width500-alpha0.5-xi0.10").end(98, 99.6, 88, 100),
                arm("both-width1000-alpha0.7-xi0.10").end(99.9, 99.9, corrupted, 100));
    }

    private static Results widths(double narrow, double wide) {
        return results(
                arm(Grids.cell(Grids.DECAY + "0-", 0.5, 0.5)).end(95, narrow),
                arm(Grids.cell(Grids.WIDE, 0.5, 0.5)).end(95, wide));
    }

    private static Results small(double trainAtFive, double corruptedAtFive) {
        return results(
                arm("small-decay-0").end(100, 94, 100, 100).neurons(60, 35),
                arm("small-decay-5").end(trainAtFive, 100, corruptedAtFive, 100).neurons(40, 50),
                arm("small-decay-10")
                        .percents(Look.TRAIN, 0, 1, 60, 99.5, 1000, 75.6)
                        .percents(Look.TEST, 0, 1, 60, 30, 1000, 100)
                        .percents(Look.CORRUPTED, 0, 1, 60, 99, 1000, 2.4)
                        .neurons(1, 97));
    }

    private static Results smallPruning(double test) {
        return results(arm("small-decay-0")
                .pruning("lowest-ipr", row(0, 100, 94, 100, 100), row(0.5, 80, 99, 20, 100))
                .pruning("highest-ipr", row(0, 100, 94, 100, 100), row(0.3, 90, test, 98, 80)));
    }

    private static Results closedForm(double narrow, double wide, double error) {
        List<Made> arms = new ArrayList<>();
        for (int width : new int[] {100, 200, 500, 2000, 10_000}) {
            arms.add(arm("analytic-" + width)
                    .percents(Look.TRAIN, 0, width == 100 ? narrow : wide)
                    .reading("loss.train", 0, error / width));
        }
        return results(arms);
    }

    /** The table of the sheet with test accuracies that grow with alpha and fall with xi. */
    private static void tables(Map<String, Case> cases) {
        DoubleBinaryOperator none = (alpha, xi) -> alpha >= 0.45 + xi ? 98 : 2;
        DoubleBinaryOperator much = (alpha, xi) -> alpha >= 0.25 + xi ? 100 : 2;
        DoubleBinaryOperator upsideDown = (alpha, xi) -> alpha <= 0.5 ? 98 : 2;
        Results good = table(none, 95, much, 30);
        cases.put("P53-1", new Case(good, table(none, 95, (alpha, xi) -> none.applyAsDouble(alpha, xi) - 4, 30)));
        cases.put("P53-2", new Case(good, table(much, 95, none, 30)));
        cases.put("P53-3", new Case(good, table(none, 95, much, 95)));
        cases.put("P53-4", new Case(good, table(upsideDown, 95, much, 30)));
        cases.put("P53-5", new Case(good, table(none, 95, none, 30)));
    }

    private static Results table(
            DoubleBinaryOperator testWithout, double trainWithout, DoubleBinaryOperator testWith, double trainWith) {
        List<Made> arms = new ArrayList<>();
        for (double alpha : ALPHAS) {
            for (double xi : XIS) {
                arms.add(arm(Grids.cell(Grids.small(0), alpha, xi))
                        .end(trainWithout, testWithout.applyAsDouble(alpha, xi)));
                arms.add(arm(Grids.cell(Grids.small(10), alpha, xi)).end(trainWith, testWith.applyAsDouble(alpha, xi)));
            }
        }
        return results(arms);
    }

    private static void regions(Map<String, Case> cases) {
        cases.put("R1", new Case(forgetting(1), forgetting(95)));
        cases.put("R2", new Case(dropouts(5), dropouts(95)));
        cases.put("R3", new Case(relu(97, 97), relu(97, 30)));
        cases.put(
                "R4",
                new Case(
                        results(arm("relu-dropout-0.6").end(83, 0.2)),
                        results(arm("relu-dropout-0.6").end(91, 0.2))));
        cases.put("R5", new Case(entropy(80, 100), entropy(100, 100)));
        cases.put("R6", new Case(entropy(80, 80), entropy(80, 100)));
        cases.put("M1", new Case(multiplied(0.8), multiplied(0.75)));
        cases.put(
                "M2",
                new Case(
                        results(arm("multiplication-decay-15").end(65.4, 100)),
                        results(arm("multiplication-decay-15").end(64.3, 100))));
        cases.put("M3", new Case(phases(78), phases(98)));
    }

    private static Results forgetting(double end) {
        return results(
                arm("decay-0").end(98, 98),
                arm("decay-5").end(79, 100),
                arm("decay-15").end(65, 100),
                arm("decay-20").percents(Look.TEST, 0, 1, 300, 100, 5000, end));
    }

    private static Results dropouts(double atLargest) {
        return results(
                arm("decay-0").end(98, 98),
                arm("dropout-0.3").end(83, 100),
                arm("dropout-0.6").end(66.5, 100),
                arm("dropout-0.9").end(67, atLargest));
    }

    private static Results relu(double highest, double last) {
        return results(
                arm("relu-decay-0").end(100, 3),
                arm("relu-decay-10").end(77, 100),
                arm("relu-decay-20")
                        .percents(Look.TRAIN, 0, 1, 400, 80, 800, 80)
                        .percents(Look.TEST, 0, 1, 400, highest, 800, last),
                arm("relu-decay-40").end(88, 8));
    }

    private static Results entropy(double trainAtFive, double trainOfSquaresAtTwo) {
        return results(
                arm("entropy-decay-0").end(100, 16),
                arm("entropy-decay-2").end(100, 93),
                arm("entropy-decay-5").end(trainAtFive, 100),
                arm("entropy-decay-15").end(15, 11),
                arm("entropy-control-0").end(100, 16),
                arm("entropy-control-2").end(trainOfSquaresAtTwo, 100),
                arm("entropy-control-5").end(80, 100),
                arm("entropy-control-15").end(80, 100));
    }

    private static Results multiplied(double ipr) {
        return results(arm("multiplication-clean").end(100, 99.5).reading("ipr.mean", 0, 0.04, 200, ipr));
    }

    private static Results phases(double train) {
        return results(
                arm("decay-0").end(98, 98),
                arm("decay-5").end(79, 100),
                arm("decay-15").end(65, 100),
                arm("multiplication-decay-0").end(97, 97),
                arm("multiplication-decay-5").end(train, 100),
                arm("multiplication-decay-15").end(65, 100));
    }

    private static void others(Map<String, Case> cases) {
        cases.put("T1", new Case(decays("transformer-", 95, 0.1, 0.2), decays("transformer-", 80, 0.1, 0.2)));
        cases.put("T2", new Case(decays("transformer-", 95, 0.1, 0.2), decays("transformer-", 95, 0.1, 0.19)));
        cases.put("T3", new Case(decays("three-layer-", 95, 0.1, 0.2), decays("three-layer-", 80, 0.1, 0.2)));
        cases.put("T4", new Case(decays("three-layer-", 95, 0.1, 0.2), decays("three-layer-", 95, 0.1, 0.19)));
        cases.put(
                "T5",
                new Case(
                        results(arm("three-layer-dropout").end(89, 1)),
                        results(arm("three-layer-dropout").end(91, 1))));
        cases.put(
                "T6",
                new Case(
                        results(arm("three-layer-batch-norm").end(99, 95, 95, 100)),
                        results(arm("three-layer-batch-norm").end(99, 5, 99, 99))));
    }

    private static Results decays(String net, double trainAtWeak, double before, double after) {
        return results(
                arm(net + "weak-decay").end(trainAtWeak, 95, 80, 100).reading("ipr.mean", 0, 0.07, 1000, before),
                arm(net + "strong-decay").end(80, 99, 3, 100).reading("ipr.mean", 0, 0.07, 1000, after));
    }
}
