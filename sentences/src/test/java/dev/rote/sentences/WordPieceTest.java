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
    void strange_texts_become_the_tokens_that_others_make_of_them(Golden golden) {
        assertThat(WORDS.ids(golden.text(), 10_000)).as(golden.text()).isEqualTo(golden.ids());
    }

    @ParameterizedTest
    @MethodSource("golden")
    void what_is_beyond_is_cut_off(Golden golden) {
        long[] cut = WORDS.ids(golden.text(), 7);
        int kept = Math.min(6, golden.ids().length - 1);
        assertThat(cut)
                .hasSize(kept + 1)
                .startsWith(Arrays.copyOf(golden.ids(), kept))
                .endsWith(102);
    }

    @Property
    void any_text_has_ids_of_the_vocabulary(@ForAll String text, @ForAll @IntRange(min = 2, max = 64) int most) {
        long[] ids = WORDS.ids(text, most);
        assertThat(ids).hasSizeBetween(2, most).startsWith(101).endsWith(102);
        assertThat(Arrays.stream(ids)).allMatch(id -> id >= 0 && id < WORDS.size());
    }

    @Property
    void blanks_around_change_nothing(@ForAll String text) {
        assertThat(WORDS.ids(" \t" + text + "\n\u3000", 64)).isEqualTo(WORDS.ids(text, 64));
    }

    @Test
    void the_name_of_a_token_is_text() {
        assertThat(WORDS.ids("[SEP]", 64)).hasSize(5).startsWith(101, 1031);
    }

    @Test
    void a_vocabulary_without_the_marks_is_refused() {
        byte[] json = "{\"model\": {\"vocab\": {\"[CLS]\": 0}}}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> WordPiece.read(new ByteArrayInputStream(json))).hasMessageContaining("[SEP]");
    }
}
