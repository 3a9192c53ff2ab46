package dev.rote.papers.sam;

import static dev.rote.papers.images.Readings.MEMORISED;
import static dev.rote.papers.images.Readings.TEST;
import static dev.rote.papers.images.Readings.TRAIN;

import dev.rote.claims.Paper;
import dev.rote.papers.Made;
import dev.rote.papers.PaperContract;
import dev.rote.runs.Results;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class SamPaperTest implements PaperContract {

    private static final Paper PAPER = new SamPaper();

    @Override
    public Paper paper() {
        return PAPER;
    }

    private static Made arm(String name) {
        return Made.arm(PAPER, name);
    }

    @Override
    public Map<String, Case> cases() {
        Map<String, Case> cases = new LinkedHashMap<>();
        cases.put("C5.1", new Case(zero(0.7, 0.7), zero(0.7, Math.nextUp(0.7))));
        cases.put("C5.2", new Case(climbs(0.2), climbs(0.2000003)));
        cases.put("C5.6", new Case(costs(2), costs(2.21)));
        for (String base : List.of("sgd", "adam")) {
            String end = base.equals("adam") ? "-adam" : "";
            cases.put("C5.3" + end, new Case(ends(base, 70, 75), ends(base, 70, 74.9)));
            cases.put("C5.3b" + end, new Case(memories(base, 33, 32.9), memories(base, 33, 33)));
            cases.put("C5.3c" + end, new Case(best(base, 85, 88), best(base, 85, 81.9)));
        }
        cases.put("C5.3d", new Case(ends("adam", 70, 74), ends("adam", 70, 73.9)));
        cases.put("C5.4", new Case(flat("sharpness.train.0.05", 2, 1), flat("sharpness.train.0.05", 2, 2)));
        cases.put("C5.4b", new Case(flat("hessian.train", 60, 24), flat("hessian.train", 24, 60)));
        cases.put(
                "C5.5",
                new Case(
                        tests("sgd-sam-0.2", 76, "sgd-bootstrap-sam-0.2", 76),
                        tests("sgd-sam-0.2", 76, "sgd-bootstrap-sam-0.2", 75.9)));
        cases.put("C5.7", new Case(groups(80, 74, 80), groups(80, 90, 80.1)));
        cases.put(
                "C5.8",
                new Case(tests("fashion-sgd", 85, "fashion-sam", 85), tests("fashion-sgd", 85, "fashion-sam", 84.9)));
        cases.put("P5.3", new Case(published(5, 5), published(30, 4.9)));
        cases.put("P5.5", new Case(bootstrapped(0), bootstrapped(-0.1)));
        cases.put(
                "P5.8",
                new Case(tests("cifar-0-sgd", 95, "cifar-0-sam", 95), tests("cifar-0-sgd", 95, "cifar-0-sam", 94)));
        return cases;
    }

    private static Results zero(double plain, double twin) {
        return Made.results(
                arm("sgd").reading(TEST, 0.1, plain).reading("norm.all", 1, 2),
                arm("sgd-sam-0")
                        .reading(TEST, 0.1, twin)
                        .reading("norm.all", 1, 2)
                        .reading("sam.radius", 0),
                arm("adam").reading(TEST, 0.1, 0.8),
                arm("adam-sam-0").reading(TEST, 0.1, 0.8));
    }

    private static Results climbs(double last) {
        List<Made> arms = new ArrayList<>();
        for (String base : List.of("sgd", "adam")) {
            arms.add(arm(base + "-sam-0.05").reading("sam.radius", 0.05, 0.05));
            arms.add(arm(base + "-sam-0.1").reading("sam.radius", 0.1, 0.1));
            arms.add(arm(base + "-sam-0.2").reading("sam.radius", 0.2, last));
        }
        return Made.results(arms.toArray(Made[]::new));
    }

    private static Results costs(double one) {
        return Made.results(
                arm("sgd-sam-0.05").reading("sam.gradients", 2),
                arm("sgd-sam-0.1").reading("sam.gradients", 2),
                arm("sgd-sam-0.2").reading("sam.gradients", 2, one, 2),
                arm("adam-sam-0.2").reading("sam.gradients", 2),
                arm("sgd-sam-0.1-m-4").reading("sam.gradients", 2));
    }

    /** Two arms by their test accuracy, the best epoch of which does not matter. */
    private static Results tests(String first, double a, String second, double b) {
        return Made.results(arm(first).percents(TEST, a), arm(second).percents(TEST, b));
    }

    /** The last five epochs decide, not one before them. */
    private static Results ends(String base, double plain, double sam) {
        return Made.results(
                arm(base).percents(TEST, 99, plain, plain, plain, plain, plain),
                arm(base + "-sam-0.2").percents(TEST, 10, sam - 2, sam + 2, sam, sam, sam));
    }

    private static Results best(String base, double plain, double sam) {
        return Made.results(
                arm(base).percents(TEST, 10, plain, 60), arm(base + "-sam-0.2").percents(TEST, 10, sam, 70));
    }

    private static Results memories(String base, double plain, double sam) {
        return Made.results(
                arm(base).percents(MEMORISED, 10, plain), arm(base + "-sam-0.2").percents(MEMORISED, 50, sam));
    }

    private static Results flat(String reading, double plain, double sam) {
        return Made.results(
                arm("clean-sgd").reading(reading, plain).percents(TRAIN, 100),
                arm("clean-sam").reading(reading, sam).percents(TRAIN, 99.6));
    }

    private static Results groups(double four, double sixteen, double all) {
        return Made.results(
                arm("sgd-sam-0.1-m-4").percents(TEST, four),
                arm("sgd-sam-0.1-m-16").percents(TEST, sixteen),
                arm("sgd-sam-0.1").percents(TEST, all));
    }

    private static Results published(double forty, double sixty) {
        return Made.results(
                arm("cifar-40-sgd").percents(TEST, 60),
                arm("cifar-40-sam").percents(TEST, 60 + forty),
                arm("cifar-60-sgd").percents(TEST, 60),
                arm("cifar-60-sam").percents(TEST, 60 + sixty));
    }

    private static Results bootstrapped(double gain) {
        List<Made> arms = new ArrayList<>();
        for (int percent : List.of(20, 40, 60, 80)) {
            arms.add(arm("cifar-" + percent + "-sam").percents(TEST, 80));
            arms.add(arm("cifar-" + percent + "-bootstrap-sam").percents(TEST, 80 + (percent == 80 ? gain : 1)));
        }
        return Made.results(arms.toArray(Made[]::new));
    }
}
