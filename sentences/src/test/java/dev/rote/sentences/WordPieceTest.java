package dev.rote.sentences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordPieceTest {

    private static final WordPiece WORDS = WordPiece.read(
            Objects.requireNonNull(WordPieceTest.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json")));

    private static Object[] golden() {
        return Golden.all().toArray();
    }

    @ParameterizedTest
    @MethodSource("golden")
    void strangeTextsBecomeTheTokensThatOthersMakeOfThem(Golden golden) {
        assertThat(WORDS.ids(golden.text(), 10_000)).as(golden.text()).isEqualTo(golden.ids());
    }

    @ParameterizedTest
    @MethodSource("golden")
    void whatIsBeyondIsCutOff(Golden golden) {
        long[] cut = WORDS.ids(golden.text(), 7);
        int kept = Math.min(6, golden.ids().length - 1);
        assertThat(cut)
                .hasSize(kept + 1)
                .startsWith(Arrays.copyOf(golden.ids(), kept))
                .endsWith(102);
    }

    @Property
    void anyTextHasIdsOfTheVocabulary(@ForAll String text, @ForAll @IntRange(min = 2, max = 64) int most) {
        long[] ids = WORDS.ids(text, most);
        assertThat(ids).hasSizeBetween(2, most).startsWith(101).endsWith(102);
        assertThat(Arrays.stream(ids)).allMatch(id -> id >= 0 && id < WORDS.size());
    }

    @Property
    void blanksAroundChangeNothing(@ForAll String text) {
        assertThat(WORDS.ids(" \t" + text + "\n\u3000", 64)).isEqualTo(WORDS.ids(text, 64));
    }

    @Test
    void theNameOfATokenIsText() {
        assertThat(WORDS.ids("[SEP]", 64)).hasSize(5).startsWith(101, 1031);
    }

    @Test
    void aVocabularyWithoutTheMarksIsRefused() {
        byte[] json = "{\"model\": {\"vocab\": {\"[CLS]\": 0}}}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> WordPiece.read(new ByteArrayInputStream(json))).hasMessageContaining("[SEP]");
    }
}
