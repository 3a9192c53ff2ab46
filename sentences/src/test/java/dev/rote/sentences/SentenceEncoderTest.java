package dev.rote.sentences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SentenceEncoderTest {

    private static SentenceEncoder encoder;

    @BeforeAll
    static void open() {
        encoder = new SentenceEncoder(128); // as the golden file
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    private static double dot(float[] a, float[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(j -> (double) a[j] * b[j])
                .sum();
    }

    @Test
    void vectorsAreThoseThatOthersMake() {
        double furthest = 0;
        for (Golden golden : Golden.all()) {
            float[] vector = encoder.encode(golden.text());
            for (int j = 0; j < golden.vector().length; j++) {
                furthest = Math.max(furthest, Math.abs(vector[j] - golden.vector()[j]));
            }
        }
        // 1e-7 on the processor where both were made; one that rounds otherwise moves 8-bit activations, a word more or
        // less moves some number by 0.02 and more
        assertThat(furthest).isLessThan(0.01);
    }

    @Test
    void everyVectorHasLengthOne() {
        for (String text : List.of("", " ", "\ud800", "A question?", "word ".repeat(10_000))) {
            float[] vector = encoder.encode(text);
            assertThat(vector).hasSize(SentenceEncoder.WIDTH);
            assertThat(dot(vector, vector)).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void meaningsThatAreCloseHaveVectorsThatAre() {
        float[] price = encoder.encode("What does it cost?");
        float[] same = encoder.encode("How much money do you want for this?");
        float[] other = encoder.encode("The cat sleeps on the roof.");
        assertThat(dot(price, same)).isGreaterThan(dot(price, other) + 0.3);
    }

    @Test
    void threadsAtOnceGiveWhatOneGives() {
        List<String> texts = Golden.all().stream().map(Golden::text).toList();
        List<float[]> one = texts.stream().map(encoder::encode).toList();
        List<float[]> many = texts.parallelStream().map(encoder::encode).toList();
        for (int i = 0; i < texts.size(); i++) {
            assertThat(many.get(i)).isEqualTo(one.get(i));
        }
    }

    @Test
    void tokensBeyondAreNotLookedAt() {
        try (SentenceEncoder short5 = new SentenceEncoder(5)) {
            assertThat(short5.encode("one two three four five")).isEqualTo(short5.encode("one two three six"));
            assertThat(short5.encode("one two three")).isEqualTo(encoder.encode("one two three"));
        }
        for (int tokens : new int[] {2, 513}) {
            assertThatThrownBy(() -> new SentenceEncoder(tokens)).hasMessageContaining("tokens must be from 3 to 512");
        }
    }

    @Test
    void aClosedOneSaysSo() {
        SentenceEncoder closed = new SentenceEncoder();
        closed.close();
        assertThatThrownBy(() -> closed.encode("text")).isInstanceOf(IllegalStateException.class);
    }
}
