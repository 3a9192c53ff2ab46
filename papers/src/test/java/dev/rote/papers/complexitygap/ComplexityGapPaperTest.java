package dev.rote.papers.complexitygap;

import static dev.rote.papers.images.Readings.TEST;

import dev.rote.claims.Paper;
import dev.rote.papers.Made;
import dev.rote.papers.PaperContract;
import dev.rote.runs.Results;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

class ComplexityGapPaperTest implements PaperContract {

    private static final Paper PAPER = new ComplexityGapPaper();
    private static final String ONE = "complexity-gap.paper-1";

    @Override
    public Paper paper() {
        return PAPER;
    }

    @Override
    public Map<String, Case> cases() {
        Map<String, Case> cases = new LinkedHashMap<>();
        cases.put("CG-a", new Case(noisy(ONE, 92), noisy(ONE, 91)));
        cases.put("CG-b", new Case(found(14), found(13)));
        cases.put("CG-c", new Case(heights(5), heights(4.99)));
        cases.put("CG-d", new Case(draws(93, 93), draws(93, 92)));
        cases.put("CG-e", new Case(noisy("complexity-gap", 92), noisy("complexity-gap", 91)));
        cases.put("CG-f", new Case(photographs(60), photographs(93)));
        cases.put("CG-p30", new Case(pruned(30, 83, 83, 83), pruned(30, 83, 83.1, 82)));
        cases.put("CG-p50", new Case(pruned(50, 83, 82, 81), pruned(50, 83, 80.9, 81)));
        cases.put("CG-p", new Case(half(82.51), half(82.49)));
        cases.put("CG-pub", new Case(published(93), published(92.9)));
        cases.put(
                "CG-h",
                new Case(hard(order(1, 2, 3, 4), order(1, 2, 4, 3)), hard(order(1, 2, 3, 4), order(4, 3, 2, 1))));
        cases.put(
                "CG-h2",
                new Case(hard(order(1, 2, 3, 4), order(1, 2, 4, 3)), hard(order(1, 2, 4, 3), order(1, 2, 3, 4))));
        cases.put("CG-m", new Case(moved(2, 1, 4, 3), moved(3, 1, 2, 0)));
        return cases;
    }

    private static double[] order(double... values) {
        return values;
    }

    private static Made arm(String name) {
        return Made.arm(PAPER, name);
    }

    /** One wrong label, above so many of a hundred right ones. */
    private static Made ranked(String arm, String score, int above) {
        return arm(arm).score("wrong-label", wrong()).score(score, ranks(above));
    }

    private static double[] wrong() {
        double[] wrong = new double[101];
        wrong[100] = 1;
        return wrong;
    }

    private static double[] ranks(int above) {
        return IntStream.rangeClosed(0, 100)
                .mapToDouble(i -> i < 100 ? i : above - 0.5)
                .toArray();
    }

    private static Results noisy(String score, int above) {
        Made made = ranked("noisy-fashion", score, above);
        return Made.results(made);
    }

    /** Twenty wrong labels among a hundred, so many of them in the twenty of highest score. */
    private static Results found(int count) {
        double[] wrong = IntStream.range(0, 100)
                .mapToDouble(i -> i < count || i >= 80 && i < 100 - count ? 1 : 0)
                .toArray();
        double[] scores = IntStream.range(0, 100).mapToDouble(i -> -i).toArray();
        return Made.results(arm("noisy-fashion").score("wrong-label", wrong).score(ONE, scores));
    }

    private static Results heights(double wrong) {
        return Made.results(
                arm("noisy-fashion").score("wrong-label", 0, 1, 0, 1).score(ONE, 0.5, wrong - 1, 1.5, wrong + 1));
    }

    private static Results draws(int one, int five) {
        return Made.results(ranked("noisy-fashion", ONE, one).score("complexity-gap.paper-5", ranks(five)));
    }

    private static Results photographs(int above) {
        return Made.results(ranked("noisy-fashion", ONE, 93), ranked("noisy-cifar", ONE, above));
    }

    private static Results pruned(int percent, double low, double random, double high) {
        return Made.results(
                arm("prune-" + percent + "-low").test(99, low),
                arm("prune-" + percent + "-random").test(random),
                arm("prune-" + percent + "-high").test(high));
    }

    private static Results half(double low) {
        return Made.results(arm("full").test(84), arm("prune-50-low").test(low));
    }

    private static Results published(double kept) {
        return Made.results(
                arm("cifar-full").percents(TEST, 10, 95),
                arm("cifar-prune-40-low").percents(TEST, 10, kept));
    }

    private static Results hard(double[] fashion, double[] cifar) {
        return Made.results(
                arm("hard-fashion").score(ONE, 1, 2, 3, 4).score("example-loss", fashion),
                arm("hard-cifar").score(ONE, 1, 2, 3, 4).score("example-loss", cifar));
    }

    private static Results moved(double... values) {
        double[] gaps = IntStream.range(0, values.length).asDoubleStream().toArray();
        double[] scaled = DoubleStream.of(values).map(v -> 100 * v).toArray();
        return Made.results(arm("movement")
                .score("complexity-gap", Arrays.copyOf(gaps, gaps.length))
                .score("weight-movement", scaled));
    }
}
