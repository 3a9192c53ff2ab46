package dev.rote.papers.jocor;

import static dev.rote.papers.jocor.Experiments.CO_TEACHING;
import static dev.rote.papers.jocor.Experiments.CO_TEACHING_PLUS;
import static dev.rote.papers.jocor.Experiments.DECOUPLING;
import static dev.rote.papers.jocor.Experiments.JOCOR;
import static dev.rote.papers.jocor.Experiments.JOINT;
import static dev.rote.papers.jocor.Experiments.LESS;
import static dev.rote.papers.jocor.Experiments.STANDARD;
import static dev.rote.papers.jocor.Experiments.arm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.claims.Claim;
import dev.rote.claims.Paper;
import dev.rote.claims.Scale;
import dev.rote.claims.Verdict;
import dev.rote.methods.Jocor;
import dev.rote.papers.Made;
import dev.rote.papers.PaperContract;
import dev.rote.runs.Recipe;
import dev.rote.runs.Results;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JointTrainingTest implements PaperContract {

    private static final Paper PAPER = new JointTraining();

    private static final String HALF = "sym-50";

    @Override
    public Paper paper() {
        return PAPER;
    }

    /** The paper scale is the table of MNIST alone. */
    @Override
    public boolean publishedWithTheDesk() {
        return false;
    }

    @Override
    public Set<String> besideTheAbstract() {
        return Set.of("C3.2b");
    }

    @Override
    public Set<String> undecided() {
        return Set.of("C3.2-cifar10", "C3.3-cifar10", "C3.5", "C3.11");
    }

    @Override
    public Map<String, Case> cases() {
        Map<String, Case> cases = new LinkedHashMap<>();
        cases.put(
                "C3.1",
                new Case(accuracies(HALF, JOCOR, 95.6, STANDARD, 59.9), accuracies(HALF, JOCOR, 95.4, STANDARD, 52)));
        for (String noise : Experiments.NOISES) {
            cases.put("C3.2-" + noise, new Case(three(noise, 90, 80, 70), three(noise, 80, 90, 70)));
        }
        cases.put(
                "C3.2b",
                new Case(
                        accuracies("sym-80", LESS, 80, CO_TEACHING, 79, STANDARD, 25),
                        accuracies("sym-80", LESS, 78, CO_TEACHING, 79, STANDARD, 25)));
        cases.put(
                "C3.3",
                new Case(
                        accuracies("sym-80", CO_TEACHING, 79, CO_TEACHING_PLUS, 58),
                        accuracies("sym-80", CO_TEACHING, 58, CO_TEACHING_PLUS, 59)));
        cases.put("C3.7", new Case(margins(78.1, 90), margins(77.9, 90)));
        cases.put("C3.10", new Case(three("asym-40", 85, 79.1, 76), three("asym-40", 85, 78.9, 76)));
        cases.put("C3.4", new Case(precisions(90.1, 85), precisions(89.9, 91)));
        cases.put("C3.4b", new Case(ablation(96, 91, 90), ablation(96, 94, 90)));
        cases.put("C3.6", new Case(divergences(0.01, 0.02), divergences(0.03, 0.02)));
        cases.put(
                "C3.8",
                new Case(
                        Made.ends(PAPER, Look.PRECISION, arm(HALF, JOCOR), 90.1, arm(HALF, CO_TEACHING), 90.1),
                        Made.ends(PAPER, Look.PRECISION, arm(HALF, JOCOR), 90.1, arm(HALF, CO_TEACHING), 89.9)));
        cases.put(
                "C3.9",
                new Case(
                        Made.ends(PAPER, Look.PRECISION, arm(HALF, DECOUPLING), 49.9),
                        Made.ends(PAPER, Look.PRECISION, arm(HALF, DECOUPLING), 50.1)));
        return cases;
    }

    /** Way, percent, way, percent, ...; two nets have their own reading. */
    private static Results accuracies(String noise, Object... waysAndPercents) {
        Made[] made = new Made[waysAndPercents.length / 2];
        for (int i = 0; i < made.length; i++) {
            String way = (String) waysAndPercents[2 * i];
            double value = ((Number) waysAndPercents[2 * i + 1]).doubleValue();
            String reading = way.equals(STANDARD) ? "accuracy.test" : "twins.accuracy.test";
            made[i] = Made.arm(PAPER, arm(noise, way)).percents(reading, value, value);
        }
        return Made.results(made);
    }

    private static Results three(String noise, double jocor, double coTeaching, double standard) {
        return accuracies(noise, JOCOR, jocor, CO_TEACHING, coTeaching, STANDARD, standard);
    }

    private static Results margins(double decoupling, double jocor) {
        return accuracies(
                HALF, STANDARD, 70, DECOUPLING, decoupling, CO_TEACHING, 84, CO_TEACHING_PLUS, 85, JOCOR, jocor);
    }

    private static Results ablation(double jocor, double joint, double coTeaching) {
        return accuracies(HALF, JOCOR, jocor, JOINT, joint, CO_TEACHING, coTeaching);
    }

    /** Both peak at 91 %; the last ten epochs are as given. */
    private static Results precisions(double jocor, double coTeaching) {
        return Made.results(
                Made.arm(PAPER, arm(HALF, JOCOR)).percents(Look.PRECISION, peak(jocor)),
                Made.arm(PAPER, arm(HALF, CO_TEACHING)).percents(Look.PRECISION, peak(coTeaching)));
    }

    private static double[] peak(double end) {
        double[] values = new double[12];
        java.util.Arrays.fill(values, end);
        values[0] = 60;
        values[1] = 91;
        return values;
    }

    /** Before training far apart, after the first epoch 0.025. */
    private static Results divergences(double jocor, double coTeaching) {
        return Made.results(
                Made.arm(PAPER, arm(HALF, JOCOR)).reading(Look.DIVERGENCE, start(jocor)),
                Made.arm(PAPER, arm(HALF, CO_TEACHING)).reading(Look.DIVERGENCE, start(coTeaching)));
    }

    private static double[] start(double end) {
        double[] values = new double[12];
        java.util.Arrays.fill(values, end);
        values[0] = 3;
        values[1] = 0.025;
        return values;
    }

    @Test
    void bothPartsOfAClaimCount() {
        assertThat(verdict("C3.1", accuracies(HALF, JOCOR, 96, STANDARD, 60.1))).isEqualTo(Verdict.FAILED);
        assertThat(verdict("C3.2-sym-20", three("sym-20", 90, 60, 70))).isEqualTo(Verdict.FAILED);
        assertThat(verdict("C3.7", margins(80, 83))).isEqualTo(Verdict.FAILED);
        assertThat(verdict("C3.4", precisions(90.9, 90.9))).isEqualTo(Verdict.FAILED);
        assertThat(verdict("C3.4b", ablation(90, 92, 93))).isEqualTo(Verdict.FAILED);
        assertThat(verdict("C3.6", divergences(0.02, 0.01))).isEqualTo(Verdict.FAILED);
    }

    @Test
    void failsWhereNothingWasEverSelected() {
        assertThat(verdict("C3.9", accuracies(HALF, DECOUPLING, 80))).isEqualTo(Verdict.FAILED);
        assertThat(verdict("C3.4", three(HALF, 90, 80, 70))).isEqualTo(Verdict.FAILED);
    }

    @Test
    void theDeskDoesNotDecideTheFiguresOfTheTable() {
        Claim figures = PAPER.claims(Scale.DESK).get(0);
        assertThat(figures.id()).isEqualTo("C3.1");
        assertThat(figures.check().of(cases().get("C3.1").holds()).verdict()).isEqualTo(Verdict.NOT_RUN);
    }

    @Test
    void whatIsInNoScaleSaysWhy() {
        ElsewhereClaims.claims()
                .forEach(claim -> assertThat(
                                claim.check().of(three(HALF, 9, 8, 7)).note())
                        .contains("in no scale"));
    }

    @Test
    void thePaperScaleIsTheTableOfMnist() {
        assertThat(PAPER.recipes(Scale.PAPER, 1)).hasSize(16).allSatisfy(recipe -> {
            assertThat(recipe.epochs()).isEqualTo(200);
            assertThat(recipe.prepare()).isEmpty();
        });
        assertThat(PAPER.seeds(Scale.PAPER)).isEqualTo(1);
    }

    @Test
    void halfOfAnAsymmetricRateIsDropped() {
        assertThat(rate("asym-40")).isEqualTo(0.2);
        assertThat(rate("sym-80")).isEqualTo(0.8);
    }

    private double rate(String noise) {
        Recipe recipe = Made.recipe(PAPER, arm(noise, JOCOR));
        return ((Jocor) recipe.methods().get(0)).rate();
    }
}
