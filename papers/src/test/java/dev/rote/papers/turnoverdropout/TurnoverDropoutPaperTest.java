package dev.rote.papers.turnoverdropout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.claims.Paper;
import dev.rote.claims.Scale;
import dev.rote.papers.Made;
import dev.rote.papers.PaperContract;
import dev.rote.papers.images.Readings;
import dev.rote.runs.Recipe;
import dev.rote.runs.Results;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnoverDropoutPaperTest implements PaperContract {

    private static final Paper PAPER = new TurnoverDropoutPaper();

    @Override
    public Paper paper() {
        return PAPER;
    }

    @Override
    public Set<String> undecided() {
        return Set.of("C10.0");
    }

    @Override
    public Map<String, Case> cases() {
        Map<String, Case> cases = new LinkedHashMap<>();
        cases.put("C10.1", new Case(twins(0.25), twins(0.250001)));
        cases.put("C10.1b", new Case(one(2.5, 2.4), one(Math.nextUp(2.5), 2.4)));
        // One of the four pairs of a wrong and a right label is the wrong way round; then two of them.
        cases.put("C10.2", new Case(memory(3, 1, 2, 0), memory(2, 0, 3, 1)));
        cases.put("C10.2b", new Case(early(3, 2, 1, 0), early(3, 1, 2, 0)));
        cases.put("C10.3", new Case(losses(0.1, 1.25), losses(0.1, 1.26)));
        cases.put("C10.3b", new Case(losses(0.1, 0.7), losses(1.1, 0.9)));
        cases.put("C10.4", new Case(cleansed(3, 80.1, 80, 80), cleansed(2, 80.1, 80, 80)));
        cases.put("C10.4b", new Case(cleansed(0, 80, 80, 80.5), cleansed(0, 80, 80, 80.6)));
        cases.put("C10.4c", new Case(memorised(4, 82), memorised(4, 80)));
        return cases;
    }

    private static Made arm(String name) {
        return Made.arm(PAPER, name);
    }

    private static Results twins(double second) {
        return Made.results(
                arm("scored").reading("accuracy.test", 0.1, 0.25),
                arm("scored-again").reading("accuracy.test", 0.1, second));
    }

    private static Results one(double flipped, double own) {
        return Made.results(
                arm("one-example")
                        .reading("turnover.own.train", 2.5, own)
                        .reading("turnover.flipped.train", 2.5, flipped),
                arm("one-example-leaky").reading("turnover.flipped.train", 2.5, 2.6));
    }

    /** Scores of two wrong labels, then of two right ones. */
    private static Results memory(double... scores) {
        return Made.results(scored("scored", scores));
    }

    private static Results early(double... scores) {
        return Made.results(scored("scored", 3, 2, 1, 0), scored("trained-long", scores));
    }

    private static Made scored(String name, double... scores) {
        return arm(name)
                .score("turnover-memorization", scores)
                .score("example-loss", scores)
                .score("wrong-label", 1, 1, 0, 0);
    }

    private static Results losses(double own, double flipped) {
        return Made.results(arm("scored")
                .reading("turnover.own.uncorrupted", own)
                .reading("turnover.flipped.uncorrupted", flipped)
                .reading("turnover.own.clean", 1));
    }

    /** Ten wrong labels among fifty examples, so many of them among the ten that are dropped by either score. */
    private static Made ranked(int found) {
        double[] wrong = new double[50];
        Arrays.fill(wrong, 0, found, 1);
        Arrays.fill(wrong, 40 + found, 50, 1);
        double[] influence = IntStream.range(0, 50).mapToDouble(i -> i).toArray();
        double[] memory = IntStream.range(0, 50).mapToDouble(i -> -i).toArray();
        return arm("scored")
                .score("turnover-influence.clean", influence)
                .score("turnover-memorization", memory)
                .score("wrong-label", wrong);
    }

    private static Made again(String name, double percent) {
        return arm(name).percents(Readings.TEST, percent, percent);
    }

    private static Results cleansed(int found, double worst, double all, double random) {
        return Made.results(
                ranked(found),
                again("retrained-without-worst", worst),
                again("retrained-on-all", all),
                again("retrained-without-random", random));
    }

    private static Results memorised(int found, double memorised) {
        return Made.results(
                ranked(found),
                again("retrained-without-worst", 81),
                again("retrained-on-all", 80),
                again("retrained-without-random", 80),
                again("retrained-without-memorised", memorised));
    }

    @Test
    void cleansingThatFindsTooFewWrongLabelsFails() {
        assertThat(verdict("C10.4c", memorised(3, 82))).isEqualTo(dev.rote.claims.Verdict.FAILED);
        assertThat(verdict("C10.4", cleansed(3, 80.1, 80.2, 80))).isEqualTo(dev.rote.claims.Verdict.FAILED);
        assertThat(verdict("C10.4", cleansed(3, 80.1, 80, 80.2))).isEqualTo(dev.rote.claims.Verdict.FAILED);
    }

    /** The scores that choose what to drop are those of the run that claims look at: one folder, carried out once. */
    @Test
    void whatIsDroppedIsChosenByTheScoredArm() {
        for (Scale scale : Scale.values()) {
            Map<String, Recipe> arms = new LinkedHashMap<>();
            PAPER.recipes(scale, 1).forEach(recipe -> arms.put(recipe.name(), recipe));
            assertThat(arms.get("retrained-without-worst").needed().get("scored"))
                    .isEqualTo(arms.get("scored"));
            assertThat(arms.get("retrained-without-memorised").needed().get("scored"))
                    .isEqualTo(arms.get("scored"));
        }
    }
}
