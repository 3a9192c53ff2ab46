package dev.rote.papers.layerwisereinit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.claims.Means;
import dev.rote.claims.Paper;
import dev.rote.papers.images.Handmade;
import dev.rote.papers.images.PaperPromises;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayerwiseReinitPaperTest implements PaperPromises {

    private static final Paper PAPER = new LayerwiseReinitPaper();

    @Override
    public Paper paper() {
        return PAPER;
    }

    @Override
    public Map<String, List<Handmade>> cases() {
        Map<String, List<Handmade>> cases = new LinkedHashMap<>();
        cases.put("L1", List.of(gains(1, 1, -3), gains(1, 0.9, 0.9)));
        cases.put("L2", List.of(sizes(2, 1.9), sizes(2, 2)));
        cases.put("L5", List.of(means(70, 69.6, 69.2), means(70, 69.4, 71)));
        cases.put(
                "L5b",
                List.of(
                        means(70, 70, 70).arm("layerwise-bare-mnist", Look.TEST, 9, 0.69),
                        means(70, 70, 70).arm("layerwise-bare-mnist", Look.TEST, 9, 0.7)));
        cases.put("L3", List.of(margins(0.11, 1.09), margins(0.11, 1.11)));
        cases.put("L4", List.of(rises(3), rises(4)));
        cases.put("L5c", List.of(memorised(0.79), memorised(0.8)));
        cases.put("L1b", List.of(seeds(true), seeds(false)));
        return cases;
    }

    private static Handmade gains(double mnist, double fashion, double cifar) {
        double[] gains = {mnist, fashion, cifar};
        Handmade made = new Handmade(PAPER);
        for (int i = 0; i < 3; i++) {
            String set = Experiments.SETS.get(i);
            made.arm("plain-" + set, Look.TEST, 9, 0.5)
                    .arm("layerwise-" + set, Look.TEST, 9, 0.5 + gains[i] / 100 + 1e-9);
        }
        return made;
    }

    private static Handmade sizes(double few, double many) {
        return new Handmade(PAPER)
                .arm("plain-cifar10", Look.TEST, 9, 0.5)
                .arm("layerwise-cifar10", Look.TEST, 9, 0.5 + few / 100)
                .arm("plain-cifar10-large", Look.TEST, 9, 0.5)
                .arm("layerwise-cifar10-large", Look.TEST, 9, 0.5 + many / 100);
    }

    private static Handmade means(double plain, double head, double layerwise) {
        Handmade made = new Handmade(PAPER);
        for (String set : Experiments.SETS) {
            made.arm("plain-" + set, Look.TEST, 9, plain / 100)
                    .arm("head-only-" + set, Look.TEST, 9, head / 100)
                    .arm("layerwise-bare-" + set, Look.TEST, 9, 0.7)
                    .arm("layerwise-" + set, Look.TEST, 9, layerwise / 100);
        }
        return made;
    }

    private static Handmade margins(double margin, double ratio) {
        Handmade made = new Handmade(PAPER);
        for (String set : Experiments.SETS) {
            made.arm("plain-" + set, Look.MARGIN, 9, 0.1)
                    .arm("plain-" + set, Look.NORM, 9, 10)
                    .arm("layerwise-" + set, Look.MARGIN, 9, margin)
                    .arm("layerwise-" + set, Look.NORM, 9, 10 * ratio);
        }
        return made;
    }

    /** Of 15 rises so many are as large as plain training's. */
    private static Handmade rises(int notSmaller) {
        Handmade made = new Handmade(PAPER);
        int left = notSmaller;
        for (String set : Experiments.SETS) {
            for (double sigma : Setting.SIGMAS) {
                made.arm("plain-" + set, Look.flatness(sigma), 9, 0.2)
                        .arm("layerwise-" + set, Look.flatness(sigma), 9, left-- > 0 ? 0.2 : 0.1);
            }
        }
        return made;
    }

    private static Handmade memorised(double at40) {
        Handmade made = new Handmade(PAPER);
        for (int percent : Experiments.NOISE) {
            String end = "-fashion-mnist-" + percent;
            made.arm("plain" + end, Look.MEMORISED, 9, 0.8)
                    .arm("plain" + end, Look.TEST, 9, 0.5)
                    .arm("layerwise" + end, Look.TEST, 9, 0.5)
                    .arm("layerwise" + end, Look.MEMORISED, 9, percent == 40 ? at40 : 0.7);
        }
        return made;
    }

    private static Handmade seeds(boolean always) {
        Handmade made = new Handmade(PAPER, 3);
        for (String set : Experiments.SETS) {
            for (String way : List.of("plain", "head-only", "subset-fixed", "subset-anew", "dense-sparse-dense")) {
                made.arm(
                        way + "-" + set,
                        Look.TEST,
                        9,
                        !always && way.equals("head-only") && set.equals("mnist") ? 0.6 : 0.5);
            }
            made.arm("layerwise-" + set, Look.TEST, 9, 0.55);
        }
        return made;
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
