package dev.rote.runs;

import dev.rote.files.Table;
import dev.rote.files.TableFile;
import dev.rote.nets.Model;
import dev.rote.scores.ExampleScore;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Place;
import dev.rote.tensor.Safetensors;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import dev.rote.train.Models;
import dev.rote.yaml.Kinds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The runs that a recipe needs: ordinary run folders next to its own, carried out first and shared with whoever else needs them. */
final class Needs {

    private final Recipe recipe;
    private final Kinds kinds;
    private final Path root;

    Needs(Recipe recipe, RunFolder folder, Kinds kinds) {
        this.recipe = recipe;
        this.kinds = kinds;
        this.root = folder.path().toAbsolutePath().getParent();
    }

    /** Carries out those that are not done yet, one after another. */
    void carryOut(Workers workers, Duration checkpointEvery) throws IOException {
        for (Recipe needed : recipe.needed().values()) {
            new Run(needed, folder(needed), kinds, workers, checkpointEvery, (clock, loss) -> {}).carryOut();
        }
    }

    private RunFolder folder(Recipe needed) {
        return RunFolder.under(root, needed, kinds);
    }

    /** The models a method may ask for, in the calling thread's scope; the needed runs are done. */
    Models models(Materials materials) throws IOException {
        Map<String, Model> finished = new LinkedHashMap<>();
        for (Map.Entry<String, Recipe> need : recipe.needed().entrySet()) {
            finished.put(need.getKey(), load(need.getValue()));
        }
        return new Models() {
            @Override
            public Model another(Seeds seeds) {
                return materials.model(seeds);
            }

            @Override
            public Model finished(String name) {
                Model model = finished.get(name);
                return model == null ? NONE.finished(name) : model;
            }

            @Override
            public Map<Long, Double> scores(String run, String score) {
                return Needs.this.scores(run, score);
            }
        };
    }

    /**
     * The score of that name among those that a needed run takes.
     *
     * @throws IllegalArgumentException when the recipe needs no such run, or it takes no such score
     */
    static ExampleScore score(Recipe recipe, String run, String score) {
        Recipe needed = recipe.needed().get(run);
        if (needed == null) {
            throw new IllegalArgumentException("there is no finished run '" + run + "'; name it under needs");
        }
        List<String> names = needed.scores().stream().map(ExampleScore::name).toList();
        if (!names.contains(score)) {
            throw new IllegalArgumentException(
                    "run '" + run + "' takes no score '" + score + "', only " + names + "; name it under its scores");
        }
        return needed.scores().get(names.indexOf(score));
    }

    /** What a score of a needed run said, read from its folder. */
    private Map<Long, Double> scores(String run, String score) {
        score(recipe, run, score);
        Path file = folder(recipe.needed().get(run)).tables().resolve("scores.csv");
        try {
            TableFile.Contents contents = TableFile.read(file);
            if (contents.torn().isPresent()) {
                throw new IOException(contents.torn().get());
            }
            Table table = contents.table();
            List<String> names = table.texts("score");
            double[] ids = table.doubles("id");
            double[] all = table.doubles("value");
            Map<Long, Double> values = new HashMap<>();
            for (int row = 0; row < all.length; row++) {
                if (names.get(row).equals(score)) {
                    values.put((long) ids[row], all[row]);
                }
            }
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Model load(Recipe needed) throws IOException {
        Model model = Materials.untrained(needed);
        Map<String, Safetensors.Entry> saved =
                Safetensors.read(folder(needed).weights()).tensors();
        try (Scope scope = Scope.open();
                Autograd.Guard guard = Autograd.noGrad()) {
            for (Map.Entry<String, Tensor> weight : model.state().entrySet()) {
                Safetensors.Entry entry = saved.get(weight.getKey());
                if (entry == null) {
                    throw new IOException(folder(needed).weights() + ": lacks the tensor " + weight.getKey());
                }
                Place place = new Place(entry.dtype(), needed.device());
                weight.getValue().copy_(place.ofBytes(entry.dtype(), entry.data(), entry.sizes()));
            }
        }
        return model;
    }
}
