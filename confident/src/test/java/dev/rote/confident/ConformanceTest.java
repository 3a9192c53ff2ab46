package dev.rote.confident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same answers as cleanlab 2.9.0 with stable sorts, see README.md in the test resources. */
class ConformanceTest {

    private static final List<String> EDGES = List.of("edge-binary", "edge-ties", "edge-missing-class");
    private static final List<String> PUBLISHED = List.of("mnist", "20news");

    private static final List<Golden> SETS = sets();

    private static List<Golden> sets() {
        Stream<Golden> edges = EDGES.stream().map(Golden::edge);
        String reference = System.getenv("ROTE_REFERENCE");
        String data = System.getenv("ROTE_DATA");
        if (reference == null || data == null) {
            System.err.println(
                    "left out: the answers of cleanlab about MNIST and 20news; they need ROTE_REFERENCE, the folder "
                            + "whose subfolder cleanlab has them, and ROTE_DATA, the folder whose subfolder label-errors has the inputs");
            return edges.toList();
        }
        return Stream.concat(
                        edges, PUBLISHED.stream().map(name -> Golden.published(name, reference + "/cleanlab", data)))
                .toList();
    }

    static List<Golden> goldens() {
        return SETS;
    }

    private static LabelIssues found(Golden golden) {
        return LabelIssues.find(golden.labels(), golden.probs());
    }

