package label.audit;

import dev.rote.confident.Candidates;
import dev.rote.confident.ClassConfidence;
import dev.rote.confident.ConfidentCounts;
import dev.rote.confident.Cuts;
import dev.rote.confident.Filter;
import dev.rote.confident.Options;
import dev.rote.confident.Quality;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.api.java.function.ReduceFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Label issues of a data set that no single machine holds: the same flags and scores, to the last bit, as with all rows in one array.
 *
 * <p>Thresholds and counts are of all rows, so a partition cannot be judged by itself. Three passes sum up what all must know, each
 * bringing to the driver a few numbers per class, pair of classes or candidate; the fourth judges every row where it lies. Cache the rows.
 *
 * <p>Columns, in this order: {@code id} (long, unlike any other, the same in every pass), {@code label} (int), {@code probs} (array of double).
 */
public final class SparkLabels {

    private static final Options OPTIONS = new Options().with(Filter.PRUNE_BY_NOISE_RATE);

    private SparkLabels() {}

    /** A row judged. Spark's bean encoder wants the empty constructor, the getters and the setters. */
    public static final class Judged {
        private long id;
        private boolean issue;
        private double quality;

        public long getId() {
            return id;
        }

        public void setId(long id) {
            this.id = id;
        }

        public boolean isIssue() {
            return issue;
        }

        public void setIssue(boolean issue) {
            this.issue = issue;
        }

        public double getQuality() {
            return quality;
        }

        public void setQuality(double quality) {
            this.quality = quality;
        }
    }

    /** Judges all rows. */
    public static Dataset<Judged> judge(Dataset<Row> rows, int classes) {
        byte[] confidence = pass(rows, confidence(classes), addConfidence());
        double[] thresholds = ClassConfidence.of(confidence).thresholds();
        byte[] counts = pass(rows, counts(thresholds), addCounts());
        byte[] candidates = pass(rows, candidates(counts), addCandidates(counts));
        return rows.mapPartitions(judged(cuts(candidates, counts), thresholds), Encoders.bean(Judged.class));
    }

    private static byte[] pass(
            Dataset<Row> rows, MapPartitionsFunction<Row, byte[]> part, ReduceFunction<byte[]> combined) {
        return rows.mapPartitions(part, Encoders.BINARY()).reduce(combined);
    }

    // Spark serialises these functions with all that they hold on to, which therefore is numbers and bytes only.

    static MapPartitionsFunction<Row, byte[]> confidence(int classes) {
        return part -> {
            ClassConfidence confidence = new ClassConfidence(classes);
            part.forEachRemaining(row -> confidence.add(row.getInt(1), probs(row)));
            return List.of(confidence.toBytes()).iterator();
        };
    }

    static ReduceFunction<byte[]> addConfidence() {
        return (a, b) -> ClassConfidence.of(a).combine(ClassConfidence.of(b)).toBytes();
    }

    static MapPartitionsFunction<Row, byte[]> counts(double[] thresholds) {
        return part -> {
            ConfidentCounts counts = new ConfidentCounts(thresholds);
            part.forEachRemaining(row -> counts.add(row.getInt(1), probs(row)));
            return List.of(counts.toBytes()).iterator();
        };
    }

    static ReduceFunction<byte[]> addCounts() {
        return (a, b) -> ConfidentCounts.of(a).combine(ConfidentCounts.of(b)).toBytes();
    }

    static MapPartitionsFunction<Row, byte[]> candidates(byte[] counts) {
        return part -> {
            Candidates candidates = new Candidates(ConfidentCounts.of(counts).joint(), OPTIONS);
            part.forEachRemaining(row -> candidates.add(row.getLong(0), row.getInt(1), probs(row)));
            return List.of(candidates.toBytes()).iterator();
        };
    }

    static ReduceFunction<byte[]> addCandidates(byte[] counts) {
        return (a, b) -> candidates(a, counts).combine(candidates(b, counts)).toBytes();
    }

    private static Candidates candidates(byte[] bytes, byte[] counts) {
        return Candidates.of(ConfidentCounts.of(counts).joint(), OPTIONS, bytes);
    }

    static byte[] cuts(byte[] candidates, byte[] counts) {
        return candidates(candidates, counts).cuts().toBytes();
    }

    static MapPartitionsFunction<Row, Judged> judged(byte[] cuts, double[] thresholds) {
        return part -> {
            Cuts known = Cuts.of(cuts);
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return part.hasNext();
                }

                @Override
                public Judged next() {
                    return judged(part.next(), known, thresholds);
                }
            };
        };
    }

    private static Judged judged(Row row, Cuts cuts, double[] thresholds) {
        double[] probs = probs(row);
        Judged judged = new Judged();
        judged.setId(row.getLong(0));
        judged.setIssue(cuts.flags(row.getLong(0), row.getInt(1), probs));
        judged.setQuality(Quality.SELF_CONFIDENCE.score(row.getInt(1), probs, thresholds));
        return judged;
    }

    private static double[] probs(Row row) {
        return row.<Double>getList(2).stream().mapToDouble(Double::doubleValue).toArray();
    }
}
