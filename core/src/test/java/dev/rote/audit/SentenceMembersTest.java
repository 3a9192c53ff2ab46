package dev.rote.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.audit.features.Columns;
import dev.rote.audit.features.Dense;
import dev.rote.audit.features.Input;
import dev.rote.audit.features.Sentences;
import dev.rote.audit.features.TextInput;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SentenceMembersTest {

    private static final int N = 120;
    private static final Plan PLAN = new Plan(Level.DEFAULT, 0, 3, N, 3, N, new Plan.Full(0.1, 1, 20, 0, false));
    private static final Sentences NOT_ASKED = (workers, progress) -> {
        throw new AssertionError("nobody should ask");
    };

    private static Input input(Sentences sentences) {
        Input made = MadeInput.of(
                MadeInput.clouds(N, 2, 3, new Seeds(1)),
                MadeInput.noisy(MadeInput.classes(N, 2), 2, 0.1, false, new Seeds(2)),
                2);
        return MadeInput.with(made, made.duplicates(), made.pictures(), Optional.of(sentences));
    }

    private static Plan at(Level level) {
        return new Plan(level, PLAN.seed(), PLAN.folds(), PLAN.learn(), PLAN.epochs(), PLAN.sentences(), PLAN.full());
    }

    private static Findings audit(Input input, Plan plan) {
        DoubleAdder done = new DoubleAdder();
        try (Workers workers = new Workers(2)) {
            Findings findings = Auditor.audit(input, plan, workers, (what, share) -> done.add(share));
            assertThat(done.sum()).isLessThan(1 + 1e-9);
            return findings;
        }
    }

    private static List<String> columns(Findings findings) {
        return findings.scores().stream().map(ScoreColumn::name).toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"DEFAULT", "FULL"})
    void twoMembersLookAtThemAndTheyAreMadeOnce(Level level) {
        AtomicInteger asked = new AtomicInteger();
        Input input = input((workers, progress) -> {
            asked.incrementAndGet();
            progress.accept(1);
            return MadeInput.clouds(N, 2, 6, new Seeds(5));
        });
        Findings findings = audit(input, at(level));
        assertThat(columns(findings)).contains("sentence_linear", "sentence_neighbours");
        assertThat(asked).hasValue(1);
        assertThat(findings.notices()).noneMatch(notice -> notice.contains("sentence"));
        assertThat(Auditor.words(input, at(level))).contains("encodes their texts");
    }

    @Test
    void theyChangeWhatIsBelieved() {
        Dense telling = MadeInput.clouds(N, 2, 20, new Seeds(5));
        Findings with = audit(input((workers, progress) -> telling), PLAN);
        Findings without = audit(input(NOT_ASKED), PLAN.encoding(0));
        assertThat(with.quality()).isNotEqualTo(without.quality());
    }

    @Test
    void aQuickLookDoesWithout() {
        Findings findings = audit(input(NOT_ASKED), at(Level.QUICK));
        assertThat(columns(findings)).noneMatch(name -> name.startsWith("sentence"));
        assertThat(findings.notices()).noneMatch(notice -> notice.contains("sentence"));
    }

    @Test
    void aboveThePlansLimitANoticeSaysSo() {
        Plan plan = PLAN.encoding(N - 1);
        Findings findings = audit(input(NOT_ASKED), plan);
        assertThat(columns(findings)).contains("linear").noneMatch(name -> name.startsWith("sentence"));
        assertThat(findings.notices())
                .contains(
                        "Judged by words alone, without sentence vectors, which find more: the plan encodes no more than "
                                + "119 texts (sentences in plan.yaml).");
        assertThat(Auditor.words(input(NOT_ASKED), plan)).doesNotContain("encode");
    }

    @Test
    void whereNothingCanMakeThemTheAuditGoesOn() {
        Input input = input((workers, progress) -> {
            throw new UnsatisfiedLinkError("no onnxruntime in the library path");
        });
        Findings findings = audit(input, PLAN);
        assertThat(columns(findings)).contains("linear").noneMatch(name -> name.startsWith("sentence"));
        assertThat(findings.notices())
                .contains(
                        "Judged by words alone, without sentence vectors, which find more: "
                                + "the model does not run here: java.lang.UnsatisfiedLinkError: no onnxruntime in the library path.");
        assertThat(findings.quality())
                .isEqualTo(audit(input(NOT_ASKED), PLAN.encoding(0)).quality());
    }

    @Test
    void textsOfAFileHaveThem(@TempDir Path folder) throws IOException {
        StringBuilder rows = new StringBuilder("text,label\n");
        for (int i = 0; i < 90; i++) {
            String text = i % 9 == 0
                    ? ""
                    : i % 2 == 0 ? "The soup number " + i + " was tasty" : "My train number " + i + " is late";
            rows.append(text).append(',').append(i % 2 == 0 ? "food" : "travel").append('\n');
        }
        Path file = Files.writeString(folder.resolve("t.csv"), rows);
        Input input = TextInput.read(file.toString(), new Columns("label").learningFrom("text"), new Seeds(0));
        Findings findings = audit(input, PLAN);
        ScoreColumn linear = findings.scores().stream()
                .filter(score -> score.name().equals("sentence_linear"))
                .findFirst()
                .orElseThrow();
        double[] values = linear.values();
        assertThat(values).hasSize(90);
        for (int i = 0; i < 90; i++) {
            assertThat(values[i]).isBetween(i % 9 == 0 ? 0.0 : 0.5, 1.0);
        }
    }

    @Test
    void theyAreCountedAmongTheTime() {
        Input input = input(NOT_ASKED);
        Plan plan = new Plan();
        assertThat(plan.encodingSeconds(input)).isCloseTo(0.003 * N, within(1e-9));
        assertThat(plan.seconds(input)).isGreaterThan(plan.encoding(0).seconds(input) + 0.003 * N);
        assertThat(new Plan(Level.QUICK, 0).encodingSeconds(input)).isZero();
        double half = 2 * plan.encodingSeconds(input) / 60;
        assertThat(Plan.of(Level.DEFAULT, 0, input, Optional.of(1.01 * half)).sentences())
                .isEqualTo(50_000);
        assertThat(Plan.of(Level.DEFAULT, 0, input, Optional.of(0.99 * half)).sentences())
                .isZero();
    }
}
