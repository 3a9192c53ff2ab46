package dev.rote.runs;

import dev.rote.data.ModularArithmetic;
import dev.rote.data.Operation;
import dev.rote.measures.NeuronTable;
import dev.rote.measures.Pruning;
import dev.rote.methods.Sam;
import dev.rote.nets.Activation;
import dev.rote.nets.TwoLayer;
import dev.rote.noise.SymmetricNoise;
import dev.rote.tensor.Workers;
import dev.rote.train.AdamW;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A process that carries out two runs in a folder, one after the other; a test kills it and starts it again. */
final class RunProcess {

    private RunProcess() {}

    /**
     * Two runs that between them use what a checkpoint must hold: batches and the whole data, batch-norm statistics, dropout,
     * a hand-written gradient and an automatic one, sharpness-aware minimisation, tables.
     */
    static List<Recipe> recipes() {
        List<Probe> probes = new ArrayList<>(Recipe.STANDARD_PROBES);
        probes.add(new Probe(new NeuronTable(), 40, List.of()));
        probes.add(new Probe(new Pruning(Pruning.Order.LOWEST_IPR, 5), 30, List.of()));
        probes.add(Probe.at(new Pruning(Pruning.Order.RANDOM, 5), "middle", "end"));
        Recipe base = new Recipe()
                .withData(new ModularArithmetic(31, Operation.ADD, 0.7), new SymmetricNoise(0.2, true))
                .withOptimizer(new AdamW(0.01, 0.9, 0.98, 1e-8, 1))
                .withProbes(5, probes);
        return List.of(
                base.withName("batches")
                        .withNet(new TwoLayer(128, Activation.SQUARE, 0.2, true))
                        .withMethods(new Sam(0.05, 40))
                        .withSteps(120, 100),
                base.withName("whole")
                        .withNet(new TwoLayer(128, Activation.SQUARE, 0.2, false))
                        .withSteps(200, 0));
    }

    /** Where a recipe's run is, inside the folder of both. */
    static RunFolder folder(Path root, Recipe recipe) {
        return RunFolder.under(root, recipe, TestKinds.KINDS);
    }

    /** Carries out both. */
    static void carryOut(Path root, int count, Duration checkpointEvery) throws IOException {
        try (Workers workers = new Workers(count)) {
            for (Recipe recipe : recipes()) {
                Run run = new Run(
                        recipe, folder(root, recipe), TestKinds.KINDS, workers, checkpointEvery, (clock, loss) -> {});
                run.carryOut();
            }
        }
    }

    /** Folder, number of workers, milliseconds between checkpoints. */
    public static void main(String[] arguments) throws IOException {
        carryOut(
                Path.of(arguments[0]), Integer.parseInt(arguments[1]), Duration.ofMillis(Long.parseLong(arguments[2])));
    }
}
