package dev.rote.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.audit.features.Dense;
import dev.rote.audit.features.Input;
import dev.rote.data.Examples;
import dev.rote.data.files.Digits;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditorTest {

    private static Findings audit(Input input, Plan plan, int count) {
        try (Workers workers = new Workers(count)) {
            return Auditor.audit(input, plan, workers, (what, share) -> {});
        }
    }

    private static long flags(Findings findings) {
        return IntStream.range(0, findings.size())
                .filter(i -> findings.issue()[i])
                .count();
    }

    @ParameterizedTest
    @EnumSource(names = {"QUICK", "DEFAULT"})
    void cleanDataAreLeftAlone(Level level) {
        Input input = MadeInput.of(MadeInput.clouds(400, 4, 6, new Seeds(1)), MadeInput.classes(400, 4), 4);
        Findings findings = audit(input, new Plan(level, 0), 1);
        assertThat(findings.cannotTell()).isEmpty();
        assertThat(flags(findings)).isLessThanOrEqualTo(2);
        assertThat(findings.noise().value()).isLessThan(0.02);
        assertThat(findings.noise().low()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"QUICK", "DEFAULT"})
    void labelsWithoutReasonAreNotJudged(Level level) {
        int[] labels = new int[400];
        for (int i = 0; i < 400; i++) {
            labels[i] = new Seeds(7).below(3, i);
        }
        Findings findings =
                audit(MadeInput.of(MadeInput.clouds(400, 3, 4, new Seeds(1)), labels, 3), new Plan(level, 0), 1);
        assertThat(findings.cannotTell())
                .hasValueSatisfying(why -> assertThat(why).contains("does not predict"));
        assertThat(flags(findings)).isZero();
        assertThat(findings.suggested()).isEqualTo(labels);
        assertThat(findings.noise().value()).isNaN();
    }

    /** Clouds that overlap, so that one in seven examples looks like the other class: the qualities of flags promise too much. */
    @Test
    void fewerFlagsAreExpectedToBeRightWhereClassesOverlap() {
        int[] truth = MadeInput.classes(2000, 2);
        int[] given = MadeInput.noisy(truth, 2, 0.05, false, new Seeds(2));
        Input input = MadeInput.of(MadeInput.clouds(2000, 2, 1.5, new Seeds(1)), given, 2);
        Findings findings = audit(input, new Plan(), 1);
        int[] flags = IntStream.range(0, 2000).filter(i -> findings.issue()[i]).toArray();
        double right = Arrays.stream(flags)
                .mapToDouble(i -> given[i] == truth[i] ? 0 : 1)
                .average()
                .orElseThrow();
        double promised = Arrays.stream(flags)
                .mapToDouble(i -> 1 - findings.quality()[i])
                .average()
                .orElseThrow();
        double expected = findings.precision().stream()
                .filter(cut -> cut.examples() == flags.length)
                .findFirst()
                .orElseThrow()
                .expected();
        assertThat(promised).isGreaterThan(right + 0.2);
        assertThat(Math.abs(expected - right)).isLessThan(0.1);
    }

    @Test
    void theAnswerDoesNotDependOnWorkersAndNothingLeaks() {
        int[] given = MadeInput.noisy(MadeInput.classes(240, 3), 3, 0.2, false, new Seeds(2));
        Input input = MadeInput.of(MadeInput.clouds(240, 3, 3, new Seeds(1)), given, 3);
        long before = Tensor.live();
        List<double[]> numbers = new ArrayList<>();
        for (int workers : new int[] {1, 3}) {
            Findings findings = audit(input, new Plan(Level.DEFAULT, 5, 4, 200, 5, 50_000, new Plan.Full()), workers);
            double[] all = IntStream.concat(
                            Arrays.stream(findings.suggested()),
                            IntStream.range(0, 240).map(i -> findings.issue()[i] ? 1 : 0))
                    .asDoubleStream()
                    .toArray();
            numbers.add(all);
            numbers.add(findings.quality());
            findings.scores().forEach(score -> numbers.add(score.values()));
            numbers.add(new double[] {
                findings.noise().value(),
                findings.noise().low(),
                findings.noise().high()
            });
            numbers.add(findings.precision().stream()
                    .mapToDouble(Findings.Cut::expected)
                    .toArray());
            assertThat(findings.notices())
                    .contains("Made up.")
                    .anyMatch(notice -> notice.startsWith("Learned from 200 of 240"));
        }
        int half = numbers.size() / 2;
        for (int i = 0; i < half; i++) {
            assertThat(numbers.get(half + i)).isEqualTo(numbers.get(i));
        }
        assertThat(Tensor.live()).isEqualTo(before);
        Findings other = audit(input, new Plan(Level.DEFAULT, 6, 4, 200, 5, 50_000, new Plan.Full()), 1);
        assertThat(other.quality()).isNotEqualTo(numbers.get(1));
    }

    /** Ten times three copies, all three labelled wrong. */
    @Test
    void aGroupNeverJudgesItself() {
        Dense clouds = MadeInput.clouds(300, 3, 4, new Seeds(1));
        int[] labels = MadeInput.classes(300, 3);
        int[] groups = IntStream.range(0, 300).map(i -> i < 30 ? i / 3 : i).toArray();
        for (int i = 0; i < 30; i++) {
            System.arraycopy(clouds.values(), 9 * (i / 3), clouds.values(), 3 * i, 3);
            labels[i] = 1 + i / 15; // the first of each three, and so all, are really of class 0
        }
        Findings together = audit(MadeInput.of(clouds, labels, 3, groups), new Plan(), 1);
        Findings alone = audit(MadeInput.of(clouds, labels, 3), new Plan(), 1);
        assertThat(IntStream.range(0, 30).filter(i -> together.issue()[i]).count())
                .isGreaterThanOrEqualTo(27);
        for (String name : List.of("forest", "extra_trees", "neighbours")) {
            double own = copies(together, name);
            assertThat(own).as(name).isLessThan(0.2);
            assertThat(copies(alone, name)).as(name).isGreaterThan(own + 0.05);
        }
    }

    private static double copies(Findings findings, String name) {
        double[] values = findings.scores().stream()
                .filter(score -> score.name().equals(name))
                .findFirst()
                .orElseThrow()
                .values();
        return Arrays.stream(values, 0, 30).average().orElseThrow();
    }

    @Test
    void plantedNoiseInDigitsIsFound() throws java.io.IOException {
        Examples digits = Examples.of(new Digits(0).open(new Seeds(1)).get("train"), "the test");
        int width = digits.rows().width();
        int count = digits.ids().length;
        float[] pixels = new float[count * width];
        for (int i = 0; i < count; i++) {
            digits.rows().read(digits.ids()[i], pixels, i * width);
        }
        int[] truth = digits.labels();
        int[] given = MadeInput.noisy(truth, 10, 0.1, false, new Seeds(2));
        Findings findings = audit(MadeInput.of(new Dense(pixels, width), given, 10), new Plan(), 2);
        assertThat(MadeInput.averagePrecision(findings.quality(), given, truth)).isGreaterThan(0.9);
        double wrong = (double) IntStream.range(0, count)
                        .filter(i -> given[i] != truth[i])
                        .count()
                / count;
        assertThat(wrong).isBetween(findings.noise().low(), findings.noise().high());
        long right = IntStream.range(0, count)
                .filter(i -> findings.issue()[i] && given[i] != truth[i] && findings.suggested()[i] == truth[i])
                .count();
        assertThat((double) right / flags(findings)).isGreaterThan(0.85);
        assertThat(right).isGreaterThan((long) (0.8 * wrong * count));
    }
}
