package dev.rote.papers.manifoldmixup;

import static dev.rote.papers.images.Readings.TEST;

import dev.rote.claims.Paper;
import dev.rote.papers.Made;
import dev.rote.papers.PaperContract;
import dev.rote.runs.Results;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

class ManifoldMixupPaperTest implements PaperContract {

    private static final Paper PAPER = new ManifoldMixupPaper();

    @Override
    public Paper paper() {
        return PAPER;
    }

    @Override
    public Set<String> undecided() {
        return Set.of("C6.4b");
    }

    private static Made arm(String name) {
        return Made.arm(PAPER, name);
    }

    @Override
    public Map<String, Case> cases() {
        Map<String, Case> cases = new LinkedHashMap<>();
        cases.put("C6.1", new Case(three("", TEST, 93, 93.4, 93.7), three("", TEST, 93, 93.4, 93.4)));
        cases.put("C6.2", new Case(three("", "nll.test", 0.5, 9, 0.4), three("", "nll.test", 0.5, 9, 0.401)));
        cases.put("C6.2b", new Case(small(0.3, 93), small(0.3, 92.9)));
        cases.put("C6.3", new Case(rest(1, 1, 1, 0.7), rest(1, 1, 1, 0.71)));
        cases.put("C6.3b", new Case(rest(0.8, 0.8, 0.8, 0.1), rest(0.79, 1, 1, 0.1)));
        cases.put("C6.3c", new Case(largest(0.65, 30), largest(0.65, 31)));
        cases.put("C6.4", new Case(three("", "fgsm.test.0.1", 36, 71, 77), three("", "fgsm.test.0.1", 36, 35, 77)));
        cases.put("C6.5", new Case(twins(0.5), twins(Math.nextUp(0.5))));
        cases.put("P6.1", new Case(three("cifar-", TEST, 95, 96, 97), three("cifar-", TEST, 95, 94, 97)));
        cases.put(
                "P6.2", new Case(three("cifar-", "nll.test", 0.5, 9, 0.4), three("cifar-", "nll.test", 0.5, 9, 0.41)));
        cases.put(
                "P6.4",
                new Case(three("cifar-", "fgsm.test.0.03", 36, 71, 77), three("cifar-", "fgsm.test.0.03", 36, 71, 71)));
        return cases;
    }

    /** A reading of three arms; accuracies are given in percent. */
    private static Results three(String prefix, String reading, double none, double input, double manifold) {
        double unit = reading.startsWith("nll") ? 1 : 0.01;
        return Made.results(
                arm(prefix + "none").reading(reading, unit * none),
                arm(prefix + "input-mixup").reading(reading, unit * input),
                arm(prefix + "manifold-mixup").reading(reading, unit * manifold));
    }

    private static Results small(double likelihood, double accuracy) {
        return Made.results(
                arm("none").reading("nll.test", 0.4).percents(TEST, 93),
                arm("manifold-mixup").reading("nll.test", likelihood).percents(TEST, accuracy));
    }

    private static Results rest(double decay, double dropout, double input, double manifold) {
        String reading = "flattening.hidden.0.test.rest";
        return Made.results(
                arm("none").reading(reading, 1),
                arm("weight-decay").reading(reading, decay),
                arm("dropout").reading(reading, dropout),
                arm("input-mixup").reading(reading, input),
                arm("manifold-mixup").reading(reading, manifold));
    }

    private static Results largest(double rest, double manifold) {
        String others = "flattening.hidden.0.test.rest";
        String largest = "flattening.hidden.0.test.largest";
        return Made.results(
                arm("none").reading(others, 1).reading(largest, 100),
                arm("weight-decay").reading(others, 1).reading(largest, 40),
                arm("dropout").reading(others, 1).reading(largest, 31),
                arm("input-mixup").reading(others, 1).reading(largest, 40),
                arm("manifold-mixup").reading(others, rest).reading(largest, manifold));
    }

    private static Results twins(double atInput) {
        return Made.results(
                arm("none").reading(TEST, 0.1, 0.9),
                arm("manifold-nowhere").reading(TEST, 0.1, 0.9),
                arm("input-mixup").reading(TEST, 0.1, 0.5),
                arm("manifold-at-input").reading(TEST, 0.1, atInput));
    }
}
