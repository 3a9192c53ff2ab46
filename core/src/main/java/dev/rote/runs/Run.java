package dev.rote.runs;

import dev.rote.data.Parts;
import dev.rote.files.AtomicFile;
import dev.rote.files.Checkpoint;
import dev.rote.files.Disk;
import dev.rote.files.FolderLock;
import dev.rote.files.Provenance;
import dev.rote.measures.Evaluator;
import dev.rote.measures.Subject;
import dev.rote.nets.Model;
import dev.rote.noise.Corrupted;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Device;
import dev.rote.tensor.Engine;
import dev.rote.tensor.Place;
import dev.rote.tensor.Safetensors;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import dev.rote.train.Clock;
import dev.rote.train.Loop;
import dev.rote.train.Models;
import dev.rote.train.Settings;
import dev.rote.yaml.Kinds;
import dev.rote.yaml.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Carries out a recipe in a folder: trains, measures, saves, and can be killed at any moment and taken up again.
 *
 * <p>After each step come the probes that are due and the scores that watch, then, when enough time has passed, a checkpoint that notes how long
 * readings and tables are. A run that finds a checkpoint cuts them back to these lengths and goes on from there; since
 * randomness is keyed by step, it ends with the bytes of a run that was never interrupted. When checkpoints are written
 * changes nothing in the result.
 */
public final class Run {

    private static final String DATA = "data";

    private final Recipe recipe;
    private final RunFolder folder;
    private final Kinds kinds;
    private final Workers workers;
    private final Duration checkpointEvery;
    private final Progress progress;
    private final Scores scores;

    /** Told after each step. */
    @FunctionalInterface
    public interface Progress {
        /**
         * A step is over.
         *
         * @param loss of the step; NaN when it was skipped
         */
        void stepped(Clock clock, double loss);
    }

    /**
     * A run that has not begun in this process.
     *
     * @param checkpointEvery how much work may be lost to a power cut
     */
    public Run(
            Recipe recipe,
            RunFolder folder,
            Kinds kinds,
            Workers workers,
            Duration checkpointEvery,
            Progress progress) {
        this.recipe = recipe;
        this.folder = folder;
        this.kinds = kinds;
        this.workers = workers;
        this.checkpointEvery = checkpointEvery;
        this.progress = progress;
        this.scores = new Scores(recipe.scores());
    }

