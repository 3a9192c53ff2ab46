package label.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static scala.jdk.javaapi.CollectionConverters.asScala;

import dev.rote.confident.ClassConfidence;
import dev.rote.confident.LabelIssues;
import dev.rote.confident.Quality;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.api.java.function.ReduceFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/**
 * The functions that Spark would call, turned into bytes and back as Spark does it, and called on real rows of Spark in three partitions. No Spark
 * is started.
 */
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

    private byte[] pass(MapPartitionsFunction<Row, byte[]> part, ReduceFunction<byte[]> combined) throws Exception {
        ReduceFunction<byte[]> shipped = carried(combined);
        byte[] all = null;
        for (List<Row> rows : parts) {
            byte[] one = carried(part).call(rows.iterator()).next();
            all = all == null ? one : shipped.call(all, one);
        }
        return all;
    }

    /** As Spark brings it to another machine. */
    @SuppressWarnings("unchecked")
    private static <T> T carried(T function) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(function);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }

    @Test
    void partitions_together_give_what_one_array_gives() throws Exception {
        byte[] confidence = pass(SparkLabels.confidence(K), SparkLabels.addConfidence());
        double[] thresholds = ClassConfidence.of(confidence).thresholds();
        byte[] counts = pass(SparkLabels.counts(thresholds), SparkLabels.addCounts());
        byte[] candidates = pass(SparkLabels.candidates(counts), SparkLabels.addCandidates(counts));
        byte[] cuts = SparkLabels.cuts(candidates, counts);
        LabelIssues whole = LabelIssues.find(labels, probs);
        boolean[] flags = whole.flags();
        double[] quality = whole.scores(Quality.SELF_CONFIDENCE);
        int seen = 0;
        for (List<Row> part : parts) {
            Iterator<SparkLabels.Judged> judged =
                    carried(SparkLabels.judged(cuts, thresholds)).call(part.iterator());
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
