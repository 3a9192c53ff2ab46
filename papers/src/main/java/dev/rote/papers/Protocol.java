package dev.rote.papers;

import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Evidence;
import dev.rote.claims.Means;
import dev.rote.claims.Observation;
import dev.rote.claims.Verdict;
import dev.rote.runs.Recipe;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** How papers go about it: seeds, claims on means, and why a claim was not run. What is read from a run is another matter. */
public final class Protocol {

    private Protocol() {}

    /** Each recipe with seeds 0, 1, ... */
    public static Stream<Recipe> seeded(List<Recipe> recipes, int seeds) {
        return recipes.stream()
                .flatMap(recipe ->
                        Stream.iterate(0L, seed -> seed + 1).limit(seeds).map(recipe::withSeed));
    }

    /** A claim that compares arms by their means over the seeds. */
    public static Claim onMeans(
            String id, String says, String where, String expected, String paper, Function<Means, Observation> look) {
        return new Claim(id, says, where, expected, paper, Checks.onMeans(look));
    }

    /** The same claim; where its runs are missing the evidence says why. */
    public static Claim unless(Claim claim, String reason) {
        Claim.Check check = results -> {
            Evidence evidence = claim.check().of(results);
            return evidence.verdict() == Verdict.NOT_RUN
                    ? Evidence.notRun(reason + " (" + evidence.note() + ")")
                    : evidence;
        };
        return new Claim(claim.id(), claim.says(), claim.where(), claim.expected(), claim.paperFigure(), check);
    }
}
