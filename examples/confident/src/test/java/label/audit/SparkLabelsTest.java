package label.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static scala.jdk.javaapi.CollectionConverters.asScala;

import dev.rote.confident.ClassConfidence;
import dev.rote.confident.LabelIssues;
import dev.rote.confident.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** The functions that Spark would call, called on real rows of Spark in three partitions; no Spark is started. */
class SparkLabelsTest {

    private static final int N = 300;
    private static final int K = 3;

    private final int[] labels = new int[N];
    private final double[][] probs = new double[N][K];
    private final List<List<Row>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

    SparkLabelsTest() {
        for (int i = 0; i < N; i++) {
            double sure = 0.5 + 0.05 * (i % 7);
            for (int j = 0; j < K; j++) {
                probs[i][j] = j == i % K ? sure : (1 - sure) / 2;
            }
            labels[i] = i % 11 == 0 ? (i + 1 + i % 2) % K : i % K;
            parts.get(i % 5 % 3)
                    .add(RowFactory.create(
                            (long) i,
                            labels[i],
                            asScala(List.of(probs[i][0], probs[i][1], probs[i][2]))
                                    .toSeq()));
        }
    }

    private byte[] pass(Function<List<Row>, byte[]> part, BinaryOperator<byte[]> combined) {
        return parts.stream().map(part).reduce(combined).orElseThrow();
    }

    @Test
    void partitions_together_give_what_one_array_gives() {
        byte[] confidence =
                pass(part -> SparkLabels.confidence(part.iterator(), K).next(), SparkLabels::addConfidence);
        double[] thresholds = ClassConfidence.of(confidence).thresholds();
        byte[] counts =
                pass(part -> SparkLabels.counts(part.iterator(), thresholds).next(), SparkLabels::addCounts);
        byte[] candidates = pass(
                part -> SparkLabels.candidates(part.iterator(), counts).next(),
                (a, b) -> SparkLabels.addCandidates(a, b, counts));
        byte[] cuts = SparkLabels.cuts(candidates, counts);
        LabelIssues whole = LabelIssues.find(labels, probs);
        boolean[] flags = whole.flags();
        double[] quality = whole.scores(Quality.SELF_CONFIDENCE);
        int seen = 0;
        for (List<Row> part : parts) {
            var judged = SparkLabels.judged(part.iterator(), cuts, thresholds);
            while (judged.hasNext()) {
                SparkLabels.Judged row = judged.next();
                assertThat(row.isIssue()).isEqualTo(flags[(int) row.getId()]);
                assertThat(row.getQuality()).isEqualTo(quality[(int) row.getId()]);
                seen++;
            }
        }
        assertThat(seen).isEqualTo(N);
        assertThat(whole.indices()).isNotEmpty();
    }
}
