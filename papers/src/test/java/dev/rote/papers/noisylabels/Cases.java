package dev.rote.papers.noisylabels;

import static dev.rote.papers.Made.results;

import dev.rote.claims.Paper;
import dev.rote.papers.Made;
import dev.rote.papers.PaperContract.Case;
import dev.rote.papers.images.Readings;
import dev.rote.runs.Results;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** For every claim results on which it must hold, and others, next to the tolerance, on which it must fail. */
final class Cases {

    private static final Paper PAPER = new NoisyLabelSurvey();

    private Cases() {}

    static Made arm(String name) {
        return Made.arm(PAPER, name);
    }

    static Map<String, Case> all() {
        Map<String, Case> cases = new LinkedHashMap<>();
        harm(cases);
        symmetric(cases);
        asymmetric(cases);
        hard(cases);
        rates(cases);
        return cases;
    }

    private static void harm(Map<String, Case> cases) {
        cases.put("S50-HARM", new Case(harmed(70, 78), harmed(70, 77.9)));
        cases.put(
                "S50-LATE",
                new Case(
                        results(arm("sym-50-cross-entropy").test(78, 70)),
                        results(arm("sym-50-cross-entropy").test(77.9, 70))));
        cases.put("S50-EARLY", new Case(memorised(15, 30), memorised(15.1, 30)));
    }

    private static Results harmed(double noisy, double clean) {
        return results(
                arm("sym-50-cross-entropy").test(85, noisy),
                arm("clean-cross-entropy").test(clean));
    }

    private static Results memorised(double early, double late) {
        return results(arm("sym-50-cross-entropy")
                .test(85, 70)
                .percents(Readings.MEMORISED, early, late, late, late, late, late));
    }

    private static void symmetric(Map<String, Case> cases) {
        gains(cases, "S50-SCE", "sym-50-sce", 8);
        gains(cases, "S50-SCE-9.21", "sym-50-sce-9.21", 8);
        gains(cases, "S50-MAE", "sym-50-mae", 8);
        gains(cases, "S50-GCE", "sym-50-gce", 8);
        gains(cases, "S50-NCE-RCE", "sym-50-nce-rce", 8);
        gains(cases, "S50-NCE-MAE", "sym-50-nce-mae", 8);
        gains(cases, "S50-SAT", "sym-50-sat", 8);
        gains(cases, "S50-ELR", "sym-50-elr", 8);
        gains(cases, "S50-DECOUPLING", "sym-50-decoupling", 8);
        gains(cases, "S50-CO-TEACHING", "sym-50-co-teaching", 8);
        gains(cases, "S50-CO-TEACHING-PLUS", "sym-50-co-teaching-plus", 8);
        gains(cases, "S50-JOCOR-0.9", "sym-50-jocor-0.9", 8);
        gains(cases, "S50-FORWARD-TRUE", "sym-50-forward-true", 4);
        gains(cases, "S50-FORWARD-ANCHORS", "sym-50-forward-anchors", 4);
        gains(cases, "S50-BACKWARD-TRUE", "sym-50-backward-true", 4);
        gains(cases, "S50-MIXUP", "sym-50-mixup", 4);
        gains(cases, "S50-MANIFOLD-MIXUP", "sym-50-manifold-mixup", 4);
        gains(cases, "S50-BOOTSTRAP-HARD", "sym-50-bootstrap-hard", 4);
        gains(cases, "S50-SAM-0.2", "sym-50-sam-0.2", 4);
        cases.put("S50-LABEL-SMOOTHING", new Case(beside("label-smoothing", 72), beside("label-smoothing", 72.1)));
        cases.put("S50-BOOTSTRAP-SOFT", new Case(beside("bootstrap-soft", 68), beside("bootstrap-soft", 67.9)));
        cases.put("S50-SAM-0.05", new Case(beside("sam-0.05", 72), beside("sam-0.05", 72.1)));
        cases.put("S50-CDR", new Case(beside("cdr", 68), beside("cdr", 67.9)));
        cases.put("S50-BEST", new Case(best(80, 90), best(79.9, 90)));
        cases.put("S50-ORDER", new Case(order(87.5, 87.5, 84), order(89, 84, 84)));
        precision(cases, "S50-CO-TEACHING-PRECISION", "sym-50-co-teaching", 90, 89.9);
        precision(cases, "S50-JOCOR-PRECISION", "sym-50-jocor-0.9", 90, 89.9);
        precision(cases, "S50-INCV-PRECISION", "sym-50-incv", 85, 84.9);
        precision(cases, "S50-DECOUPLING-PRECISION", "sym-50-decoupling", 49.9, 50);
    }

    private static Results beside(String remedy, double last) {
        return results(
                arm("sym-50-cross-entropy").test(70), arm("sym-50-" + remedy).test(last));
    }

    private static Results best(double backward, double elr) {
        List<Made> arms = new ArrayList<>();
        Experiments.remedies(Spoiling.SYMMETRIC_50).forEach(remedy -> {
            double best =
                    remedy.id().equals("backward-true") ? backward : remedy.id().equals("elr") ? elr : 85;
            arms.add(arm("sym-50-" + remedy.id()).test(best, 70));
        });
        return results(arms);
    }

