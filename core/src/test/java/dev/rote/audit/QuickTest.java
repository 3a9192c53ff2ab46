package dev.rote.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.audit.features.Dense;
import dev.rote.audit.features.Features;
import dev.rote.audit.learners.Folds;
import dev.rote.audit.learners.Task;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuickTest {

    private static Verdict judge(int[] labels, double far) {
        return judge(labels, MadeInput.clouds(labels.length, 3, far, new Seeds(1)));
    }

    private static Verdict judge(int[] labels, Dense dense) {
        boolean[] learn = new boolean[labels.length];
        Arrays.fill(learn, true);
        Task task = new Task(
                new Features(dense, dense, dense), labels, 3, Folds.of(labels, 3, new Seeds(2)), learn, new Seeds(3));
        try (Workers workers = new Workers(1)) {
            return Quick.judge(task, new int[0], new Plan(Level.QUICK, 0), workers, (what, share) -> {});
        }
    }

    @Test
    void wrongLabelsAreFound() {
        int[] truth = MadeInput.classes(600, 3);
        int[] given = MadeInput.noisy(truth, 3, 0.1, false, new Seeds(4));
        long before = Tensor.live();
        Verdict verdict = judge(given, 4);
        assertThat(Tensor.live()).isEqualTo(before);
        assertThat(verdict.cannotTell()).isEmpty();
        assertThat(MadeInput.auroc(verdict.quality(), given, truth)).isGreaterThan(0.97);
        long right = IntStream.range(0, 600)
                .filter(i -> verdict.issue()[i] == (given[i] != truth[i]))
                .count();
        assertThat(right).isGreaterThan(580);
        assertThat(IntStream.range(0, 600).filter(i -> verdict.suggested()[i] == truth[i]))
                .hasSizeGreaterThan(580);
        assertThat(verdict.noise().value()).isBetween(0.05, 0.15);
        assertThat(verdict.noise().value())
                .isBetween(verdict.noise().low(), verdict.noise().high());
        assertThat(verdict.scores())
                .extracting(ScoreColumn::name)
                .containsExactly("margin", "confidence", "variability", "forgotten");
        assertThat(verdict.precision())
                .isNotEmpty()
                .allSatisfy(cut -> assertThat(cut.expected()).isBetween(0.0, 1.0));
        assertThat(verdict.precision())
                .extracting(Findings.Cut::examples)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(verdict.precision().get(0).expected()).isGreaterThan(0.9);
        // The curve ends at twice as many as are flagged, of which about half are wrong.
        assertThat(verdict.precision().get(verdict.precision().size() - 1).expected())
                .isLessThan(0.6);
    }

    /** With so many columns that say nothing, a net learns all 200 labels by heart. */
    @Test
    void fewExamplesAreNotLearnedByHeart() {
        int[] truth = MadeInput.classes(200, 3);
        int[] given = MadeInput.noisy(truth, 3, 0.1, false, new Seeds(4));
        float[] values = new float[200 * 100];
        Dense clouds = MadeInput.clouds(200, 3, 4, new Seeds(1));
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 100 < 3 ? clouds.values()[i / 100 * 3 + i % 100] : (float) new Seeds(7).gaussian(i);
        }
        Verdict verdict = judge(given, new Dense(values, 100));
        double wrong = IntStream.range(0, 200).filter(i -> given[i] != truth[i]).count() / 200.0;
        assertThat(verdict.noise().high()).isGreaterThan(wrong);
        assertThat(MadeInput.auroc(verdict.quality(), given, truth)).isGreaterThan(0.9);
    }

    @Test
    void labelsWithoutReasonAreToldOfAtOnce() {
        int[] labels = new int[600];
        for (int i = 0; i < 600; i++) {
            labels[i] = new Seeds(5).below(3, i);
        }
        assertThat(judge(labels, 4).cannotTell()).isPresent();
    }
}
