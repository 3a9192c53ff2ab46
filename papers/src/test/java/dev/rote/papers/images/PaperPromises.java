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

/** What the paper's test shows: each claim can hold and can fail, scales have the same arms, and charts cope with missing runs. */
public interface PaperPromises {

    /** The paper. */
    Paper paper();

    /** For each claim that runs can decide: results at which it must hold, and results at which it must fail. */
    Map<String, List<Handmade>> cases();

    /** Claims that no run of the desk scale decides. */
    default Set<String> notAtTheDesk() {
        return Set.of();
    }

    @Test
    default void everyClaimHasItsCasesAndItsOwnId() {
        List<String> ids = paper().claims(Scale.DESK).stream().map(Claim::id).toList();
        assertThat(ids).doesNotHaveDuplicates();
        List<String> known = Stream.concat(cases().keySet().stream(), notAtTheDesk().stream())
                .toList();
        assertThat(known).containsExactlyInAnyOrderElementsOf(ids);
    }

    @TestFactory
    default Stream<DynamicTest> holdsAndFailsWhereItMust() {
        Map<String, Claim> claims =
                paper().claims(Scale.DESK).stream().collect(Collectors.toMap(Claim::id, claim -> claim));
        return cases().entrySet().stream()
                .flatMap(entry -> Stream.of(Verdict.HELD, Verdict.FAILED)
                        .map(verdict -> DynamicTest.dynamicTest(entry.getKey() + " " + verdict, () -> {
                            Handmade made = entry.getValue().get(verdict == Verdict.HELD ? 0 : 1);
                            Evidence evidence =
                                    claims.get(entry.getKey()).check().of(made.results());
                            assertThat(evidence.verdict())
                                    .as(evidence.toString())
                                    .isEqualTo(verdict);
                            assertThat(evidence.observed()).isNotBlank();
                        })));
    }

    @Test
    default void withoutRunsNothingIsClaimedAndNothingDrawn() {
        Results none = new Results(List.of(), List.of());
        for (Claim claim : paper().claims(Scale.DESK)) {
            Evidence evidence = claim.check().of(none);
            assertThat(evidence.verdict()).as(claim.id()).isEqualTo(Verdict.NOT_RUN);
            assertThat(evidence.note()).isNotBlank();
        }
        assertThat(paper().sections(none)).isEmpty();
    }

    @Test
    default void chartsAreDrawnOfWhatThereIs() {
        for (List<Handmade> pair : cases().values()) {
            for (Handmade made : pair) {
                paper().sections(made.results())
                        .forEach(section -> assertThat(section.figures()).isNotEmpty());
            }
        }
    }

    @Test
    default void allScalesHaveTheSameArms() {
        Set<String> desk = names(Scale.DESK);
        assertThat(names(Scale.SMOKE)).isEqualTo(desk);
        assertThat(names(Scale.PAPER)).containsAll(desk);
    }

    private Set<String> names(Scale scale) {
        return paper().recipes(scale, 1).stream().map(Recipe::name).collect(Collectors.toSet());
    }

    @Test
    default void runsOfOneNameDifferInTheirSeeds() {
        for (Scale scale : Scale.values()) {
            List<Recipe> recipes = paper().recipes(scale, 2);
            assertThat(recipes.stream().map(recipe -> recipe.name() + " " + recipe.seed()))
                    .doesNotHaveDuplicates();
            for (Recipe recipe : recipes) {
                // What is needed draws the same split, or it would have seen what the run trains on.
                assertThat(recipe.needs().values())
                        .allMatch(needed -> needed.dataSeeds().equals(recipe.dataSeeds()));
            }
        }
    }

    @Test
    default void everySentenceNamesKnownClaims() {
        Set<String> ids = paper().claims(Scale.DESK).stream().map(Claim::id).collect(Collectors.toSet());
        for (Report.Sentence sentence : paper().sentences()) {
            assertThat(ids).as(sentence.text()).containsAll(sentence.claimIds());
        }
    }
}
