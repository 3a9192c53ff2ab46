package dev.rote.papers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.claims.Claim;
import dev.rote.claims.Evidence;
import dev.rote.claims.Figure;
import dev.rote.claims.Paper;
import dev.rote.claims.Report;
import dev.rote.claims.Scale;
import dev.rote.claims.Verdict;
import dev.rote.runs.Combination;
import dev.rote.runs.Recipe;
import dev.rote.runs.Results;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every paper promises. Its test implements this and says where each claim must hold and where it must fail. That the smoke scale
 * runs to its report is shown where recipes have names, for all papers of the catalogue at once.
 */
public interface PaperContract {

    /** Two results for one claim. */
    record Case(Results holds, Results fails) {}

    Paper paper();

    /** For each claim a result at which it must hold and one, a hair's breadth away where that can be, at which it must fail. */
    Map<String, Case> cases();

    /** Claims that no scale decides; each says why. */
    default Set<String> undecided() {
        return Set.of();
    }

    /** Claims on what no sentence of the abstract says. */
    default Set<String> besideTheAbstract() {
        return Set.of();
    }

    /** Whether the paper scale has the arms of the desk, too. */
    default boolean publishedWithTheDesk() {
        return true;
    }

    /** The claims as they are where everything is run. */
    private List<Claim> claims() {
        return paper().claims(Scale.PAPER);
    }

    /** The check of a claim on results. */
    default Verdict verdict(String id, Results results) {
        return claim(id).check().of(results).verdict();
    }

    default Claim claim(String id) {
        return claims().stream()
                .filter(claim -> claim.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    default void everyClaimHasItsCasesAndItsOwnId() {
        assertThat(claims()).extracting(Claim::id).doesNotHaveDuplicates();
        assertThat(Stream.concat(cases().keySet().stream(), undecided().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        claims().stream().map(Claim::id).toList());
    }

    @TestFactory
    default Stream<DynamicTest> holdsWhereItMust() {
        return each((claim, pair) -> shows(claim, pair.holds(), Verdict.HELD));
    }

    @TestFactory
    default Stream<DynamicTest> failsWhereItMust() {
        return each((claim, pair) -> shows(claim, pair.fails(), Verdict.FAILED));
    }

    private Stream<DynamicTest> each(BiConsumer<Claim, Case> check) {
        return cases().entrySet().stream()
                .map(pair -> DynamicTest.dynamicTest(
                        pair.getKey(), () -> check.accept(claim(pair.getKey()), pair.getValue())));
    }

    private static void shows(Claim claim, Results results, Verdict verdict) {
        Evidence evidence = claim.check().of(results);
        assertThat(evidence.verdict()).as(evidence.toString()).isEqualTo(verdict);
        assertThat(evidence.observed()).isNotBlank();
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

    @Test
    default void recipesCanBeCarriedOutAndThoseOfOneNameDifferInTheirSeedOnly() {
        for (Scale scale : Scale.values()) {
            List<Recipe> recipes = paper().recipes(scale, 3);
            for (Recipe recipe : recipes) {
                Combination.check(recipe);
                // What is needed draws the same split, or it would have seen what the run trains on.
                assertThat(recipe.needs().values())
                        .allMatch(needed -> needed.dataSeeds().equals(recipe.dataSeeds()));
            }
            assertThat(recipes.stream().map(recipe -> recipe.name() + " " + recipe.seed()))
                    .doesNotHaveDuplicates();
            recipes.stream()
                    .collect(Collectors.groupingBy(Recipe::name))
                    .forEach((name, same) -> assertThat(
                                    same.stream().map(PaperContract::seedless).distinct())
                            .as(name)
                            .hasSize(1));
        }
    }

    private static Recipe seedless(Recipe recipe) {
        Map<String, Recipe> needs = new LinkedHashMap<>();
        recipe.needs().forEach((name, needed) -> needs.put(name, seedless(needed)));
        // A data seed that is the run's own says nothing else than none does.
        long data = recipe.dataSeed().filter(own -> own != recipe.seed()).orElse(0L);
        return recipe.withSeed(0).but().dataSeed(data).needs(needs).recipe();
    }

    @Test
    default void everyScaleHasTheArmsOfTheDesk() {
        assertThat(names(Scale.SMOKE)).isEqualTo(names(Scale.DESK));
        assertThat(names(Scale.PAPER).containsAll(names(Scale.DESK))).isEqualTo(publishedWithTheDesk());
    }

    private Set<String> names(Scale scale) {
        return paper().recipes(scale, 1).stream().map(Recipe::name).collect(Collectors.toSet());
    }

    @Test
    default void everySentenceNamesKnownClaimsAndEveryClaimOfThePaperHasOne() {
        Stream<String> named = paper().sentences().stream()
                .map(Report.Sentence::claimIds)
                .flatMap(List::stream)
                .distinct();
        assertThat(Stream.concat(named, besideTheAbstract().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        claims().stream().map(Claim::id).toList());
    }

    @Test
    default void chartsLeaveOutWhatWasNotRun() {
        assertThat(paper().sections(new Results(List.of(), List.of()))).isEmpty();
        cases().forEach((id, pair) -> {
            for (Results results : List.of(pair.holds(), pair.fails())) {
                List<Report.Section> sections = paper().sections(results);
                assertThat(sections)
                        .as(id)
                        .allMatch(section -> !section.figures().isEmpty());
                assertThat(sections.stream()
                                .flatMap(section -> section.figures().stream())
                                .map(Figure::id))
                        .as(id)
                        .doesNotHaveDuplicates();
            }
        });
    }
}
