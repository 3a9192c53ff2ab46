package dev.rote.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.confident.LabelIssues;
import dev.rote.confident.Quality;
import dev.rote.tensor.Seeds;
import dev.rote.yaml.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenProbabilitiesTest {

    @TempDir
    Path folder;

    private final int[] truth = MadeInput.classes(300, 3);
    private final int[] given = MadeInput.noisy(truth, 3, 0.2, false, new Seeds(1));
    private final double[][] probs = BeliefTest.opinions(truth, 3, 2, new Seeds(2));

    private Path npy(String name, String shape, double... values) throws IOException {
        String head = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + shape + "), }";
        String padded = head + " ".repeat(63 - (10 + head.length()) % 64) + "\n";
        ByteBuffer bytes =
                ByteBuffer.allocate(10 + padded.length() + 8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) padded.length());
        bytes.put(padded.getBytes(StandardCharsets.US_ASCII));
        for (double value : values) {
            bytes.putDouble(value);
        }
        return Files.write(folder.resolve(name), bytes.array());
    }

    private Path labels() throws IOException {
        return npy("labels.npy", "300,", Arrays.stream(given).asDoubleStream().toArray());
    }

    private Path probs() throws IOException {
        return npy("probs.npy", "300, 3", flat());
    }

    private double[] flat() {
        return Arrays.stream(probs).flatMapToDouble(Arrays::stream).toArray();
    }

    @Test
    void flagsAreThoseOfConfidentLearning() throws IOException {
        Findings findings = GivenProbabilities.read(labels(), probs());
        LabelIssues issues = LabelIssues.find(given, probs);
        assertThat(findings.issue()).isEqualTo(issues.flags()).contains(true).contains(false);
        assertThat(findings.quality()).isEqualTo(issues.scores(Quality.SELF_CONFIDENCE));
        assertThat(findings.classes()).containsExactly("0", "1", "2");
        assertThat(findings.given()).isEqualTo(given);
        double[][] noise = issues.joint().noiseMatrix();
        for (int i = 0; i < 3; i++) {
            assertThat(Arrays.stream(findings.transition()[i]).sum()).isCloseTo(1, within(1e-9));
            for (int j = 0; j < 3; j++) {
                assertThat(findings.transition()[i][j]).isEqualTo(noise[j][i]);
            }
        }
        for (int i = 0; i < 300; i++) {
            int best = probs[i][1] > probs[i][0] ? 1 : 0;
            best = probs[i][2] > probs[i][best] ? 2 : best;
            assertThat(findings.suggested()[i])
                    .isEqualTo(findings.issue()[i] && best != given[i] ? best : findings.suggested()[i]);
            assertThat(findings.suggested()[i] == given[i]).isEqualTo(!findings.issue()[i]);
        }
    }

    @Test
    void saysSoWhereProbabilitiesPredictNothing() {
        assertThat(GivenProbabilities.judge("sound", given, probs).notices()).noneMatch(said -> said.contains("flags"));
        double[][] guessed = BeliefTest.opinions(MadeInput.classes(300, 3), 3, 2, new Seeds(9));
        int[] unrelated = new Seeds(10).permutation(300);
        Arrays.setAll(unrelated, i -> unrelated[i] % 3);
        Findings findings = GivenProbabilities.judge("guessed", unrelated, guessed);
        assertThat(findings.notices())
                .anyMatch(said ->
                        said.contains("does not predict their labels") && said.endsWith("Do not trust these flags."));
        assertThat(findings.issue())
                .isEqualTo(LabelIssues.find(unrelated, guessed).flags());
    }

    @Test
    void theNoiseRateIsCovered() throws IOException {
        Findings findings = GivenProbabilities.read(labels(), probs());
        double wrong = IntStream.range(0, 300).filter(i -> given[i] != truth[i]).count() / 300.0;
        assertThat(wrong).isBetween(findings.noise().low(), findings.noise().high());
        assertThat(findings.noise().high() - findings.noise().low()).isLessThan(0.25);
    }

    private void refused(Path labels, Path probs, String file, String message) {
        assertThatThrownBy(() -> GivenProbabilities.read(labels, probs))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(folder.resolve(file).toString())
                .hasMessageContaining(message)
                .satisfies(thrown -> assertThat(((Problem) thrown).exitCode()).isEqualTo(2));
    }

    private Path changed(int at, double value) throws IOException {
        double[] values = flat();
        values[at] = value;
        return npy("bad.npy", "300, 3", values);
    }

    @Test
    void whatCannotBeProbabilitiesIsRefused() throws IOException {
        Path labels = labels();
        refused(labels, changed(7, Double.NaN), "bad.npy", "row 2, column 1: was NaN, must be a probability");
        refused(labels, changed(7, Double.POSITIVE_INFINITY), "bad.npy", "row 2, column 1: was Infinity");
        refused(labels, changed(7, -0.5), "bad.npy", "row 2, column 1: was -0.5, must be a probability; give prob");
        refused(labels, changed(7, 3), "bad.npy", "must sum to 1 within");
        refused(labels, npy("bad.npy", "300,", new double[300]), "bad.npy", "must have the shape [N, K]");
        refused(labels, npy("bad.npy", "300, 1", new double[300]), "bad.npy", "from 2 to 1000 classes");
        refused(
                labels,
                npy("bad.npy", "2, 3", 1, 0, 0, 0, 1, 0),
                "bad.npy",
                "was 2 rows, must have one row for each of the 300");
        refused(labels, npy("bad.npy", "0, 3"), "bad.npy", "must have an example");
        refused(labels, npy("bad.npy", "300, 3", 1, 0), "bad.npy", "");
        refused(labels, Files.writeString(folder.resolve("bad.npy"), "0.5,0.5\n"), "bad.npy", "");
        refused(labels, folder.resolve("none.npy"), "none.npy", "");
    }

    @Test
    void whatCannotBeLabelsIsRefused() throws IOException {
        Path probs = npy("two.npy", "2, 2", 0.5, 0.5, 0.5, 0.5);
        refused(npy("bad.npy", "2,", 0, 0.5), probs, "bad.npy", "row 1: was 0.5, must be a whole number");
        refused(npy("bad.npy", "2,", 0, Double.NaN), probs, "bad.npy", "row 1: was NaN, must be a whole number");
        refused(npy("bad.npy", "2, 2", 0, 1, 0, 1), probs, "bad.npy", "must have one number per example");
        refused(npy("bad.npy", "0,"), probs, "bad.npy", "must have an example");
        refused(npy("bad.npy", "2,", 0, 2), probs, "bad.npy", "row 1: was 2, must be from 0 to 1, a column");
        refused(npy("bad.npy", "2,", 0, -1), probs, "bad.npy", "row 1: was -1, must be from 0 to 1");
        refused(folder.resolve("none.npy"), probs, "none.npy", "");
    }

    @Test
    void aColumnOfLabelsIsReadToo() throws IOException {
        Path column = npy(
                "column.npy", "300, 1", Arrays.stream(given).asDoubleStream().toArray());
        assertThat(GivenProbabilities.read(column, probs()).given()).isEqualTo(given);
    }

    @Test
    void numbersOfSixteenBitsNeedNotSumAsExactly() throws IOException {
        String head = "{'descr': '<f2', 'fortran_order': False, 'shape': (2, 3), }";
        String padded = head + " ".repeat(63 - (10 + head.length()) % 64) + "\n";
        ByteBuffer bytes = ByteBuffer.allocate(10 + padded.length() + 12).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) padded.length());
        bytes.put(padded.getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < 6; i++) {
            bytes.putShort((short) 0x3555); // 0.33325
        }
        Path half = Files.write(folder.resolve("half.npy"), bytes.array());
        Findings findings = GivenProbabilities.read(npy("two.npy", "2,", 0, 1), half);
        assertThat(findings.quality()).containsExactly(1 / 3.0, 1 / 3.0);
        double third = 0.33325;
        refused(
                npy("two.npy", "2,", 0, 1),
                npy("bad.npy", "2, 3", third, third, third, third, third, third),
                "bad.npy",
                "must sum to 1 within 1.0E-5; if its columns are right, divide each row");
    }

    @Test
    void turnedProbabilitiesAreRecognised() throws IOException {
        refused(
                labels(),
                npy("bad.npy", "3, 300", flat()),
                "bad.npy",
                "was 3 rows, must have one row for each of the 300");
        refused(labels(), npy("bad.npy", "3, 300", flat()), "bad.npy", "it seems to be turned");
    }
}
