package dev.rote.runs;

import dev.rote.data.Dataset;
import dev.rote.data.Preparation;
import dev.rote.data.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much there is to do in many runs: the data that several recipes share are opened once. */
public final class Workload {

    private record Data(Source source, List<Preparation> prepare) {}

    private final Map<Data, Dataset> trains = new HashMap<>();

    /**
     * Multiplications of a run, roughly; at least 1.
     *
     * @throws RuntimeException when its data cannot be opened
     */
    public double of(Recipe recipe) {
        Dataset train = trains.computeIfAbsent(
                new Data(recipe.data(), recipe.prepare()),
                data -> Materials.prepared(recipe).get("train"));
        return recipe.work(train);
    }
}
