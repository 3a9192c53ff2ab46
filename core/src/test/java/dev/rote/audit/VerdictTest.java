package dev.rote.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.audit.features.Dense;
import dev.rote.audit.features.Input;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void cutsAddUpWhatTheProbabilitiesSay() {
        double[] quality =
                IntStream.range(0, 1000).mapToDouble(i -> 0.2 + i / 2000.0).toArray();
        double[] right =
                IntStream.range(0, 1000).mapToDouble(i -> i < 50 ? 0 : 1).toArray();
        boolean[] issue = new boolean[1000];
        Arrays.fill(issue, 0, 100, true);
        List<Findings.Cut> cuts = Verdict.expected(quality, right, issue);
        // 50 are wrong and they are the worst: of fewer examples all, of more fewer.
        assertThat(cuts).hasSizeBetween(50, 52).allSatisfy(cut -> {
            assertThat(cut.expected()).isCloseTo(Math.min(1, 50.0 / cut.examples()), within(1e-9));
            assertThat(cut.quality()).isEqualTo(quality[cut.examples() - 1]);
        });
        assertThat(cuts)
                .extracting(Findings.Cut::examples)
                .isSorted()
                .doesNotHaveDuplicates()
                .contains(100);
        assertThat(cuts.get(cuts.size() - 1).examples()).isEqualTo(200);
    }

    @Test
    void withoutFlagsThereAreTenToLookAt() {
        double[] quality = new double[40];
        Arrays.fill(quality, 0.9);
        List<Findings.Cut> cuts = Verdict.expected(quality, quality, new boolean[40]);
        assertThat(cuts).extracting(Findings.Cut::examples).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(cuts).allSatisfy(cut -> assertThat(cut.expected()).isCloseTo(0.1, within(1e-9)));
    }

    @Test
    void theWorstComesFirstAndOfEqualsTheFirst() {
        assertThat(Verdict.worst(new double[] {0.5, 0.1, 0.5, 0.0})).containsExactly(3, 1, 0, 2);
    }

    @Test
    void whoCannotTellFlagsNothing() {
        Input input = MadeInput.of(new Dense(new float[] {1, 2, 3}, 1), new int[] {0, 1, 0}, 2);
        Verdict verdict = new Verdict(
                new double[] {0.1, 0.9, 0.2},
                new int[] {1, 1, 1},
                new boolean[] {true, false, true},
                new Interval(0.5, 0.4, 0.6),
                new double[][] {{0.5, 0.5}, {0.5, 0.5}},
                List.of(new Findings.Cut(1, 0.1, 0.9)),
                List.of(),
                Optional.empty(),
                List.of());
        Findings sure = verdict.findings(input, new Plan(), List.of(), Findings.Extras.NONE);
        assertThat(sure.issue()).containsExactly(true, false, true);
        assertThat(sure.suggested()).containsExactly(1, 1, 1);
        Findings unsure = new Verdict(
                        verdict.quality(),
                        verdict.suggested(),
                        verdict.issue(),
                        verdict.noise(),
                        verdict.transition(),
                        verdict.precision(),
                        List.of(),
                        Optional.of("Who knows."),
                        List.of())
                .findings(input, new Plan(), List.of(), Findings.Extras.NONE);
        assertThat(unsure.cannotTell()).contains("Who knows.");
        assertThat(unsure.issue()).containsOnly(false);
        assertThat(unsure.suggested()).containsExactly(0, 1, 0);
        assertThat(unsure.quality()).containsExactly(0.1, 0.9, 0.2);
        assertThat(unsure.noise().value()).isNaN();
        assertThat(unsure.precision()).isEmpty();
    }
}
