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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a paper that compares arms owes: recipes of one name and seed each, and claims that can hold and can fail. */
public interface ClaimsContract {

    /** Two results for one claim. */
    record Case(Results holds, Results fails) {}

    Paper paper();

    /** For each claim that is ever checked a result at which it must hold, and one at which it must fail. */
    Map<String, Case> cases();

    /** Claims that no scale decides. */
    default Set<String> neverRun() {
        return Set.of();
    }

    /** The claims as they are where everything is run. */
    default List<Claim> claims() {
        return paper().claims(Scale.PAPER);
    }

    /** A recipe of some scale. */
    default Recipe recipe(String name) {
        return Stream.of(Scale.DESK, Scale.PAPER)
                .flatMap(scale -> paper().recipes(scale, 1).stream())
                .filter(recipe -> recipe.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no arm '" + name + "'"));
    }

    /** Results in which each arm has the same value of a reading, in percent, after every epoch: arm, value, arm, value, ... */
    default Results ends(String reading, Object... armsAndPercents) {
        Map<String, Double> ends = new LinkedHashMap<>();
        for (int i = 0; i < armsAndPercents.length; i += 2) {
            ends.put((String) armsAndPercents[i], ((Number) armsAndPercents[i + 1]).doubleValue());
        }
        return Made.results(ends.entrySet().stream()
                .map(end -> Made.of(recipe(end.getKey())).percents(reading, end.getValue(), end.getValue()))
                .toArray(Made[]::new));
    }

    @Test
    default void everyClaimHasItsCasesAndItsOwnId() {
        assertThat(claims()).extracting(Claim::id).doesNotHaveDuplicates();
        assertThat(Stream.concat(cases().keySet().stream(), neverRun().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        claims().stream().map(Claim::id).toList());
    }

    @TestFactory
    default Stream<DynamicTest> holdsWhereItMust() {
        return checked(claim -> verdict(claim, cases().get(claim.id()).holds(), Verdict.HELD));
    }

    @TestFactory
    default Stream<DynamicTest> failsWhereItMust() {
        return checked(claim -> verdict(claim, cases().get(claim.id()).fails(), Verdict.FAILED));
    }

    @TestFactory
    default Stream<DynamicTest> isNotRunWithoutResults() {
        return Stream.of(Scale.values())
                .flatMap(scale -> paper().claims(scale).stream()
                        .map(claim -> DynamicTest.dynamicTest(scale + " " + claim.id(), () -> {
                            Evidence evidence = claim.check().of(new Results(List.of(), List.of()));
                            assertThat(evidence.verdict()).isEqualTo(Verdict.NOT_RUN);
                            assertThat(evidence.note()).isNotBlank();
                        })));
    }

    private Stream<DynamicTest> checked(java.util.function.Consumer<Claim> check) {
        return claims().stream()
                .filter(claim -> !neverRun().contains(claim.id()))
                .map(claim -> DynamicTest.dynamicTest(claim.id(), () -> check.accept(claim)));
    }

    private static void verdict(Claim claim, Results results, Verdict expected) {
        Evidence evidence = claim.check().of(results);
        assertThat(evidence.verdict()).as(evidence.toString()).isEqualTo(expected);
        assertThat(evidence.observed()).isNotBlank();
    }

    @Test
    default void recipesHaveOneNameAndSeedEach() {
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
    default void smokeHasEveryArmOfTheDesk() {
        assertThat(names(Scale.SMOKE)).isEqualTo(names(Scale.DESK));
    }

    private Set<String> names(Scale scale) {
        return paper().recipes(scale, 1).stream().map(Recipe::name).collect(Collectors.toSet());
    }

    @Test
    default void everySentenceNamesKnownClaims() {
        Set<String> ids = claims().stream().map(Claim::id).collect(Collectors.toSet());
        for (Report.Sentence sentence : paper().sentences()) {
            assertThat(ids).as(sentence.text()).containsAll(sentence.claimIds());
        }
        assertThat(paper().sentences().stream().filter(s -> s.claimIds().isEmpty()))
                .hasSize(1);
    }

    @Test
    default void chartsLeaveOutWhatWasNotRun() {
        assertThat(paper().sections(new Results(List.of(), List.of()))).isEmpty();
        cases().values()
                .forEach(made -> assertThat(paper().sections(made.holds()))
                        .allSatisfy(section -> assertThat(section.figures()).isNotEmpty()));
    }
}
