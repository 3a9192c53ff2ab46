package dev.rote.papers.images;

import dev.rote.data.Preparation;
import dev.rote.data.files.Digits;
import dev.rote.data.prepare.AveragePool;
import dev.rote.data.prepare.Pad;
import dev.rote.data.prepare.Take;
import dev.rote.runs.Recipe;
import java.util.LinkedHashMap;
import java.util.Map;

/** An experiment at a size at which it proves nothing but that it can be carried out: the digits that Rote brings along, a few steps. */
public final class Smoke {

    private static final int STEPS = 6;
    private static final int BATCH = 16;

    private Smoke() {}

    /**
     * The shrunken recipe: on the digits, with the same preparations except those that fit other sizes of pictures only, the same noise
     * and methods, {@value #STEPS} steps of at most {@value #BATCH} examples, measured twice; what it needs is shrunk, too.
     */
    public static Recipe of(Recipe recipe) {
        Map<String, Recipe> needs = new LinkedHashMap<>();
        recipe.needs().forEach((name, needed) -> needs.put(name, of(needed)));
        return recipe.but()
                .data(new Digits())
                .prepare(recipe.prepare().stream()
                        .filter(step -> !(step instanceof AveragePool || step instanceof Pad))
                        .map(step -> step instanceof Take take
                                ? new Take(take.part(), Math.min(take.count(), 200), take.order())
                                : step)
                        .toArray(Preparation[]::new))
                .needs(needs)
                .steps(STEPS)
                .epochs(0)
                .batchSize(Math.min(BATCH, recipe.batchSize()))
                .logEvery(STEPS / 2)
                .recipe();
    }
}
