package dev.rote.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.nets.OutputGradient;
import java.util.DoubleSummaryStatistics;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which losses are symmetric: summed over all labels, the same for whatever outputs (Ghosh, Kumar and Sastry 2017). */
class SymmetryTest {

    private static final int OTHERS = ClosedForms.CLASSES - 1;

    private static DoubleSummaryStatistics sums(OutputGradient loss) {
        return IntStream.range(0, 50)
                .mapToDouble(which -> ClosedForms.sumOverLabels(loss, ClosedForms.outputs(which)))
                .summaryStatistics();
    }

    private static void isAlways(OutputGradient loss, double expected) {
        assertThat(sums(loss).getMin()).isCloseTo(expected, within(1e-12 * expected));
        assertThat(sums(loss).getMax()).isCloseTo(expected, within(1e-12 * expected));
    }

    private static void varies(OutputGradient loss) {
        assertThat(sums(loss).getMax()).isGreaterThan(1.1 * sums(loss).getMin());
    }

    @Test
    void theRobustOnesAre() {
        isAlways(new Mae(), 2 * OTHERS);
        isAlways(new Gce(1), OTHERS);
        isAlways(new Rce(), 4 * OTHERS);
        isAlways(new Rce(-9.21), 9.21 * OTHERS);
        isAlways(new Nce(), 1);
        isAlways(new NceRce(), 1 + 4 * OTHERS);
        isAlways(new NceMae(), 1 + 10 * OTHERS);
        isAlways(new Sce(0, 1, -4), 4 * OTHERS);
    }

    @Test
    void theOthersAreNot() {
        varies(new CrossEntropy());
        varies(new Gce());
        varies(new Sce());
        varies(new Focal());
        varies(new LabelSmoothing());
    }
}
