package dev.rote.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.audit.features.Dense;
import dev.rote.audit.features.Input;
import dev.rote.data.Examples;
import dev.rote.data.Rows;
import dev.rote.data.Target;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FullAuditTest {

    private static final Plan PLAN = new Plan(Level.FULL, 5, 3, 150, 8, 50_000, new Plan.Full(0.1, 4, 60, 2, true));

    private static Input input(int[] labels) {
        Input made = MadeInput.of(MadeInput.clouds(200, 3, 4, new Seeds(1)), labels, 3);
        return MadeInput.with(made, List.of(new int[] {0, 3}, new int[] {1, 2}), made.pictures(), made.sentences());
    }

    private static Findings audit(int[] labels, int count) {
        DoubleAdder done = new DoubleAdder();
        try (Workers workers = new Workers(count)) {
            Findings findings = Auditor.audit(input(labels), PLAN, workers, (what, share) -> done.add(share));
            assertThat(done.sum()).isLessThan(1.000001);
            return findings;
        }
    }

    @Test
    void everythingIsTold() {
        int[] truth = MadeInput.classes(200, 3);
        int[] given = MadeInput.noisy(truth, 3, 0.15, false, new Seeds(2));
        given[0] = 0;
        given[3] = 0;
        given[1] = 1;
        given[2] = 2;
        long before = Tensor.live();
        Findings findings = audit(given, 1);
        assertThat(Tensor.live()).isEqualTo(before);
        assertThat(findings.cannotTell()).isEmpty();
        for (String name : List.of("margin", "confidence", "variability", "vog", "memorization", "self_influence")) {
            assertThat(column(findings, name)).hasSize(200);
            assertThat(Arrays.stream(column(findings, name))
                            .filter(Double::isNaN)
                            .count())
                    .as(name)
                    .isBetween(50L, 53L);
        }
        for (String name : List.of("complexity_gap", "complexity_gap_paper")) {
            double[] gaps = column(findings, name);
            assertThat(Arrays.stream(gaps).filter(Double::isFinite).count())
                    .as(name)
                    .isBetween(57L, 60L);
            assertThat(mean(gaps, i -> given[i] != truth[i]))
                    .as(name)
                    .isGreaterThan(3 * mean(gaps, i -> given[i] == truth[i]));
        }
        assertThat(findings.extras().conflicts()).containsExactly(new int[] {1, 2});
        assertThat(findings.extras().remedies())
                .extracting(Findings.Remedy::name)
                .startsWith("the data as they are", "drop the flagged", "relabel the flagged as suggested")
                .hasSize(6);
        assertThat(findings.extras().remedies().get(0).accuracy().value()).isBetween(0.7, 1.0);
        assertThat(findings.extras().advice()).isNotBlank();
        assertThat(findings.extras().influences()).isNotEmpty().allSatisfy(one -> {
            assertThat(one.example()).isNotEqualTo(one.because());
            assertThat(one.value()).isNotZero();
        });
        assertThat(findings.notices()).anyMatch(notice -> notice.contains("labels were made wrong"));
        assertThat(findings.given()).isEqualTo(given);
        Findings usual;
        try (Workers workers = new Workers(1)) {
            Plan plan = new Plan(Level.DEFAULT, 5, 3, 150, 8, 50_000, new Plan.Full());
            usual = Auditor.audit(input(given), plan, workers, (what, share) -> {});
        }
        assertThat(usual.extras()).isEqualTo(Findings.Extras.NONE);
        assertThat(findings.quality()).containsExactly(usual.quality(), within(0.0));
        assertThat(findings.issue()).isEqualTo(usual.issue());
    }

    private static double mean(double[] values, IntPredicate which) {
        return IntStream.range(0, values.length)
                .filter(which)
                .mapToDouble(i -> values[i])
                .filter(Double::isFinite)
                .average()
                .orElseThrow();
    }

    private static double[] column(Findings findings, String name) {
        return findings.scores().stream()
                .filter(score -> score.name().equals(name))
                .findFirst()
                .orElseThrow()
                .values();
    }

    @Test
    void workersDoNotMatter() {
        int[] given = MadeInput.noisy(MadeInput.classes(200, 3), 3, 0.15, false, new Seeds(2));
        Findings one = audit(given, 1);
        Findings three = audit(given, 3);
        assertThat(three.precision()).isEqualTo(one.precision());
        assertThat(three.extras().remedies()).isEqualTo(one.extras().remedies());
        assertThat(three.extras().influences()).isEqualTo(one.extras().influences());
        for (int i = 0; i < one.scores().size(); i++) {
            assertThat(three.scores().get(i).values())
                    .isEqualTo(one.scores().get(i).values());
        }
    }

    /** Four classes of grey pictures of two by two pixels, of which 150 are learned from; other features tell nothing. */
    private static Findings auditPictures(int[] labels, int count) {
        Dense dense = MadeInput.clouds(200, 4, 12, new Seeds(1));
        InputShape.Features shape = new InputShape.Features(List.of(1L, 2L, 2L));
        Rows rows = new Rows() {
            @Override
            public InputShape.Features shape() {
                return shape;
            }

            @Override
            public void read(long id, float[] into, int at) {
                System.arraycopy(dense.values(), (int) id * 4, into, at, 4);
            }
        };
        long[] ids = LongStream.range(0, 200).toArray();
        Input made = MadeInput.of(MadeInput.clouds(200, 4, 0, new Seeds(3)), labels, 4);
        Input input = MadeInput.with(
                made,
                made.duplicates(),
                Optional.of(Examples.of(ids, rows, new Target.Classes(4), labels)),
                made.sentences());
        Plan plan = new Plan(Level.FULL, 5, 3, 150, 8, 50_000, new Plan.Full(0, 2, 60, 0, false));
        try (Workers workers = new Workers(count)) {
            return Auditor.audit(input, plan, workers, (what, share) -> {});
        }
    }

    @Test
    void onPicturesTheNetIsWatchedThatLooksAtThem() {
        int[] given = MadeInput.noisy(MadeInput.classes(200, 4), 4, 0.1, false, new Seeds(2));
        long before = Tensor.live();
        Findings one = auditPictures(given, 1);
        assertThat(Tensor.live()).isEqualTo(before);
        assertThat(one.scores())
                .extracting(ScoreColumn::name)
                .contains("pictures", "vog")
                .doesNotContain("complexity_gap_paper");
        double[] confidence = column(one, "confidence");
        int[] learned = IntStream.range(0, 200)
                .filter(i -> Double.isFinite(confidence[i]))
                .toArray();
        assertThat(learned).hasSizeBetween(147, 150);
        double[] vog = column(one, "vog");
        assertThat(Arrays.stream(learned).mapToDouble(i -> vog[i]).toArray()).doesNotContain(Double.NaN);
        // A net on the other features finds wrong labels as probable as right ones.
        assertThat(mean(confidence, i -> given[i] == i % 4))
                .isGreaterThan(1.5 * mean(confidence, i -> given[i] != i % 4));
        Findings three = auditPictures(given, 3);
        for (int i = 0; i < one.scores().size(); i++) {
            assertThat(three.scores().get(i).values())
                    .isEqualTo(one.scores().get(i).values());
        }
    }

    @Test
    void nothingIsAdvisedWhereNothingCanBeTold() {
        int[] labels = new int[200];
        Arrays.setAll(labels, i -> new Seeds(7).below(3, i));
        Findings findings = audit(labels, 1);
        assertThat(findings.cannotTell()).isPresent();
        assertThat(findings.extras().remedies()).isEmpty();
        assertThat(findings.extras().advice()).isEmpty();
        assertThat(findings.notices()).noneMatch(notice -> notice.contains("made wrong"));
    }
}
