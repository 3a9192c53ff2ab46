package dev.rote.confident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused, and in which words. */
class BadInputTest {

    private static final double[] EVEN = {0.5, 0.5};

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        new int[] {0, 2},
                        new double[][] {EVEN, EVEN},
                        "row 1: label is 2, must be in 0 to 1, the columns of the probabilities; number the classes from 0"),
                Arguments.of(
                        new int[] {-1},
                        new double[][] {EVEN},
                        "row 0: label is -1, must be in 0 to 1, the columns of the probabilities; number the classes from 0"),
                Arguments.of(
                        new int[] {0},
                        new double[][] {{1.5, -0.5}},
                        "row 0: probability of class 1 is -0.5, must be a number of at least 0; leave the row out or predict it anew"),
                Arguments.of(
                        new int[] {0},
                        new double[][] {{Double.NaN, 1}},
                        "row 0: probability of class 0 is NaN, must be a number of at least 0; leave the row out or predict it anew"),
                Arguments.of(
                        new int[] {0},
                        new double[][] {{Double.POSITIVE_INFINITY, 0}},
                        "row 0: probabilities sum to Infinity, must sum to 1 within 1.0E-5; if they are meant to, call Probabilities.normalised"),
                Arguments.of(
                        new int[] {0},
                        new double[][] {{0.5, 0.25}},
                        "row 0: probabilities sum to 0.75, must sum to 1 within 1.0E-5; if they are meant to, call Probabilities.normalised"),
                Arguments.of(
                        new int[] {0, 0},
                        new double[][] {EVEN, {1}},
                        "row 1: has 1 probabilities, must have one for each class, of which there are 2 as in the first row or the thresholds"),
                Arguments.of(
                        new int[] {0, 0},
                        new double[][] {EVEN, null},
                        "row 1: has 0 probabilities, must have one for each class, of which there are 2 as in the first row or the thresholds"),
                Arguments.of(
                        new int[] {0},
                        new double[][] {{1}},
                        "row 0: has 1 probabilities, must have one for each class, of which there are at least 2"),
                Arguments.of(
                        new int[] {0},
                        new double[][] {EVEN, EVEN},
                        "there are 1 labels and 2 rows of probabilities, must be one row for each label"),
                Arguments.of(new int[0], new double[0][], "labels are of no example, must be of at least one"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void examples_are_refused_with_row_value_rule_and_remedy(int[] labels, double[][] probs, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelIssues.find(labels, probs))
                .withMessage(message);
    }

    @Test
    void options_are_checked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Options(Filter.BOTH, Quality.SELF_CONFIDENCE, Double.NaN, 1))
                .withMessage("fracNoise must be in [0, 1], was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Options(Filter.BOTH, Quality.SELF_CONFIDENCE, 1, -1))
                .withMessage("minExamplesPerClass must be at least 0, was -1");
    }

    @Test
    void rows_that_cannot_be_normalised_are_named() {
        double[][] weights = {{1, 3}, {0, 0}};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Probabilities.normalised(weights))
                .withMessage(
                        "row 1 is [0.0, 0.0], must be finite numbers of at least 0, not all 0; leave the row out or correct it");
        assertThat(Probabilities.normalised(new double[][] {weights[0]})[0]).containsExactly(0.25, 0.75);
    }

    @Test
    void arguments_and_answers_are_copied() {
        int[] labels = {0, 1, 0};
        double[][] probs = {{0.9, 0.1}, {0.2, 0.8}, {0.1, 0.9}};
        LabelIssues issues = LabelIssues.find(labels, probs);
        double[] scores = issues.scores(Quality.SELF_CONFIDENCE);
        probs[0][0] = 7;
        labels[1] = 9;
        issues.flags()[0] = true;
        issues.joint().thresholds()[0] = 9;
        issues.joint().calibrated()[0][0] = 9;
        assertThat(issues.scores(Quality.SELF_CONFIDENCE)).isEqualTo(scores).containsExactly(0.9, 0.8, 0.1);
        assertThat(issues.flags()[0]).isFalse();
        assertThat(issues.joint().thresholds()[0]).isEqualTo(0.5);
        assertThat(Latent.sum(issues.joint().calibrated()[0])).isEqualTo(2);
    }

    @Test
    void parts_that_do_not_belong_together_are_refused() {
        ConfidentCounts counts = new ConfidentCounts(EVEN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> counts.combine(new ConfidentCounts(new double[] {0.5, 0.6})))
                .withMessageContaining("must be those of all examples for every part");
        assertThatIllegalArgumentException().isThrownBy(counts::joint).withMessageContaining("of no example");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClassConfidence(2).combine(new ClassConfidence(3)))
                .withMessage("there are 2 classes here and 3 there, must be the same");
        counts.add(0, new double[] {0.9, 0.1});
        Candidates candidates = new Candidates(counts.joint(), new Options());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> candidates.combine(
                        new Candidates(counts.joint(), new Options().with(Filter.LOW_SELF_CONFIDENCE))))
                .withMessageContaining("same joint and options");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> counts.add(0, new double[] {0.9, 0.2}))
                .withMessageStartingWith("example with label 0 and probabilities [0.9, 0.2]: probabilities sum to ");
    }

    @Provide
    Arbitrary<double[][]> anyRows() {
        Arbitrary<Double> any = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(0.0, 0.5, 1.0)),
                Tuple.of(
                        1,
                        Arbitraries.of(-0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.MAX_VALUE, Double.MIN_VALUE)),
                Tuple.of(1, Arbitraries.doubles()));
        return any.array(double[].class).ofMaxSize(3).array(double[][].class).ofMaxSize(4);
    }

    @Property(tries = 3000)
    void any_input_is_answered_or_refused(
            @ForAll @Size(max = 4) int[] wild, @ForAll("anyRows") double[][] probs, @ForAll boolean tame) {
        int[] labels = tame
                ? Arrays.stream(Arrays.copyOf(wild, probs.length))
                        .map(y -> y & 1)
                        .toArray()
                : wild;
        try {
            assertThat(LabelIssues.find(labels, probs).size()).isEqualTo(labels.length);
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).contains("must");
        }
        try {
            assertThat(Probabilities.normalised(probs).length).isEqualTo(probs.length);
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).contains("must");
        }
    }

    @Property
    void bytes_of_others_are_refused(@ForAll byte[] bytes) {
        ConfidentCounts counts = new ConfidentCounts(EVEN);
        counts.add(0, EVEN);
        ConfidentJoint joint = counts.joint();
        assertThatIllegalArgumentException().isThrownBy(() -> ClassConfidence.of(bytes));
        assertThatIllegalArgumentException().isThrownBy(() -> ConfidentCounts.of(bytes));
        assertThatIllegalArgumentException().isThrownBy(() -> Candidates.of(joint, new Options(), bytes));
        assertThatIllegalArgumentException().isThrownBy(() -> Cuts.of(bytes));
        assertThatIllegalArgumentException().isThrownBy(() -> ClassConfidence.of(counts.toBytes()));
        byte[] torn = Arrays.copyOf(counts.toBytes(), counts.toBytes().length - 8);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfidentCounts.of(torn))
                .withMessage(torn.length + " bytes are no ConfidentCounts, must be what its toBytes() returned");
    }
}
