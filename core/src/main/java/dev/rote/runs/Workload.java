package dev.rote.runs;

import dev.rote.data.Dataset;
import dev.rote.data.Preparation;
import dev.rote.data.Source;
import dev.rote.tensor.InputShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much there is to do in many runs: data that several recipes share are opened once, to see how many they are. */
public final class Workload {

    private record Data(Source source, List<Preparation> prepare) {}

    private record Size(int examples, InputShape inputs, int outputs) {}

    private final Map<Data, Size> sizes = new HashMap<>();

    /**
     * Multiplications of a run, roughly; at least 1.
     *
     * @throws dev.rote.yaml.Problem when its data cannot be opened
     */
    public double of(Recipe recipe) {
        Size size = sizes.computeIfAbsent(new Data(recipe.data(), recipe.prepare()), data -> {
            Dataset train = Materials.prepared(recipe).get("train");
            return new Size(train.size(), train.inputs(), train.target().outputs());
        });
        double rows = recipe.batchSize() == 0 ? size.examples() : recipe.batchSize();
        double perRow = recipe.net().work(size.inputs(), size.outputs());
        return Math.max(1, Math.max(1, recipe.steps(size.examples())) * rows * perRow);
    }
}
