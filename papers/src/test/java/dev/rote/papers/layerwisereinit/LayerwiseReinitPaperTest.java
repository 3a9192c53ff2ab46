package dev.rote.papers.layerwisereinit;

import static dev.rote.papers.images.Readings.MEMORISED;
import static dev.rote.papers.images.Readings.TEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.claims.Means;
import dev.rote.claims.Paper;
import dev.rote.papers.Made;
import dev.rote.papers.PaperContract;
import dev.rote.runs.Results;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LayerwiseReinitPaperTest implements PaperContract {

    private static final Paper PAPER = new LayerwiseReinitPaper();

    @Override
    public Paper paper() {
        return PAPER;
    }

    @Override
    public Map<String, Case> cases() {
        Map<String, Case> cases = new LinkedHashMap<>();
        cases.put("L1", new Case(gains(1, 1, -3), gains(1, 0.9, 0.9)));
        cases.put("L2", new Case(sizes(2, 1.9), sizes(2, 2)));
        cases.put("L5", new Case(means(70, 69.6, 70, 69.2), means(70, 69.4, 70, 71)));
        cases.put("L5b", new Case(means(70, 70, 69, 70), means(70, 70, 70, 70)));
        cases.put("L3", new Case(margins(0.11, 1.09), margins(0.11, 1.11)));
        cases.put("L4", new Case(rises(3), rises(4)));
        cases.put("L5c", new Case(memorised(0.79), memorised(0.8)));
        cases.put("L1b", new Case(seeds(true), seeds(false)));
        return cases;
    }

    private static Made arm(String name, double accuracy) {
        return Made.arm(PAPER, name).reading(TEST, accuracy);
    }

    private static Results eachSet(Function<String, Stream<Made>> arms) {
        return Made.results(Experiments.SETS.stream().flatMap(arms).toList());
    }

    private static Results gains(double... gains) {
        return eachSet(set -> Stream.of(
                arm("plain-" + set, 0.5),
                arm("layerwise-" + set, 0.5 + gains[Experiments.SETS.indexOf(set)] / 100 + 1e-9)));
    }

    private static Results sizes(double few, double many) {
        return Made.results(
                arm("plain-cifar10", 0.5),
                arm("layerwise-cifar10", 0.5 + few / 100),
                arm("plain-cifar10-large", 0.5),
                arm("layerwise-cifar10-large", 0.5 + many / 100));
    }

    /** The bare way is at 70 % except on digits. */
    private static Results means(double plain, double head, double bareOnDigits, double layerwise) {
        return eachSet(set -> Stream.of(
                arm("plain-" + set, plain / 100),
                arm("head-only-" + set, head / 100),
                arm("layerwise-bare-" + set, set.equals("mnist") ? bareOnDigits / 100 : 0.7),
                arm("layerwise-" + set, layerwise / 100)));
    }

    private static Results margins(double margin, double ratio) {
        return eachSet(set -> Stream.of(
                Made.arm(PAPER, "plain-" + set).reading(Look.MARGIN, 0.1).reading(Look.NORM, 10),
                Made.arm(PAPER, "layerwise-" + set).reading(Look.MARGIN, margin).reading(Look.NORM, 10 * ratio)));
    }

    /** Of 15 rises so many are as large as plain training's. */
    private static Results rises(int notSmaller) {
        List<Made> arms = new ArrayList<>();
        int left = notSmaller;
        for (String set : Experiments.SETS) {
            Made plain = Made.arm(PAPER, "plain-" + set);
            Made layerwise = Made.arm(PAPER, "layerwise-" + set);
            for (double sigma : Setting.SIGMAS) {
                plain.reading(Look.flatness(sigma), 0.2);
                layerwise.reading(Look.flatness(sigma), left-- > 0 ? 0.2 : 0.1);
            }
            arms.addAll(List.of(plain, layerwise));
        }
        return Made.results(arms);
    }

    private static Results memorised(double at40) {
        return Made.results(Experiments.NOISE.stream()
                .flatMap(percent -> Stream.of(
                        arm("plain-fashion-mnist-" + percent, 0.5).reading(MEMORISED, 0.8),
                        arm("layerwise-fashion-mnist-" + percent, 0.5).reading(MEMORISED, percent == 40 ? at40 : 0.7)))
                .toList());
    }

    private static Results seeds(boolean always) {
        List<Made> arms = new ArrayList<>();
        for (String set : Experiments.SETS) {
            for (String way : List.of("plain", "subset-fixed", "subset-anew", "dense-sparse-dense")) {
                arms.add(arm(way + "-" + set, 0.5));
            }
            arms.add(arm("head-only-" + set, !always && set.equals("mnist") ? 0.6 : 0.5));
            arms.add(arm("layerwise-" + set, 0.55));
        }
        return Made.results(3, arms);
    }

    @Test
    void theBinomialTestIsExact() {
        assertThat(SignTest.p(List.of(1.0, 2.0, 3.0))).isEqualTo(0.125);
        assertThat(SignTest.p(List.of(1.0, 2.0, -3.0, 0.0))).isEqualTo(0.5);
        assertThat(SignTest.p(Collections.nCopies(9, 1.0))).isEqualTo(1 / 512.0);
        assertThat(SignTest.p(List.of(-1.0, -2.0))).isEqualTo(1);
        assertThat(SignTest.p(List.of())).isEqualTo(1);
        List<Double> eightOfTen = List.of(1., 1., 1., 1., 1., 1., 1., 1., -1., -1.);
        assertThat(SignTest.p(eightOfTen)).isCloseTo((45 + 10 + 1) / 1024.0, within(1e-15));
    }

    @Test
    void holmsCorrectionStepsDown() {
        assertThat(SignTest.holm(0.01, 0.04, 0.03)).containsExactly(0.03, 0.06, 0.06);
        assertThat(SignTest.holm(0.6, 0.5)).containsExactly(1, 1);
        assertThat(SignTest.holm()).isEmpty();
    }

    @Test
    void pairsThatAreMissingAreLeftOut() {
        Means means = new Means(List.of());
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Look.differences(means, "layerwise", "plain"))
                .hasMessage("there is no finished run 'layerwise-mnist'");
    }
}
