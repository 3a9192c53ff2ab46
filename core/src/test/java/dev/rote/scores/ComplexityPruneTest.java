package dev.rote.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.data.Dataset;
import dev.rote.data.Parts;
import dev.rote.data.files.Digits;
import dev.rote.data.prepare.Take;
import dev.rote.scores.ComplexityPrune.First;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ComplexityPruneTest {

    private static final Parts PARTS =
            new Take("train", 200, Take.Order.RANDOM).apply(new Digits().open(new Seeds(1)), new Seeds(2));

    private static ComplexityPrune prune(First first, double fraction) {
        return new ComplexityPrune(first, fraction, ComplexityGaps.Mode.EXACT, 1);
    }

    private static Set<Long> left(ComplexityPrune prune, long seed) {
        Parts after = prune.apply(PARTS, new Seeds(seed));
        assertThat(after.get("test")).isSameAs(PARTS.get("test"));
        assertThat(after.get("train").ids()).isSorted();
        Set<Long> ids = new TreeSet<>();
        Arrays.stream(after.get("train").ids()).forEach(ids::add);
        return ids;
    }

    /** Score and label by id. */
    private static Map<Long, double[]> scored() {
        Dataset train = PARTS.get("train");
        long[] ids = train.ids();
        int[] labels =
                Arrays.stream(train.labels(ids)).mapToInt(Math::toIntExact).toArray();
        Map<Long, double[]> scored = new LinkedHashMap<>();
        try (Workers workers = new Workers(1)) {
            double[] scores = new ComplexityGaps(1e-8, workers).exact(ComplexityGaps.rows(train, ids), labels);
            for (int i = 0; i < ids.length; i++) {
                scored.put(ids[i], new double[] {scores[i], labels[i]});
            }
        }
        return scored;
    }

    @Test
    void ofEachClassTheLowestOrHighestGo() {
        Map<Long, double[]> scored = scored();
        Set<Long> high = left(prune(First.LOW, 0.3), 1);
        Set<Long> low = left(prune(First.HIGH, 0.3), 1);
        for (int label = 0; label < 10; label++) {
            int c = label;
            double[] own = scored.values().stream()
                    .filter(pair -> pair[1] == c)
                    .mapToDouble(pair -> pair[0])
                    .sorted()
                    .toArray();
            int gone = (int) Math.round(0.3 * own.length);
            scored.forEach((id, pair) -> {
                if (pair[1] == c) {
                    assertThat(high.contains(id)).isEqualTo(pair[0] >= own[gone]);
                    assertThat(low.contains(id)).isEqualTo(pair[0] <= own[own.length - 1 - gone]);
                }
            });
        }
    }

    @Test
    void anyGoBySeedAndNothingGoesAtZero() {
        long live = Tensor.live();
        assertThat(left(prune(First.RANDOM, 0.5), 1)).isEqualTo(left(prune(First.RANDOM, 0.5), 1));
        assertThat(left(prune(First.RANDOM, 0.5), 1)).isNotEqualTo(left(prune(First.RANDOM, 0.5), 2));
        assertThat(left(prune(First.LOW, 0), 1)).hasSize(200);
        ComplexityPrune drawn = new ComplexityPrune(First.LOW, 0.5, ComplexityGaps.Mode.PAPER, 2);
        assertThat(left(drawn, 1))
                .hasSize(left(prune(First.LOW, 0.5), 1).size())
                .isEqualTo(left(drawn, 1));
        assertThat(Tensor.live()).isEqualTo(live);
    }

    @Test
    void refusesBadValues() {
        assertThatThrownBy(() -> prune(First.LOW, 1)).hasMessage("fraction must be at least 0 and below 1, was 1.0");
        assertThatThrownBy(() -> new ComplexityPrune(First.LOW, 0, ComplexityGaps.Mode.PAPER, 0))
                .hasMessage("repeats must be at least 1, was 0");
    }
}
