package dev.rote.papers.noisylabels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.claims.Claim;
import dev.rote.claims.Evidence;
import dev.rote.claims.Scale;
import dev.rote.claims.Verdict;
import dev.rote.papers.noisylabels.Cases.Case;
import dev.rote.runs.Results;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ClaimsTest {

    private static final List<Claim> CLAIMS = new NoisyLabelSurvey().claims(Scale.DESK);
    private static final Map<String, Case> CASES = Cases.all();

    @Test
    void everyClaimHasItsCasesAndItsOwnId() {
        assertThat(CLAIMS).extracting(Claim::id).doesNotHaveDuplicates();
        assertThat(CASES.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        CLAIMS.stream().map(Claim::id).toList());
    }

    @TestFactory
    Stream<DynamicTest> holdsWhereItMust() {
        return each(claim -> {
            Evidence evidence = claim.check().of(expected(claim).holds());
            assertThat(evidence.verdict()).as(evidence.toString()).isEqualTo(Verdict.HELD);
            assertThat(evidence.observed()).isNotBlank();
        });
    }

    @TestFactory
    Stream<DynamicTest> failsWhereItMust() {
        return each(claim -> {
            Evidence evidence = claim.check().of(expected(claim).fails());
            assertThat(evidence.verdict()).as(evidence.toString()).isEqualTo(Verdict.FAILED);
        });
    }

    @TestFactory
    Stream<DynamicTest> isNotRunWithoutResults() {
        return each(claim -> {
            Evidence evidence = claim.check().of(new Results(List.of(), List.of()));
            assertThat(evidence.verdict()).isEqualTo(Verdict.NOT_RUN);
            assertThat(evidence.note()).isNotBlank();
        });
    }

    @Test
    void theOrderNeedsElrToBeAtLeastAsGoodAsJocor() {
        Claim order = CLAIMS.stream()
                .filter(claim -> claim.id().equals("S50-ORDER"))
                .findFirst()
                .orElseThrow();
        Results elrBehind = Made.results(
                Made.arm("sym-50-elr").test(86.9),
                Made.arm("sym-50-jocor-0.9").test(87),
                Made.arm("sym-50-co-teaching").test(84));
        assertThat(order.check().of(elrBehind).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void theBestEpochMayNotBeFarAboveEither() {
        Results holds = CASES.get("S50-BEST").holds();
        Results above = new Results(
                holds.runs().stream()
                        .map(run -> run.recipe().name().equals("sym-50-elr")
                                ? Made.arm("sym-50-elr").test(90.1, 70).run()
                                : run)
                        .toList(),
                List.of());
        Claim best = CLAIMS.stream()
                .filter(claim -> claim.id().equals("S50-BEST"))
                .findFirst()
                .orElseThrow();
        assertThat(best.check().of(above).verdict()).isEqualTo(Verdict.FAILED);
    }

    private static Stream<DynamicTest> each(java.util.function.Consumer<Claim> test) {
        return CLAIMS.stream().map(claim -> DynamicTest.dynamicTest(claim.id(), () -> test.accept(claim)));
    }

    private static Case expected(Claim claim) {
        Case found = CASES.get(claim.id());
        assertThat(found).as("cases of " + claim.id()).isNotNull();
        return found;
    }
}
