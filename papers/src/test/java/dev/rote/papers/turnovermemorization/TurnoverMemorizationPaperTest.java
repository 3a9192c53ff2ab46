package dev.rote.papers.turnovermemorization;

import static dev.rote.papers.turnovermemorization.Experiments.MIXED;
import static dev.rote.papers.turnovermemorization.Experiments.RANDOM;
import static dev.rote.papers.turnovermemorization.Experiments.TRUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.claims.Paper;
import dev.rote.claims.Verdict;
import dev.rote.files.Table;
import dev.rote.papers.Made;
import dev.rote.papers.PaperContract;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnoverMemorizationPaperTest implements PaperContract {

    private static final Paper PAPER = new TurnoverMemorizationPaper();

    @Override
    public Paper paper() {
        return PAPER;
    }

    @Override
    public Map<String, Case> cases() {
        Map<String, Case> cases = new LinkedHashMap<>();
        double[] fast = {3, 1, 0.8, 0.7};
        cases.put("C10.5", new Case(mixed(fast, 3, 2.9, 2.8, 2.7), mixed(fast, 3, 2.9, 2.9, 2.7)));
        cases.put("C10.5b", new Case(apart(fast, 3, 2.9, 2.8, 0.8), apart(fast, 3, 2.9, 2.8, 0.69)));
        cases.put("C10.5c", new Case(quarters(TRUE, 1, 2), quarters(TRUE, 2, 1)));
        cases.put("C10.5d", new Case(quarters(RANDOM, 1, 2), quarters(RANDOM, 2, 2)));
        cases.put("C10.6", new Case(influence(TRUE, 0.1, 0.11), influence(TRUE, 0.1, 0.1)));
        cases.put("C10.6b", new Case(influence(MIXED, 0.1, 0.11), influence(MIXED, 0.1, 0.09)));
        cases.put("C10.7", new Case(memory(0.1, 0.2), memory(-0.1, 0.2)));
        return cases;
    }

    private static Made arm(String name) {
        return Made.arm(PAPER, name);
    }

    private static Results mixed(double[] right, double... random) {
        return Made.results(
                arm(MIXED).reading("turnover.own.uncorrupted", right).reading("turnover.own.corrupted", random));
    }

    private static Results apart(double[] right, double... random) {
        return Made.results(
                arm(TRUE).reading("turnover.own.train", right), arm(RANDOM).reading("turnover.own.train", random));
    }

    /** Four examples, each a quarter, the first the easiest; own losses fall from 3 to these at the third epoch. */
    private static Results quarters(String arm, double easiest, double hardest) {
        List<List<String>> rows = new ArrayList<>();
        double[] last = {easiest, 1.5, 1.5, hardest};
        for (int epoch = 0; epoch <= 3; epoch++) {
            for (int id = 0; id < 4; id++) {
                rows.add(List.of("" + 10 * epoch, "" + id, "" + (3 + (last[id] - 3) * epoch / 3)));
            }
        }
        RunResult run = arm(arm).run();
        Table table = new Table(List.of("step", "id", "own"), rows);
        return new Results(
                List.of(new RunResult(run.recipe(), run.readings(), Map.of("turnover", table)), judge(arm, 4)),
                List.of());
    }

    /** Says that the examples become harder and harder. */
    private static RunResult judge(String arm, int examples) {
        double[] hardness = new double[examples];
        for (int i = 0; i < examples; i++) {
            hardness[i] = i;
        }
        return arm(Experiments.judge(arm)).score("example-loss.pool", hardness).run();
    }

    /** Four rightly labelled examples, and two wrongly labelled ones that must not count. */
    private static Results influence(String arm, double easiest, double hardest) {
        RunResult run = arm(arm).score("turnover-influence.test", easiest, 0.5, 0.5, hardest, -9, 9)
                .score("wrong-label", 0, 0, 0, 0, 1, 1)
                .run();
        return new Results(List.of(run, judge(arm, 6)), List.of());
    }

    private static Results memory(double real, double random) {
        return Made.results(
                arm(TRUE).score("turnover-memorization", real, real),
                arm(RANDOM).score("turnover-memorization", random, random));
    }

    @Test
    void whatFallsMoreSlowlyOrNotAtAllFails() {
        assertThat(verdict("C10.5", mixed(new double[] {3, 2.9, 2.8, 2.7}, 3, 1, 0.8, 0.7)))
                .isEqualTo(Verdict.FAILED);
        assertThat(verdict("C10.7", memory(0.3, 0.2))).isEqualTo(Verdict.FAILED);
    }
}
