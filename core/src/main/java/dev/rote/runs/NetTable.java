package dev.rote.runs;

import dev.rote.data.Dataset;
import dev.rote.nets.Model;
import dev.rote.nets.NetSummary;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.yaml.Problem;

/** A recipe's net written out for the recipe's data. */
public final class NetTable {

    private NetTable() {}

    /**
     * Opens the data, builds the net on the CPU, wherever the recipe would train it, and writes it out.
     *
     * @throws Problem naming the field of the recipe that cannot work
     */
    public static String of(Recipe recipe) {
        Dataset train = Materials.open(recipe).parts().get("train");
        int outputs = train.target().outputs();
        try (Scope scope = Scope.open()) {
            return Materials.at("net", () -> {
                Model model = recipe.net()
                        .build(
                                train.inputs(),
                                outputs,
                                Place.FLOAT32,
                                recipe.seeds().of("net"));
                return NetSummary.of(model, recipe.net(), train.inputs(), outputs);
            });
        }
    }
}
