package dev.rote.papers.importanceweighting;

import static dev.rote.papers.images.Readings.TRAIN;
import static dev.rote.papers.importanceweighting.Spreads.OTHERS;
import static dev.rote.papers.importanceweighting.Spreads.TEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.claims.Paper;
import dev.rote.papers.Made;
import dev.rote.papers.PaperContract;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImportanceWeightingPaperTest implements PaperContract {

    private static final Paper PAPER = new ImportanceWeightingPaper();

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
        cases.put("C7.1", new Case(fades("none", 32, 0.5, 0.2, 100), fades("none", 32, 0.5, 0.21, 100)));
        cases.put("C7.1b", new Case(fades("none", 32, 1, 0.1, 100), fades("none", 32, 1, 0.1, 99.9)));
        cases.put("C7.1-256", new Case(fades("long", 256, 0.5, 0.2, 100), fades("long", 256, 0.49, 0.1, 100)));
        cases.put(
                "C7.2", new Case(penalty("none", "l2-0.005", 32, 0.06, 95), penalty("none", "l2-0.005", 32, 0.05, 95)));
        cases.put("C7.2b", new Case(penalties(0.1), penalties(0.01)));
        cases.put("C7.2c", new Case(ends(TEST, 32, "l2-0.005", 0.15), ends(TEST, 32, "l2-0.005", 0.14)));
        cases.put(
                "C7.3",
                new Case(ends(TEST, 32, "none", 0.02, "dropout", 0.06), ends(TEST, 32, "none", 0.02, "dropout", 0.08)));
        cases.put("C7.3b", new Case(ends(TEST, 32, "dropout", 0.1), ends(TEST, 32, "dropout", 0.11)));
        cases.put(
                "C7.4",
                new Case(
                        ends(TEST, 32, "none", 0.02, "batch-norm", 0.03),
                        ends(TEST, 32, "none", 0.02, "batch-norm", 0.02)));
        cases.put("C7.4b", new Case(others(0.26), others(0.44)));
        cases.put("C7.5", new Case(lines("line-separable", 100, 20, 8, 5), lines("line-separable", 100, 20, 8, 2)));
        cases.put(
                "C7.5b",
                new Case(lines("line-overlapping", 80, 20, 10, 9.01), lines("line-overlapping", 80, 20, 10, 8.99)));
        cases.put("C7.6", new Case(kept(50), kept(45)));
        cases.put(
                "P7.1",
                new Case(fades("cats-dogs-none", 256, 0.5, 0.2, 100), fades("cats-dogs-none", 256, 0.4, 0.2, 100)));
        cases.put(
                "P7.2",
                new Case(
                        penalty("cats-dogs-none", "cats-dogs-l2", 256, 0.3, 95),
                        penalty("cats-dogs-none", "cats-dogs-l2", 256, 0.3, 94.9)));
        cases.put(
                "P7.3",
                new Case(
                        ends(TEST, 256, "cats-dogs-none", 0.02, "cats-dogs-dropout", 0.06),
                        ends(TEST, 256, "cats-dogs-none", 0.08, "cats-dogs-dropout", 0.02)));
        cases.put(
                "P7.4",
                new Case(
                        ends(TEST, 256, "cats-dogs-none", 0.02, "cats-dogs-batch-norm", 0.06),
                        ends(TEST, 256, "cats-dogs-none", 0.02, "cats-dogs-batch-norm", 0.01)));
        return cases;
    }

    /** The two extreme arms of a name: a share of a half, moved by the spread; steps are 0, an epoch, and the end. */
    private static Stream<Made> pair(String name, int ratio, String reading, double first, double end) {
        return Stream.of(
                shares(arm(Experiments.arm(name, 1, ratio)), reading, 0.4 + first / 2, 0.4 + end / 2),
                shares(arm(Experiments.arm(name, ratio, 1)), reading, 0.4 - first / 2, 0.4 - end / 2));
    }

    private static Made shares(Made made, String reading, double first, double end) {
        double[] values = new double[33];
        java.util.Arrays.fill(values, first);
        values[32] = end;
        return made.reading(reading, values);
    }

    private static Results results(Stream<Made> arms) {
        return Made.results(arms.toArray(Made[]::new));
    }

    private static Results fades(String name, int ratio, double first, double end, double train) {
        return results(Stream.concat(
                pair(name, ratio, TEST, first, end)
                        .map(made -> made.percents(TRAIN, 50, 100).reading(OTHERS, 0, 1)),
                Stream.of(arm(Experiments.arm(name, 1, 1)).percents(TRAIN, 50, train))));
    }

    private static Results penalty(String plain, String penalised, int ratio, double end, double train) {
        return results(Stream.of(
                        pair(plain, ratio, TEST, 1, 0.019),
                        pair(penalised, ratio, TEST, 1, end),
                        Stream.of(arm(Experiments.arm(penalised, 1, 1)).percents(TRAIN, train)))
                .flatMap(each -> each));
    }

    private static Results penalties(double middle) {
        return results(Stream.of(
                        pair("none", 32, TEST, 1, 0.02),
                        pair("l2-0.001", 32, TEST, 1, 0.02),
                        pair("l2-0.005", 32, TEST, 1, middle),
                        pair("l2-0.01", 32, TEST, 1, 0.3))
                .flatMap(each -> each));
    }

    private static Results ends(String reading, int ratio, String name, double end) {
        return results(pair(name, ratio, reading, 1, end));
    }

    private static Results ends(String reading, int ratio, String one, double end, String other, double otherEnd) {
        return results(Stream.concat(pair(one, ratio, reading, 1, end), pair(other, ratio, reading, 1, otherEnd)));
    }

    private static Results others(double norm) {
        return results(Stream.of(
                        pair("none", 32, OTHERS, 1, 0.06),
                        pair("l2-0.005", 32, OTHERS, 1, 0.44),
                        pair("batch-norm", 32, OTHERS, 1, norm),
                        pair("dropout", 32, OTHERS, 1, 0.9))
                .flatMap(each -> each));
    }

    private static Results kept(double all) {
        return Made.results(
                arm("keep-9-0.0625").percents(TEST, 40),
                arm("keep-9-0.25").percents(TEST, 45),
                arm("none-1-1").percents(TEST, all),
                arm("keep-4-0.25").percents(TEST, 52),
                arm("keep-4-0.0625").percents(TEST, 55));
    }

    /** Lines at these angles in degrees at steps 100, 1000 and the end. */
    private static Results lines(String clouds, double train, double early, double middle, double late) {
        List<RunResult> runs = new ArrayList<>();
        for (int weight : new int[] {1, 8}) {
            Made made = arm(clouds + "-1-" + weight).percents(TRAIN, train);
            double[] across = new double[2000];
            double[] along = new double[2000];
            for (int step = 0; step < 2000; step++) {
                double angle = Math.toRadians(step < 1000 ? early : step < 1999 ? middle : late);
                across[step] = weight == 1 ? 3 : 3 * Math.cos(angle);
                along[step] = weight == 1 ? 0 : 3 * Math.sin(angle);
            }
            double[] none = new double[2000];
            runs.add(made.reading("weight.output.weight.0", none)
                    .reading("weight.output.weight.1", none)
                    .reading("weight.output.weight.2", across)
                    .reading("weight.output.weight.3", none)
                    .reading("weight.output.bias.0", none)
                    .reading("weight.output.bias.1", along)
                    .run());
        }
        return new Results(runs, List.of());
    }

    @Test
    void theAngleIsThatOfSlopesAndOffset() {
        List<RunResult> runs = lines("line-separable", 100, 20, 8, 5).runs();
        assertThat(LinearArms.angle(runs.get(0), runs.get(1), 100)).isCloseTo(20, within(1e-9));
        assertThat(LinearArms.angle(runs.get(0), runs.get(1), 1_000_000)).isCloseTo(5, within(1e-9));
        assertThat(LinearArms.angle(runs.get(0), runs.get(0), 5)).isCloseTo(0, within(1e-6));
    }
}