    private static Filter filter(String name) {
        return Filter.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static Quality quality(String name) {
        return Quality.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static int[] indices(String words) {
        return words.isEmpty()
                ? new int[0]
                : Arrays.stream(words.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    private static int[] indices(boolean[] flags) {
        return IntStream.range(0, flags.length).filter(i -> flags[i]).toArray();
    }

    private static void same(double[][] actual, double[][] expected) {
        assertThat(actual).hasDimensions(expected.length, expected[0].length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).containsExactly(expected[i], within(1e-12));
        }
    }

    private static long[][] counts(double[][] numbers) {
        return Arrays.stream(numbers)
                .map(row -> Arrays.stream(row).mapToLong(x -> (long) x).toArray())
                .toArray(long[][]::new);
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void flags_by_all_seven_filters(Golden golden) {
        LabelIssues issues = found(golden);
        double[][] table = golden.table("flags_stable.csv");
        for (int f = 0; f < Filter.values().length; f++) {
            int column = f + 1; // the columns stand in the order of the enum
            int[] expected = Arrays.stream(table)
                    .filter(row -> row[column] == 1)
                    .mapToInt(row -> (int) row[0])
                    .toArray();
            Filter filter = Filter.values()[f];
            assertThat(indices(issues.flags(filter))).as(filter.name()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void flags_with_options(Golden golden) {
        List<String[]> rows = golden.texts("flags_options_stable.csv");
        assertThat(rows).hasSize(6);
        for (String[] row : rows) {
            Options options = switch (row[0]) {
                case "frac_noise=0.5" -> new Options(filter(row[1]), Quality.SELF_CONFIDENCE, 0.5, 1);
                case "min_examples_per_class=5" -> new Options(filter(row[1]), Quality.SELF_CONFIDENCE, 1, 5);
                default -> throw new IllegalStateException(row[0]);
            };
            assertThat(LabelIssues.find(golden.labels(), golden.probs(), options)
                            .indices())
                    .as(row[0] + " " + row[1])
                    .isEqualTo(indices(row[2]));
        }
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void scores(Golden golden) {
        LabelIssues issues = found(golden);
        double[][] table = golden.table("scores.csv.gz");
        for (int q = 0; q < Quality.values().length; q++) {
            int column = q + 2; // after index and label, in the order of the enum
            Quality quality = Quality.values()[q];
            double[] expected =
                    Arrays.stream(table).mapToDouble(row -> row[column]).toArray();
            double tolerance = quality == Quality.CONFIDENCE_WEIGHTED_ENTROPY ? 1e-9 : 1e-12;
            assertThat(issues.scores(quality)).as(quality.name()).containsExactly(expected, within(tolerance));
        }
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void ranks_flagged_examples(Golden golden) {
        LabelIssues issues = found(golden);
        List<String[]> rows = golden.texts("ranked_stable.csv");
        assertThat(rows).hasSize(21);
        for (String[] row : rows) {
            assertThat(issues.ranked(filter(row[0]), quality(row[1])))
                    .as(row[0] + " " + row[1])
                    .isEqualTo(indices(row[2]));
        }
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void ranks_all_examples(Golden golden) {
        LabelIssues issues = found(golden);
        List<String[]> rows = golden.texts("worst100_stable.csv");
        assertThat(rows).hasSize(3);
        for (String[] row : rows) {
            assertThat(Arrays.copyOf(issues.worst(quality(row[0])), 100))
                    .as(row[0])
                    .isEqualTo(indices(row[1]));
        }
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void counts_and_matrices(Golden golden) {
        ConfidentJoint joint = found(golden).joint();
        assertThat(joint.raw()).isDeepEqualTo(counts(golden.matrix("confident_joint_raw.csv")));
        assertThat(joint.calibrated()).isDeepEqualTo(counts(golden.matrix("confident_joint.csv")));
        same(joint.joint(), golden.matrix("joint.csv"));
        same(joint.noiseMatrix(), golden.matrix("noise_matrix.csv"));
        same(joint.inverseNoiseMatrix(), golden.matrix("inverse_noise_matrix.csv"));
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void classes(Golden golden) {
        ConfidentJoint joint = found(golden).joint();
        double[][] table = golden.table("classes.csv");
        assertThat(table).hasNumberOfRows(joint.classes());
        for (int k = 0; k < table.length; k++) {
            assertThat(joint.labelCounts()[k]).isEqualTo((long) table[k][1]);
            assertThat(joint.labelPriors()[k]).isCloseTo(table[k][2], within(1e-12));
            assertThat(joint.thresholds()[k]).isCloseTo(table[k][3], within(1e-12));
            assertThat(joint.truePriors()[k]).isCloseTo(table[k][5], within(1e-12));
        }
    }

    private static double[][] sorted(Golden golden, String file, ToDoubleFunction<double[]> by) {
        double[][] table = golden.table(file);
        Arrays.sort(
                table,
                Comparator.comparingDouble(by).thenComparing(row -> row[0]).thenComparing(row -> row[1]));
        return table;
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void quality_and_overlap_of_classes(Golden golden) {
        ConfidentJoint joint = found(golden).joint();
        // The library sorts these two tables unstably: of equal values the lower class comes first here.
        double[][] quality = sorted(golden, "class_quality.csv", row -> row[5]);
        List<ClassQuality> classes = joint.classQuality();
        assertThat(quality).hasNumberOfRows(classes.size());
        for (int i = 0; i < quality.length; i++) {
            ClassQuality found = classes.get(i);
            assertThat(new double[] {found.label(), found.labelIssues(), found.inverseLabelIssues()})
                    .containsExactly(Arrays.copyOf(quality[i], 3));
            assertThat(new double[] {found.labelNoise(), found.inverseLabelNoise(), found.labelQuality()})
                    .containsExactly(Arrays.copyOfRange(quality[i], 3, 6), within(1e-12));
        }
        double[][] overlap = sorted(golden, "class_overlap_top200.csv", row -> -row[3]);
        List<ClassOverlap> pairs = joint.classOverlaps();
        assertThat(overlap).hasNumberOfRows(Math.min(200, pairs.size()));
        for (int i = 0; i < overlap.length; i++) {
            ClassOverlap found = pairs.get(i);
            assertThat(new double[] {found.first(), found.second(), found.examples()})
                    .as("pair " + i)
                    .containsExactly(Arrays.copyOf(overlap[i], 3));
            assertThat(found.probability()).isCloseTo(overlap[i][3], within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void totals(Golden golden) {
        ConfidentJoint joint = found(golden).joint();
        assertThat(joint.size()).isEqualTo((long) golden.summary("n"));
        assertThat(joint.offDiagonal()).isEqualTo((long) golden.summary("num_label_issues_stable"));
        assertThat(joint.offDiagonalCalibrated()).isEqualTo((long) golden.summary("off_diagonal_calibrated"));
        assertThat(joint.noiseRate()).isCloseTo(golden.summary("estimated_noise_rate"), within(1e-12));
        assertThat(joint.labelHealth()).isCloseTo(golden.summary("overall_label_health_score"), within(1e-12));
    }

    @Test
    void probabilities_of_imdb_are_refused_until_normalised() {
        // The published ones sum to 1.00002.
        int[] labels = {0, 1};
        double[][] probs = {{0.90001, 0.10001}, {0.00001, 1.00001}};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelIssues.find(labels, probs))
                .withMessageStartingWith("row 0: probabilities sum to 1.00002, must sum to 1 within 1.0E-5; ")
                .withMessageContaining("Probabilities.normalised");
        assertThat(LabelIssues.find(labels, Probabilities.normalised(probs)).indices())
                .isEmpty();
    }
}