    private static Results order(double elr, double jocor, double coTeaching) {
        return results(
                arm("sym-50-elr").test(elr),
                arm("sym-50-jocor-0.9").test(jocor),
                arm("sym-50-co-teaching").test(coTeaching));
    }

    private static void precision(Map<String, Case> cases, String id, String arm, double holds, double fails) {
        cases.put(
                id,
                new Case(
                        results(arm(arm).percents(Look.PRECISION, 50, holds, holds, holds, holds, holds)),
                        results(arm(arm).percents(Look.PRECISION, 50, fails, fails, fails, fails, fails))));
    }

    private static void asymmetric(Map<String, Case> cases) {
        cases.put("A40-FORWARD-TRUE", new Case(forward(86.3), forward(86.2)));
        gains(cases, "A40-MAE", "asym-40-mae", -0.1, 0);
        gains(cases, "A40-SCE", "asym-40-sce", 3);
        gains(cases, "A40-GCE", "asym-40-gce", 3);
        gains(cases, "A40-FORWARD-ANCHORS", "asym-40-forward-anchors", 3);
        gains(cases, "A40-ELR", "asym-40-elr", 3);
        gains(cases, "A40-JOCOR-0.9", "asym-40-jocor-0.9", 3);
        gains(cases, "A40-CO-TEACHING", "asym-40-co-teaching", 3);
        gains(cases, "A40-SAM-0.2", "asym-40-sam-0.2", 3);
    }

    private static Results forward(double last) {
        return results(
                arm("asym-40-forward-true").test(90, last),
                arm("asym-40-cross-entropy").test(76.7),
                arm("asym-40-mae").test(68.2),
                arm("asym-40-sce").test(80.6),
                arm("asym-40-gce").test(79.8),
                arm("asym-40-forward-anchors").test(84),
                arm("asym-40-elr").test(86.2),
                arm("asym-40-jocor-0.9").test(83.6),
                arm("asym-40-co-teaching").test(81.5),
                arm("asym-40-sam-0.2").test(80.1));
    }

    private static void hard(Map<String, Case> cases) {
        gains(cases, "S80-NCE-RCE", "sym-80-nce-rce", 4);
        gains(cases, "S80-SAT", "sym-80-sat", 4);
        gains(cases, "S80-CO-TEACHING", "sym-80-co-teaching", 4);
        gains(cases, "S80-DIVIDE-MIX", "sym-80-divide-mix", 4);
        gains(cases, "PDN-MIXUP", "pdn-40-mixup", 0);
        gains(cases, "PDN-NCE-RCE", "pdn-40-nce-rce", 0);
        gains(cases, "PDN-SAT", "pdn-40-sat", 0);
        gains(cases, "PDN-CO-TEACHING", "pdn-40-co-teaching", 0);
        gains(cases, "PDN-DIVIDE-MIX", "pdn-40-divide-mix", 0);
        cases.put("S80-MARKS", new Case(heavy(50.4), heavy(50)));
        cases.put("PDN-MARKS", new Case(complex(50.5), complex(50)));
    }

    private static Results heavy(double divideMix) {
        return results(
                arm("sym-80-nce-rce").test(40),
                arm("sym-80-sat").test(50),
                arm("sym-80-co-teaching").test(60),
                arm("sym-80-divide-mix").test(divideMix),
                arm("sym-80-s-model").test(50),
                arm("sym-80-mixup").test(50),
                arm("sym-80-gce").test(45),
                arm("sym-80-forward-anchors").test(55));
    }

    private static Results complex(double divideMix) {
        return results(
                arm("pdn-40-mixup").test(45),
                arm("pdn-40-nce-rce").test(55),
                arm("pdn-40-sat").test(50),
                arm("pdn-40-co-teaching").test(50),
                arm("pdn-40-divide-mix").test(divideMix),
                arm("pdn-40-s-model").test(50),
                arm("pdn-40-gce").test(45),
                arm("pdn-40-forward-anchors").test(55));
    }

    private static void rates(Map<String, Case> cases) {
        rate(cases, "RATE-ANCHORS", "sym-50-early", "noise-rate.anchors");
        rate(cases, "RATE-GAUSSIAN", "sym-50-early", "noise-rate.gaussian-mixture");
        rate(cases, "RATE-BETA", "sym-50-early", "noise-rate.beta-mixture");
        rate(cases, "RATE-INCV", "sym-50-incv", "incv.noise_rate");
    }

    private static void rate(Map<String, Case> cases, String id, String arm, String reading) {
        cases.put(
                id,
                new Case(
                        results(arm(arm).reading(reading, 0.451).reading("noise.wrong", 0.5)),
                        results(arm(arm).reading(reading, 0.451).reading("noise.wrong", 0.502))));
    }

    private static void gains(Map<String, Case> cases, String id, String arm, double points) {
        gains(cases, id, arm, points + 0.01, points - 0.1);
    }

    /** Cross-entropy under the arm's noise ends at 70 %; the arm so many points above. */
    private static void gains(Map<String, Case> cases, String id, String arm, double holds, double fails) {
        String plain = arm.replaceFirst("^([a-z]+-[0-9]+)-.*", "$1-cross-entropy");
        cases.put(
                id,
                new Case(
                        results(arm(plain).test(85, 70), arm(arm).test(88, 70 + holds)),
                        results(arm(plain).test(70), arm(arm).test(88, 70 + fails))));
    }
}