    /**
     * Starts the run, takes it up where it stopped, or does nothing when it is done.
     *
     * @return false when it was done already
     * @throws Problem when the recipe cannot work, or the folder holds another run; then nothing was written
     * @throws IOException when the folder is in use, damaged, or the disk is full; what was written before stays valid
     */
    public boolean carryOut() throws IOException {
        try {
            if (folder.isDone() && isThis()) {
                return false;
            }
            Materials materials = Materials.open(recipe);
            if (!Files.exists(folder.recipe())) {
                new Rehearsal(recipe, materials).check();
            }
            Needs needs = new Needs(recipe, folder, kinds);
            needs.carryOut(workers, checkpointEvery);
            Disk.createFolder(folder.path());
            try (FolderLock lock = FolderLock.take(folder.path())) {
                if (!claim()) {
                    return false;
                }
                Map<String, String> prints = Fingerprint.of(materials.parts());
                Provenance provenance = provenance(prints);
                provenance.write(folder.provenance());
                try {
                    train(materials, needs, prints);
                    provenance.ended("finished").write(folder.provenance());
                } catch (IOException | RuntimeException e) {
                    try {
                        provenance.ended("failed: " + e.getMessage()).write(folder.provenance());
                    } catch (IOException second) {
                        e.addSuppressed(second);
                    }
                    throw e;
                }
                AtomicFile.write(folder.done(), "finished\n");
                return true;
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private boolean isThis() {
        return Files.exists(folder.recipe())
                && RecipeFile.text(RecipeFile.read(folder.recipe(), kinds), kinds)
                        .equals(RecipeFile.text(recipe, kinds));
    }

    /** Writes the recipe, or checks that it is the one that is there; false when the run is done. */
    private boolean claim() throws IOException {
        String text = RecipeFile.text(recipe, kinds);
        if (!Files.exists(folder.recipe())) {
            if (Files.exists(folder.readings()) || folder.isDone()) {
                throw Problem.wrongUse(
                                "must be a new folder or one of the same recipe, holds files of a run without recipe.yaml",
                                "choose another with --out")
                        .in(folder.path().toString());
            }
            AtomicFile.write(folder.recipe(), text);
        } else if (!isThis()) {
            throw Problem.wrongUse("holds a run of another recipe", "choose another folder with --out")
                    .in(folder.path().toString());
        }
        return !folder.isDone();
    }

    private Provenance provenance(Map<String, String> prints) {
        Map<String, String> versions = new HashMap<>();
        versions.put("libtorch", Engine.version());
        versions.put("libtorch_cpu", Engine.cpuCapability());
        String own = Run.class.getPackage().getImplementationVersion();
        versions.put("rote", own == null ? "development" : own);
        return Provenance.begin(versions, workers.count(), prints);
    }

    private void train(Materials materials, Needs needs, Map<String, String> prints) throws IOException {
        Optional<Checkpoint> saved = Checkpoint.latest(folder.checkpoints()).map(Checkpoint.Found::checkpoint);
        Map<String, String> values = saved.map(Checkpoint::values).orElse(Map.of());
        String data = prints.toString();
        if (!values.getOrDefault(DATA, data).equals(data)) {
            throw Problem.couldNotRun(
                            "was begun on other data than are there now",
                            "put the data back as they were, or begin anew with another --out")
                    .in(folder.path().toString());
        }
        try (Scope scope = Scope.open();
                RunRecorder recorder = RunRecorder.open(folder, values)) {
            Parts parts = materials.parts();
            Model model = materials.model();
            Seeds seeds = recipe.seeds().of("training");
            Settings settings = recipe.settings(materials.examples());
            Models models = needs.models(materials);
            try (Loop loop = new Loop(model, parts, settings, seeds, workers, recorder, models);
                    Evaluator evaluator = new Evaluator(model, parts, recipe.loss(), seeds, workers, recorder)) {
                saved.ifPresent(checkpoint -> loop.restore(state(checkpoint)));
                loop.start();
                if (saved.isEmpty()) {
                    tellNoise(parts, loop);
                    measure(evaluator, loop);
                    scores.watch(evaluator.subject(loop));
                }
                steps(loop, evaluator, recorder, data);
                scores.write(evaluator.subject(loop));
                writeWeights(model);
            }
        }
    }

    private void steps(Loop loop, Evaluator evaluator, RunRecorder recorder, String data) throws IOException {
        long saved = System.nanoTime();
        while (!loop.finished()) {
            loop.step();
            measure(evaluator, loop);
            scores.watch(evaluator.subject(loop));
            progress.stepped(loop.clock(), loop.lastLoss());
            if (!loop.finished() && System.nanoTime() - saved >= checkpointEvery.toNanos()) {
                save(loop, recorder, data);
                saved = System.nanoTime();
            }
        }
    }

    /** The noise that was drawn, which is not quite the noise that was asked for. */
    private static void tellNoise(Parts parts, Loop loop) {
        if (parts.get("train") instanceof Corrupted corrupted) {
            loop.log("noise.corrupted", corrupted.corruptedRate());
            loop.log("noise.wrong", corrupted.wrongRate());
        }
    }

    private void measure(Evaluator evaluator, Loop loop) {
        Clock clock = loop.clock();
        Subject subject = evaluator.subject(clock);
        long rhythm = recipe.logEvery() == 0 ? clock.stepsPerEpoch() : recipe.logEvery();
        for (Probe probe : recipe.probes()) {
            if (probe.due(clock.step(), clock.steps(), loop.finished(), rhythm)) {
                try (Scope scope = Scope.open();
                        Autograd.Guard guard = Autograd.noGrad()) {
                    loop.log(probe.measure().name(), probe.measure().of(subject));
                }
            }
        }
    }

    private void save(Loop loop, RunRecorder recorder, String data) throws IOException {
        Loop.State state = loop.state();
        Map<String, String> values = new LinkedHashMap<>();
        values.put(DATA, data);
        values.put("moves", Long.toString(state.moves()));
        state.stopReason().ifPresent(reason -> values.put("stopped", reason));
        recorder.note(values);
        try (Scope scope = Scope.open()) {
            new Checkpoint(state.step(), entries(state.tensors()), values).write(folder.checkpoints());
        }
    }

    private Loop.State state(Checkpoint checkpoint) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        checkpoint
                .tensors()
                .forEach((name, entry) -> tensors.put(
                        name,
                        new Place(entry.dtype(), recipe.device()).ofBytes(entry.dtype(), entry.data(), entry.sizes())));
        Map<String, String> values = checkpoint.values();
        return new Loop.State(
                tensors,
                checkpoint.step(),
                Long.parseLong(values.getOrDefault("moves", "0")),
                Optional.ofNullable(values.get("stopped")));
    }

    private void writeWeights(Model model) throws IOException {
        try (Scope scope = Scope.open()) {
            Map<String, Safetensors.Entry> entries = entries(model.state());
            AtomicFile.write(folder.weights(), channel -> Safetensors.write(channel, entries, Map.of("format", "pt")));
        }
    }

    private static Map<String, Safetensors.Entry> entries(Map<String, Tensor> tensors) {
        Map<String, Safetensors.Entry> entries = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            Tensor host =
                    tensor.detach().move(new Place(tensor.dtype(), Device.CPU)).contiguous();
            entries.put(name, Safetensors.Entry.of(host.dtype(), host.bytes(), host.shape()));
        });
        return entries;
    }
}
