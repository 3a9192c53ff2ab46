package dev.rote.audit;

import dev.rote.audit.features.Dense;
import dev.rote.audit.features.Exhibit;
import dev.rote.audit.features.Features;
import dev.rote.audit.features.Input;
import dev.rote.audit.features.Sentences;
import dev.rote.data.Examples;
import dev.rote.estimates.RankMetrics;
import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Small data to audit, made up. */
final class MadeInput {

    private MadeInput() {}

    /** Rows, each its own group, as all views see them. */
    static Input of(Dense dense, int[] labels, int classes) {
        return of(dense, labels, classes, IntStream.range(0, labels.length).toArray());
    }

    static Input of(Dense dense, int[] labels, int classes, int[] groups) {
        return new Input(
                "made.csv",
                IntStream.range(0, classes).mapToObj(k -> "class " + k).toList(),
                labels,
                IntStream.range(0, labels.length).toArray(),
                List.of(),
                groups,
                new Features(dense, dense, dense),
                (position, given, suggested) -> new Exhibit.Nothing(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of("Made up."));
    }

    /** The same examples with other things beside them. */
    static Input with(Input made, List<int[]> duplicates, Optional<Examples> pictures, Optional<Sentences> sentences) {
        return new Input(
                made.source(),
                made.classes(),
                made.labels(),
                made.rows(),
                made.ids(),
                made.groups(),
                made.features(),
                made.exhibits(),
                duplicates,
                pictures,
                sentences,
                made.notices());
    }

    /** The class of row i of {@link #clouds}. */
    static int[] classes(int rows, int classes) {
        return IntStream.range(0, rows).map(i -> i % classes).toArray();
    }

    /** Points with deviation 1 around one centre per class, each far from the origin along an axis of its own. */
    static Dense clouds(int rows, int classes, double far, Seeds seeds) {
        float[] values = new float[rows * classes];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (seeds.gaussian(i) + (i / classes % classes == i % classes ? far : 0));
        }
        return new Dense(values, classes);
    }

    /** Labels of which a share has moved to another class, each as likely; or to the next one. */
    static int[] noisy(int[] labels, int classes, double rate, boolean next, Seeds seeds) {
        int[] noisy = labels.clone();
        for (int i = 0; i < noisy.length; i++) {
            if (seeds.of("wrong").uniform(i) < rate) {
                noisy[i] = (labels[i] + 1 + (next ? 0 : seeds.of("to").below(classes - 1, i))) % classes;
            }
        }
        return noisy;
    }

    /** How often an example that is wrong has lower quality than one that is right; ties count half. */
    static double auroc(double[] quality, int[] given, int[] truth) {
        return RankMetrics.auc(suspicion(quality), wrong(given, truth));
    }

    /** The mean, over wrong labels, of the share of wrong ones among those of at most their quality. */
    static double averagePrecision(double[] quality, int[] given, int[] truth) {
        return RankMetrics.averagePrecision(suspicion(quality), wrong(given, truth));
    }

    private static double[] suspicion(double[] quality) {
        return Arrays.stream(quality).map(low -> -low).toArray();
    }

    private static double[] wrong(int[] given, int[] truth) {
        return IntStream.range(0, given.length)
                .mapToDouble(i -> given[i] == truth[i] ? 0 : 1)
                .toArray();
    }
}
