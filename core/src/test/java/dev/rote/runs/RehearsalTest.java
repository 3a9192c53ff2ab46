package dev.rote.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.data.ModularArithmetic;
import dev.rote.data.Operation;
import dev.rote.measures.Accuracy;
import dev.rote.measures.Measure;
import dev.rote.measures.Pruning;
import dev.rote.measures.WeightNorm;
import dev.rote.nets.Mlp;
import dev.rote.scores.ExampleLoss;
import dev.rote.scores.ExampleMargin;
import dev.rote.tensor.Device;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import dev.rote.yaml.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {

    @TempDir
    Path folder;

    private static Recipe measuring(Measure measure) {
        return RunTest.small().withProbes(10, List.of(new Probe(new Accuracy("train")), Probe.at(measure, "end")));
    }

    /** The recipe is refused with this message before anything is written. */
    private void refused(Recipe recipe, String message) {
        long before = Tensor.live();
        Path run = folder.resolve("run");
        try (Workers workers = new Workers(1)) {
            assertThatThrownBy(() -> new Run(
                                    recipe,
                                    new RunFolder(run),
                                    TestKinds.KINDS,
                                    workers,
                                    Duration.ofHours(1),
                                    (clock, loss) -> {})
                            .carryOut())
                    .isInstanceOf(Problem.class)
                    .hasMessage(message);
        }
        assertThat(run).doesNotExist();
        assertThat(Tensor.live()).isEqualTo(before);
    }

    @Test
    void aBatchLargerThanTheData() {
        refused(
                RunTest.small().withSteps(40, 400),
                "batch_size: was 400, must be at most the 370 training examples; 0 takes them all");
    }

    @Test
    void aShareThatLeavesNothingToTrainOn() {
        refused(
                RunTest.small().withData(new ModularArithmetic(5, Operation.ADD, 0.01)),
                "data: fraction 0.01 of 25 equations leaves none to train on");
    }

    @Test
    void aPartThatThereIsNot() {
        refused(
                measuring(new Accuracy("validation")),
                "probes[1].measure: there is no data part 'validation', only [train, test]");
    }

    @Test
    void aScoreOfAPartThatThereIsNot() {
        refused(
                RunTest.small().withScores(new ExampleMargin("test"), new ExampleLoss("validation")),
                "scores[1]: there is no data part 'validation', only [train, test]");
    }

    @Test
    void aParameterThatThereIsNot() {
        refused(
                measuring(new WeightNorm("x")),
                "probes[1].measure: there is no parameter 'x', only [u.weight, v.weight, w.weight] and all");
    }

    @Test
    void aMeasureThatTheNetCannotGive() {
        refused(
                measuring(new Pruning()).withNet(new Mlp()),
                "probes[1].measure: pruning needs a net whose outputs are a sum over neurons, such as two-layer");
    }

    @Test
    void aDeviceThatThereIsNot() {
        Recipe there = RunTest.small().but().device(Device.CUDA).recipe();
        refused(there, "device: was cuda, this build of libtorch finds no CUDA device; use cpu");
    }
}
