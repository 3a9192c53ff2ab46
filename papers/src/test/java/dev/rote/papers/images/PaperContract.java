package dev.rote.papers.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.claims.Claim;
import dev.rote.claims.Evidence;
import dev.rote.claims.Paper;
import dev.rote.claims.Report;
import dev.rote.claims.Scale;
import dev.rote.claims.Verdict;
import dev.rote.runs.Recipe;
import dev.rote.runs.Results;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every paper promises. The test of a paper implements this and says where each claim must hold and where it must fail. */
public interface PaperContract {

    /** Two results for one claim. */
    record Case(Results holds, Results fails) {}

    Paper paper();

    /** For each claim a result at which it must hold and one, a hair's breadth away where that can be, at which it must fail. */
    Map<String, Case> cases();

    /** Claims that nothing can decide yet; each says why. */
    default Set<String> undecidable() {
        return Set.of();
    }

    private List<Claim> claims() {
        return paper().claims(Scale.DESK);
    }

    @Test
    default void everyClaimHasItsCasesAndItsOwnId() {
        assertThat(claims()).extracting(Claim::id).doesNotHaveDuplicates();
        assertThat(Stream.concat(cases().keySet().stream(), undecidable().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        claims().stream().map(Claim::id).toList());
    }

    @TestFactory
    default Stream<DynamicTest> holdsWhereItMustAndFailsWhereItMust() {
        Map<String, Case> cases = cases();
        return claims().stream()
                .filter(claim -> cases.containsKey(claim.id()))
                .map(claim -> DynamicTest.dynamicTest(claim.id(), () -> {
                    Case pair = cases.get(claim.id());
                    Evidence good = claim.check().of(pair.holds());
                    assertThat(good.verdict()).as(good.toString()).isEqualTo(Verdict.HELD);
                    assertThat(good.observed()).isNotBlank();
                    Evidence bad = claim.check().of(pair.fails());
                    assertThat(bad.verdict()).as(bad.toString()).isEqualTo(Verdict.FAILED);
                }));
    }

    @TestFactory
    default Stream<DynamicTest> isNotRunWithoutResults() {
        return claims().stream()
                .map(claim -> DynamicTest.dynamicTest(claim.id(), () -> {
                    Evidence evidence = claim.check().of(new Results(List.of(), List.of()));
                    assertThat(evidence.verdict()).isEqualTo(Verdict.NOT_RUN);
                    assertThat(evidence.note()).isNotBlank();
                }));
    }

    @Test
    default void recipesOfOneNameDifferInTheirSeedOnly() {
        for (Scale scale : Scale.values()) {
            List<Recipe> recipes = paper().recipes(scale, 3);
            assertThat(recipes.stream().map(recipe -> recipe.name() + " " + recipe.seed()))
                    .doesNotHaveDuplicates();
            recipes.stream()
                    .collect(Collectors.groupingBy(Recipe::name))
                    .forEach((name, same) -> assertThat(same.stream().map(recipe -> recipe.withSeed(0)))
                            .as(name)
                            .containsOnly(same.get(0).withSeed(0)));
        }
    }

    @Test
    default void smokeHasEveryArmOfTheDeskAndThePaperScaleToo() {
        assertThat(names(Scale.SMOKE)).isEqualTo(names(Scale.DESK));
        assertThat(names(Scale.PAPER)).containsAll(names(Scale.DESK));
    }

    private Set<String> names(Scale scale) {
        return paper().recipes(scale, 1).stream().map(Recipe::name).collect(Collectors.toSet());
    }

    @Test
    default void everySentenceNamesKnownClaimsAndEveryClaimOfThePaperHasOne() {
        Set<String> ids = claims().stream().map(Claim::id).collect(Collectors.toSet());
        Set<String> named = paper().sentences().stream()
                .map(Report.Sentence::claimIds)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        assertThat(named).isEqualTo(ids);
    }

    @Test
    default void chartsLeaveOutWhatWasNotRun() {
        assertThat(paper().sections(new Results(List.of(), List.of()))).isEmpty();
        cases().forEach((id, pair) -> {
            List<Report.Section> sections = paper().sections(pair.holds());
            assertThat(sections).as(id).allMatch(section -> !section.figures().isEmpty());
            assertThat(sections.stream()
                            .flatMap(section -> section.figures().stream())
                            .map(figure -> figure.id()))
                    .as(id)
                    .doesNotHaveDuplicates();
        });
    }
}
