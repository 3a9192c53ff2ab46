package dev.rote.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.data.ModularArithmetic;
import dev.rote.data.Operation;
import dev.rote.measures.Pruning;
import dev.rote.nets.Activation;
import dev.rote.nets.TwoLayer;
import dev.rote.noise.SymmetricNoise;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import dev.rote.train.AdamW;
import dev.rote.yaml.Kinds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {

    @TempDir
    Path folder;

    static Recipe small() {
        List<Probe> probes = new ArrayList<>(Recipe.STANDARD_PROBES);
        probes.add(Probe.at(new Pruning(Pruning.Order.LOWEST_IPR, 10), "end"));
        return new Recipe()
                .withName("small")
                .withData(new ModularArithmetic(23, Operation.ADD, 0.7), new SymmetricNoise(0.2, true))
                .withNet(new TwoLayer(64, Activation.SQUARE, 0, false))
                .withOptimizer(new AdamW(0.01, 0.9, 0.98, 1e-8, 1))
                .withSteps(40, 0)
                .withProbes(10, probes);
    }

    @Test
    void leavesAFolderThatResultsCanRead() throws IOException {
        long before = Tensor.live();
        RunFolder run = new RunFolder(folder.resolve("small"));
        Kinds kinds = TestKinds.KINDS;
        try (Workers workers = new Workers(2)) {
            assertThat(new Run(small(), run, kinds, workers, Duration.ofHours(1), (clock, loss) -> {}).carryOut())
                    .isTrue();
            assertThat(new Run(small(), run, kinds, workers, Duration.ofHours(1), (clock, loss) -> {}).carryOut())
                    .isFalse();
        }
        assertThat(Tensor.live()).isEqualTo(before);
        Results results = Results.read(List.of(run), kinds);
        assertThat(results.problems()).isEmpty();
        RunResult result = results.runs().get(0);
        assertThat(result.recipe()).isEqualTo(small());
        assertThat(result.readings("accuracy.train").steps()).containsExactly(0L, 10L, 20L, 30L, 40L);
        assertThat(result.last("loss.train"))
                .isLessThan(result.readings("loss.train").at(0));
        assertThat(result.table("pruning-lowest-ipr").rows()).hasSize(11);
    }
}
