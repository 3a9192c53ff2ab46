package dev.rote.papers.grokornot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.claims.Claim;
import dev.rote.claims.Evidence;
import dev.rote.claims.Scale;
import dev.rote.claims.Verdict;
import dev.rote.papers.grokornot.Cases.Case;
import dev.rote.runs.Results;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ClaimsTest {

    private static final List<Claim> CLAIMS = new GrokOrNot().claims(Scale.DESK);

    private static Map<String, Case> cases() {
        Map<String, Case> cases = new LinkedHashMap<>(Cases.main());
        cases.putAll(SideCases.side());
        return cases;
    }

    @Test
    void everyClaimHasItsCasesAndItsOwnId() {
        assertThat(CLAIMS).extracting(Claim::id).doesNotHaveDuplicates();
        assertThat(cases().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        CLAIMS.stream().map(Claim::id).toList());
    }

    @TestFactory
    Stream<DynamicTest> holdsWhereItMust() {
        return CLAIMS.stream()
                .map(claim -> DynamicTest.dynamicTest(claim.id(), () -> {
                    Evidence evidence = claim.check().of(expected(claim).holds());
                    assertThat(evidence.verdict()).as(evidence.toString()).isEqualTo(Verdict.HELD);
                    assertThat(evidence.observed()).isNotBlank();
                }));
    }

    @TestFactory
    Stream<DynamicTest> failsWhereItMust() {
        return CLAIMS.stream()
                .map(claim -> DynamicTest.dynamicTest(claim.id(), () -> {
                    Evidence evidence = claim.check().of(expected(claim).fails());
                    assertThat(evidence.verdict()).as(evidence.toString()).isEqualTo(Verdict.FAILED);
                }));
    }

    @TestFactory
    Stream<DynamicTest> isNotRunWithoutResults() {
        return CLAIMS.stream()
                .map(claim -> DynamicTest.dynamicTest(claim.id(), () -> {
                    Evidence evidence = claim.check().of(new Results(List.of(), List.of()));
                    assertThat(evidence.verdict()).isEqualTo(Verdict.NOT_RUN);
                    assertThat(evidence.note()).isNotBlank();
                }));
    }

    @Test
    void failsWhenOneSeedOfSeveralFails() {
        Claim claim =
                CLAIMS.stream().filter(c -> c.id().equals("D6b")).findFirst().orElseThrow();
        var good = Made.arm("decay-15").end(65, 100, 1, 100).run();
        var bad = Made.arm("decay-15").end(65, 100, 1, 90).run();
        var other = new dev.rote.runs.RunResult(bad.recipe().withSeed(1), bad.readings(), bad.tables());
        Evidence evidence = claim.check().of(new Results(List.of(good, other), List.of()));
        assertThat(evidence.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(evidence.perSeed()).hasSize(2);
        assertThat(evidence.observed()).contains("90 to 100");
    }

    private static Case expected(Claim claim) {
        Case found = cases().get(claim.id());
        assertThat(found).as("cases of " + claim.id()).isNotNull();
        return found;
    }
}
